import { z } from 'zod';

/** Of zeros only: what templates and portals put where an id is still to come. */
const isEmptyId = (id: string): boolean => /^[0-]+$/.test(id);

export const Guid = z
  .string()
  .toLowerCase()
  .pipe(z.guid())
  .refine((id) => !isEmptyId(id), 'must be the id itself, not zeros');
export const HttpsUrl = z.url({ protocol: /^https$/, abort: true });
/** Scheme, host and port, and nothing a browser's `Origin` would not say. */
export const isOrigin = (url: string): boolean =>
  URL.canParse(url) && new URL(url).origin === url && !/[*\s]/.test(url);
const Origin = HttpsUrl.refine(isOrigin, 'must be an origin without a path');

/** Whether a URL leads to the machine that asks. */
export const onThisMachine = (url: string): boolean =>
  URL.canParse(url) && /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$/.test(new URL(url).hostname);
/** A list in one variable: parts separated by commas. */
const Names = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );

/** An empty variable is a missing one: portals and pipelines leave them behind. */
export const presentOnly = (environment: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value.trim()]],
    ),
  );

export const addresses = {
  AUTHORITY_HOST: Origin.default('https://login.microsoftonline.com'),
  KNOWN_AUTHORITIES: Names,
  GRAPH_BASE_URL: HttpsUrl.default('https://graph.microsoft.com/'),
  GRAPH_CUSTOM_HOSTS: Names,
};

export const place = {
  SITE_HOSTNAME: z
    .string()
    .regex(/^[A-Za-z0-9.-]+$/, 'must be the name alone, such as orchard.sharepoint.com, without https://'),
  SITE_PATH: z.string().regex(/^\/[^?#]+$/, 'must be the path with its slash, such as /sites/NAME'),
};

export const credentialVariables = {
  CLIENT_SECRET: z.string().optional(),
  CLIENT_CERTIFICATE_PATH: z.string().optional(),
  CLIENT_CERTIFICATE_THUMBPRINT: z
    .string()
    .regex(/^[0-9A-Fa-f]{64}$/, 'must be the SHA-256 thumbprint, 64 hexadecimal digits')
    .optional(),
  MANAGED_IDENTITY_CLIENT_ID: Guid.optional(),
};

/** How the app proves to Entra that it is itself. */
export type Credentials =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'certificate'; readonly path: string; readonly thumbprint: string }
  /** A user-assigned identity whose token is the assertion of a federated credential: nothing to keep secret. */
  | { readonly kind: 'managedIdentity'; readonly clientId: string };

/** An app registration and where its tokens come from. */
export interface AppIdentity {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credentials: Credentials;
  /** `<host>/<tenant>`. */
  readonly authority: string;
  readonly knownAuthorities: readonly string[];
}

export interface GraphSettings {
  /** Ends in a slash. */
  readonly baseUrl: string;
  readonly customHosts: readonly string[];
}

export interface SiteAddress {
  readonly hostname: string;
  readonly path: string;
}

interface CredentialValues {
  readonly CLIENT_SECRET?: string | undefined;
  readonly CLIENT_CERTIFICATE_PATH?: string | undefined;
  readonly CLIENT_CERTIFICATE_THUMBPRINT?: string | undefined;
  readonly MANAGED_IDENTITY_CLIENT_ID?: string | undefined;
}

export const credentialsIn = (values: CredentialValues): readonly Credentials[] => [
  ...(values.CLIENT_SECRET ? [{ kind: 'secret', secret: values.CLIENT_SECRET } as const] : []),
  ...(values.CLIENT_CERTIFICATE_PATH && values.CLIENT_CERTIFICATE_THUMBPRINT
    ? [
        {
          kind: 'certificate',
          path: values.CLIENT_CERTIFICATE_PATH,
          thumbprint: values.CLIENT_CERTIFICATE_THUMBPRINT,
        } as const,
      ]
    : []),
  ...(values.MANAGED_IDENTITY_CLIENT_ID
    ? [{ kind: 'managedIdentity', clientId: values.MANAGED_IDENTITY_CLIENT_ID } as const]
    : []),
];

export const oneCredential =
  'give exactly one of CLIENT_SECRET, CLIENT_CERTIFICATE_PATH with CLIENT_CERTIFICATE_THUMBPRINT, MANAGED_IDENTITY_CLIENT_ID';

/** Everything that is missing or wrong in the environment, one line each, naming the variable and never its value. */
export class BadEnvironment extends Error {
  /** What is to be done, a line for each problem. */
  readonly correct: string;

  constructor(readonly problems: readonly string[]) {
    const correct = ['Please correct these settings:', ...problems.map((problem) => `  - ${problem}`)].join('\n');
    super(`Assured cannot start. ${correct}`);
    this.name = 'BadEnvironment';
    this.correct = correct;
  }
}

export const problemsOf = (error: z.ZodError, given: Record<string, string>): readonly string[] =>
  error.issues.map(({ path, message }) => {
    const variable = path.join('.');
    return variable in given ? `${variable}: ${message}` : `${variable} is missing`;
  });

export const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);

interface AddressValues {
  readonly TENANT_ID: string;
  readonly AUTHORITY_HOST: string;
  readonly KNOWN_AUTHORITIES: readonly string[];
  readonly GRAPH_BASE_URL: string;
  readonly GRAPH_CUSTOM_HOSTS: readonly string[];
  readonly SITE_HOSTNAME: string;
  readonly SITE_PATH: string;
}

export const authorityOf = (values: Pick<AddressValues, 'AUTHORITY_HOST' | 'TENANT_ID'>): string =>
  `${values.AUTHORITY_HOST}/${values.TENANT_ID}`;

export const identityOf = (values: AddressValues, clientId: string, credentials: Credentials): AppIdentity => ({
  tenantId: values.TENANT_ID,
  clientId,
  credentials,
  authority: authorityOf(values),
  knownAuthorities: values.KNOWN_AUTHORITIES,
});

export const graphOf = (values: AddressValues): GraphSettings => ({
  baseUrl: withSlash(values.GRAPH_BASE_URL),
  customHosts: values.GRAPH_CUSTOM_HOSTS,
});

export const siteOf = (values: AddressValues): SiteAddress => ({
  hostname: values.SITE_HOSTNAME,
  path: values.SITE_PATH,
});
