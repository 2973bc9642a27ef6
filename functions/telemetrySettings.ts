import { z } from 'zod';
import type { Credentials } from './environment';

const key = /(^|;)\s*InstrumentationKey=[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\s*(;|$)/i;

/** The first two are the platform's: without them nothing is reported, and no library for it loaded. */
export const telemetryVariables = {
  APPLICATIONINSIGHTS_CONNECTION_STRING: z
    .string()
    .regex(key, 'must be the connection string of Application Insights, InstrumentationKey=…;IngestionEndpoint=…')
    .optional(),
  WEBSITE_SITE_NAME: z.string().optional(),
};

/** Where lines and spans go. */
export interface TelemetrySettings {
  readonly connectionString: string;
  /** The managed identity that may write there; without one, the key in the connection string has to do. */
  readonly identity: string | undefined;
  /** What Application Insights calls the app. */
  readonly role: string;
}

interface Values {
  readonly APPLICATIONINSIGHTS_CONNECTION_STRING?: string | undefined;
  readonly WEBSITE_SITE_NAME?: string | undefined;
}

/** Undefined where nothing is to be reported. */
export const telemetryOf = (values: Values, credentials: Credentials): TelemetrySettings | undefined => {
  const connectionString = values.APPLICATIONINSIGHTS_CONNECTION_STRING;
  if (connectionString === undefined) return undefined;
  const identity = credentials.kind === 'managedIdentity' ? credentials.clientId : undefined;
  return { connectionString, identity, role: values.WEBSITE_SITE_NAME ?? 'assured' };
};
