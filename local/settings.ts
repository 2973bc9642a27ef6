import path from 'node:path';

/** The invented tenant that stands in for a trust's own. Nothing here is a secret of anybody's. */
export const tenant = {
  id: '5a3e0d60-0000-4000-8000-0000000a55ed',
  domain: 'orchard.example',
  siteHostname: 'orchard.sharepoint.example',
  sitePath: '/sites/assured',
} as const;

/** App registrations of the local Entra: the product, and the administrator's provisioning script. */
export const apps = {
  product: {
    id: 'a55e0000-0000-4000-8000-000000000001',
    secret: 'local-product-secret',
    roles: ['Sites.Selected', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
  },
  provisioning: {
    id: 'a55e0000-0000-4000-8000-000000000002',
    secret: 'local-provisioning-secret',
    roles: ['Sites.FullControl.All'],
  },
  bot: { id: 'a55e0000-0000-4000-8000-000000000003', secret: 'local-bot-secret', roles: [] },
  /** Reads the directory and the catalogue too, which the product does not: it shows that the routes ask for it. */
  installer: {
    id: 'a55e0000-0000-4000-8000-000000000004',
    secret: 'local-installer-secret',
    roles: ['User.Read.All', 'AppCatalog.Read.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
  },
} as const;

/** Teams' own client, which asks for the tab's token. */
export const teamsWebClientId = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
export const manifestAppId = 'a55e0000-0000-4000-8000-00000000000a';
/** The app in the organisation's catalogue. */
export const catalogueAppId = 'a55e0000-0000-4000-8000-0000000000ca';

/** The manifest's static tabs: one's own work in personal scope, the matrix in chats and meetings. */
export const tabEntityIds = { personal: 'work', meeting: 'matrix' } as const;

export interface LocalPorts {
  /** The page a person opens: the Teams page at `/__teams/`, the tab at `/`. Plain HTTP on localhost. */
  readonly page: number;
  /** Graph, Entra and the Bot Connector. HTTPS. */
  readonly microsoft365: number;
  readonly functions: number;
  readonly blob: number;
  readonly queue: number;
  readonly table: number;
}

export const portsFrom = (first: number): LocalPorts => ({
  page: first,
  microsoft365: first + 1,
  functions: first + 2,
  blob: first + 3,
  queue: first + 4,
  table: first + 5,
});

export const defaultFirstPort = 5300;

export interface LocalSettings {
  readonly ports: LocalPorts;
  /** Where everything that survives a restart lives. */
  readonly dataDir: string;
}

export const originOf = (ports: LocalPorts): { page: string; microsoft365: string; functions: string } => ({
  page: `http://localhost:${ports.page}`,
  microsoft365: `https://localhost:${ports.microsoft365}`,
  functions: `http://localhost:${ports.functions}`,
});

export const filesIn = (dataDir: string) => ({
  database: path.join(dataDir, 'microsoft365.sqlite'),
  certificate: path.join(dataDir, 'certificate.pem'),
  certificateKey: path.join(dataDir, 'certificate-key.pem'),
  azurite: path.join(dataDir, 'azurite'),
});

/** The Bot Connector of the local Teams. */
export const serviceUrlOf = ({ ports }: Pick<LocalSettings, 'ports'>): string =>
  `${originOf(ports).microsoft365}/connector/`;

/** The connection string of Azurite's well-known development account, on our ports. */
export const storageConnection = (ports: LocalPorts): string =>
  [
    'DefaultEndpointsProtocol=http',
    'AccountName=devstoreaccount1',
    'AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==',
    `BlobEndpoint=http://127.0.0.1:${ports.blob}/devstoreaccount1`,
    `QueueEndpoint=http://127.0.0.1:${ports.queue}/devstoreaccount1`,
    `TableEndpoint=http://127.0.0.1:${ports.table}/devstoreaccount1`,
  ].join(';');

/**
 * What the Functions process reads, by the same names as in production; only addresses, keys and
 * the trusted certificate differ (`NODE_EXTRA_CA_CERTS` must be set before the process starts).
 */
export const functionsEnvironment = ({ ports, dataDir }: LocalSettings): Record<string, string> => {
  const origin = originOf(ports);
  return {
    NODE_EXTRA_CA_CERTS: filesIn(dataDir).certificate,
    TENANT_ID: tenant.id,
    CLIENT_ID: apps.product.id,
    CLIENT_SECRET: apps.product.secret,
    TOKEN_AUDIENCE_URI: `api://localhost:${ports.page}/${apps.product.id}`,
    AUTHORITY_HOST: origin.microsoft365,
    KNOWN_AUTHORITIES: `localhost:${ports.microsoft365}`,
    GRAPH_BASE_URL: `${origin.microsoft365}/`,
    GRAPH_CUSTOM_HOSTS: 'localhost',
    SITE_HOSTNAME: tenant.siteHostname,
    SITE_PATH: tenant.sitePath,
    BOT_ID: apps.bot.id,
    BOT_SECRET: apps.bot.secret,
    BOT_LOGIN_URL: `${origin.microsoft365}/${tenant.id}`,
    BOT_OPENID_METADATA_URL: `${origin.microsoft365}/botframework/v1/.well-known/openidconfiguration`,
    BOT_OAUTH_URL: `${origin.microsoft365}/oauth`,
    BOT_TOKEN_ISSUER: 'https://api.botframework.com',
    BOT_SERVICE_URL: serviceUrlOf({ ports }),
    AzureWebJobsStorage: storageConnection(ports),
    CHECK_KEY: 'local-check-key-0123456789abcdef0123456789abcdef',
    TEAMS_APP_ID: manifestAppId,
    TEAMS_CATALOGUE_APP_ID: catalogueAppId,
    // The sample is looked at, and tested, at any hour of any day; `npm start -- --quiet-hours` keeps the trust's own.
    SEND_AT_ANY_HOUR: '1',
    TAB_ORIGIN: origin.page,
  };
};
