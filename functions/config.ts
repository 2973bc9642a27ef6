import { z } from 'zod';
import {
  BadEnvironment,
  Guid,
  HttpsUrl,
  addresses,
  authorityOf,
  credentialVariables,
  credentialsIn,
  graphOf,
  identityOf,
  oneCredential,
  place,
  presentOnly,
  problemsOf,
  siteOf,
} from './environment';
import type { AppIdentity, Credentials, GraphSettings, SiteAddress } from './environment';

const Environment = z.object({
  TENANT_ID: Guid,
  CLIENT_ID: Guid,
  ...credentialVariables,
  TOKEN_AUDIENCE_URI: z.string().regex(/^api:\/\/\S+$/, 'must be the Application ID URI, api://…'),
  ...addresses,
  ...place,
  BOT_ID: Guid,
  BOT_SECRET: z.string().optional(),
  BOT_LOGIN_URL: HttpsUrl.optional(),
  BOT_OPENID_METADATA_URL: HttpsUrl.default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  BOT_OAUTH_URL: HttpsUrl.default('https://token.botframework.com'),
  BOT_TOKEN_ISSUER: HttpsUrl.default('https://api.botframework.com'),
  AzureWebJobsStorage: z.string().min(1),
  CHECK_KEY: z.string().min(32, 'must have at least 32 characters'),
  TEAMS_APP_ID: z.string().min(1),
  TEAMS_CATALOGUE_APP_ID: Guid.optional(),
  SEND_AT_ANY_HOUR: z.literal('1').optional(),
  TAB_ORIGIN: z.url({ protocol: /^https?$/ }),
});
type Environment = z.infer<typeof Environment>;

/** What the Functions process needs to know; the start fails with everything that is missing or wrong at once. */
export interface Config {
  readonly identity: AppIdentity;
  readonly graph: GraphSettings;
  readonly site: SiteAddress;
  /** What a tab's token must say. */
  readonly token: {
    readonly issuer: string;
    readonly keysUrl: string;
    readonly audiences: readonly [string, string];
    readonly tenantId: string;
  };
  readonly bot: {
    readonly appId: string;
    readonly tenantId: string;
    readonly credentials: Credentials;
    readonly loginUrl: string;
    readonly knownAuthorities: readonly string[];
    readonly openIdMetadataUrl: string;
    readonly oauthUrl: string;
    readonly tokenIssuer: string;
  };
  readonly storageConnection: string;
  readonly checkKey: string;
  readonly teamsAppId: string;
  /** The app's id in the organisation's catalogue; without it the app is not installed for anybody. */
  readonly teamsCatalogueAppId: string | undefined;
  /** People are written to whatever the hour: on a developer's machine only. */
  readonly sendAtAnyHour: boolean;
  readonly tabOrigin: string;
}

/** The bot's own secret, or what the app itself proves its identity with. */
const botCredentialsOf = (environment: Environment, credentials: Credentials): Credentials | undefined => {
  if (environment.BOT_SECRET) return { kind: 'secret', secret: environment.BOT_SECRET };
  return credentials.kind !== 'secret' || environment.BOT_ID === environment.CLIENT_ID ? credentials : undefined;
};

const configOf = (environment: Environment, credentials: Credentials, botCredentials: Credentials): Config => {
  const authority = authorityOf(environment);
  return {
    identity: identityOf(environment, environment.CLIENT_ID, credentials),
    graph: graphOf(environment),
    site: siteOf(environment),
    token: {
      issuer: `${authority}/v2.0`,
      keysUrl: `${authority}/discovery/v2.0/keys`,
      audiences: [environment.CLIENT_ID, environment.TOKEN_AUDIENCE_URI],
      tenantId: environment.TENANT_ID,
    },
    bot: {
      appId: environment.BOT_ID,
      tenantId: environment.TENANT_ID,
      credentials: botCredentials,
      loginUrl: environment.BOT_LOGIN_URL ?? authority,
      knownAuthorities: environment.KNOWN_AUTHORITIES,
      openIdMetadataUrl: environment.BOT_OPENID_METADATA_URL,
      oauthUrl: environment.BOT_OAUTH_URL,
      tokenIssuer: environment.BOT_TOKEN_ISSUER,
    },
    storageConnection: environment.AzureWebJobsStorage,
    checkKey: environment.CHECK_KEY,
    teamsAppId: environment.TEAMS_APP_ID,
    teamsCatalogueAppId: environment.TEAMS_CATALOGUE_APP_ID,
    sendAtAnyHour: environment.SEND_AT_ANY_HOUR === '1',
    tabOrigin: environment.TAB_ORIGIN,
  };
};

const isThisMachine = (origin: string): boolean => new URL(origin).hostname === 'localhost';

/** The trust's sending hours hold wherever its people are. */
const anyHourElsewhere = ({ SEND_AT_ANY_HOUR, AUTHORITY_HOST }: Environment): boolean =>
  SEND_AT_ANY_HOUR !== undefined && !isThisMachine(AUTHORITY_HOST);

/** Reads the environment of the Functions process. Throws `BadEnvironment` with every problem at once. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const given = presentOnly(environment);
  const parsed = Environment.safeParse(given);
  const [credentials, ...others] = credentialsIn(given);
  const ambiguous = credentials === undefined || others.length > 0;
  const unfit = [...(parsed.success ? [] : problemsOf(parsed.error, given)), ...(ambiguous ? [oneCredential] : [])];
  if (!parsed.success || ambiguous) throw new BadEnvironment(unfit);
  if (anyHourElsewhere(parsed.data))
    throw new BadEnvironment(['SEND_AT_ANY_HOUR: only where AUTHORITY_HOST is this machine']);
  const botCredentials = botCredentialsOf(parsed.data, credentials);
  if (botCredentials === undefined) throw new BadEnvironment(['BOT_SECRET is missing']);
  return configOf(parsed.data, credentials, botCredentials);
};
