import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { tenant } from '../settings';
import { assertionType, misfitOf } from './clientAssertion';
import type { AppCertificates, Assertion } from './clientAssertion';
import type { SigningKeys } from './keys';
import { signAppToken, tokenLifetimeSeconds, type RegisteredApp } from './tokens';

/** The resources an app may ask for, by the scope that names all of its permissions there. */
const audiences: Readonly<Record<string, string>> = {
  'https://graph.microsoft.com/.default': 'https://graph.microsoft.com',
  'https://api.botframework.com/.default': 'https://api.botframework.com',
  'https://storage.azure.com/.default': 'https://storage.azure.com',
};

interface Refusal {
  readonly status: 400 | 401;
  readonly error: string;
  readonly number: number;
  readonly text: string;
}

const refuse = (status: 400 | 401, error: string, number: number, text: string): Refusal => ({
  status,
  error,
  number,
  text,
});

/** Entra's error body: the code a client branches on, the AADSTS number a person searches for. */
const refusalBody = ({ error, number, text }: Refusal, traceId = randomUUID()) => {
  const timestamp = new Date().toISOString().replace('T', ' ').replace(/\..*/, 'Z');
  return {
    error,
    error_description: `AADSTS${number}: ${text} Trace ID: ${traceId} Correlation ID: ${traceId} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: traceId,
    correlation_id: traceId,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
  };
};

const sameSecret = (given: string, kept: string): boolean => {
  const [a, b] = [Buffer.from(given), Buffer.from(kept)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** client_secret_basic: id and secret are form-encoded before they are joined (RFC 6749, 2.3.1). */
const basicCredentials = (header: string | undefined): { id: string; secret: string } | undefined => {
  const encoded = /^Basic\s+(.+)$/i.exec(header ?? '')?.[1];
  if (!encoded) return undefined;
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id: decodeURIComponent(id), secret: decodeURIComponent(rest.join(':')) };
};

interface Given {
  readonly id: string;
  readonly secret: string;
  /** A token that the app has signed with its certificate, and where it was sent. */
  readonly assertion?: Omit<Assertion, 'clientId'>;
}

const credentialsIn = (form: URLSearchParams, header: string | undefined, address: string): Given => {
  const given = basicCredentials(header) ?? {
    id: form.get('client_id') ?? '',
    secret: form.get('client_secret') ?? '',
  };
  const jwt = form.get('client_assertion_type') === assertionType ? form.get('client_assertion') : null;
  return { ...given, ...(jwt !== null && { assertion: { jwt, audience: address } }) };
};

const missing = (parameter: string): string => `The request body must contain the following parameter: ${parameter}.`;

const proved = async (
  app: RegisteredApp,
  { secret, assertion }: Given,
  certificates: AppCertificates,
): Promise<RegisteredApp | Refusal> => {
  if (assertion) {
    const misfit = await misfitOf(certificates, { clientId: app.id, ...assertion });
    return misfit ? refuse(401, 'invalid_client', misfit.number, misfit.text) : app;
  }
  if (!secret) return refuse(401, 'invalid_client', 7000218, missing("'client_assertion' or 'client_secret'"));
  if (!sameSecret(secret, app.secret))
    return refuse(401, 'invalid_client', 7000215, `Invalid client secret provided for app '${app.id}'.`);
  return app;
};

const authenticate = async (
  given: Given,
  { registered, certificates }: Registrations,
): Promise<RegisteredApp | Refusal> => {
  const { id } = given;
  if (!id) return refuse(400, 'invalid_request', 900144, missing("'client_id'"));
  const app = registered.find((candidate) => candidate.id === id);
  if (!app) {
    const text = `Application with identifier '${id}' was not found in the directory.`;
    return refuse(400, 'unauthorized_client', 700016, text);
  }
  return proved(app, given, certificates);
};

// MSAL adds these to every request; Entra ignores them for an app.
const ignoredScope = /^(openid|profile|offline_access)$/;

const audienceOf = (form: URLSearchParams): string | Refusal => {
  const grant = form.get('grant_type');
  if (!grant) return refuse(400, 'invalid_request', 900144, missing("'grant_type'"));
  if (grant !== 'client_credentials')
    return refuse(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${grant}'.`);
  const scopes = (form.get('scope') ?? '').split(' ').filter((scope) => scope && !ignoredScope.test(scope));
  const [scope = ''] = scopes;
  if (scopes.length !== 1 || !scope.endsWith('/.default')) {
    const text =
      `The provided value for scope ${scopes.join(' ')} is not valid. Client credential flows must have a scope ` +
      'value with /.default suffixed to the resource identifier (application ID URI).';
    return refuse(400, 'invalid_scope', 1002012, text);
  }
  const unknown = `The resource principal named ${scope.replace('/.default', '')} was not found in the tenant.`;
  return audiences[scope] ?? refuse(400, 'invalid_scope', 500011, unknown);
};

/** The apps of the tenant, and what they prove themselves with. */
export interface Registrations {
  readonly registered: readonly RegisteredApp[];
  readonly certificates: AppCertificates;
  /** The address of this endpoint, as discovery names it. */
  readonly address: string;
}

/** `POST /{tid}/oauth2/v2.0/token` for the client credentials grant. */
export const tokenEndpoint =
  (keys: SigningKeys, registrations: Registrations) =>
  async (c: Context): Promise<Response> => {
    const form = new URLSearchParams(await c.req.text());
    const answer = async (): Promise<Refusal | { app: RegisteredApp; audience: string }> => {
      if (c.req.param('tid') !== tenant.id)
        return refuse(400, 'invalid_request', 90002, `Tenant '${c.req.param('tid')}' not found.`);
      const audience = audienceOf(form);
      if (typeof audience !== 'string') return audience;
      const given = credentialsIn(form, c.req.header('authorization'), registrations.address);
      const app = await authenticate(given, registrations);
      return 'error' in app ? app : { app, audience };
    };
    const outcome = await answer();
    c.header('Cache-Control', 'no-store, no-cache');
    if ('error' in outcome) return c.json(refusalBody(outcome), outcome.status);
    return c.json({
      token_type: 'Bearer',
      expires_in: tokenLifetimeSeconds,
      ext_expires_in: tokenLifetimeSeconds,
      access_token: await signAppToken(keys, outcome.app, outcome.audience),
    });
  };
