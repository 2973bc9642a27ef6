import { z } from 'zod';
import { checkKeyProblems, checkKeyVariables, checkKeysOf } from './checkKeys';
import type { CheckKeys } from './checkKeys';
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
  isOrigin,
  oneCredential,
  place,
  presentOnly,
  problemsOf,
  siteOf,
} from './environment';
import type { AppIdentity, Credentials, GraphSettings, SiteAddress } from './environment';
import { localSwitches } from './production';
import { storageOf, storageProblems, storageVariables } from './storageSettings';
import type { StorageSettings } from './storageSettings';
import { telemetryOf, telemetryVariables } from './telemetrySettings';
import type { TelemetrySettings } from './telemetrySettings';

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
  BOT_SERVICE_URL: HttpsUrl.default('https://smba.trafficmanager.net/teams/'),
  ...storageVariables,
  ...checkKeyVariables,
  ...telemetryVariables,
  TEAMS_APP_ID: Guid,
  TEAMS_CATALOGUE_APP_ID: Guid.optional(),
  SEND_AT_ANY_HOUR: z.literal('1').optional(),
  TAB_ORIGIN: z
    .url({ protocol: /^https?$/, abort: true })
    .refine(isOrigin, 'must be one origin, without a path or a wildcard'),
});
type Environment = z.infer<typeof Environment>;
type Given = Readonly<Record<string, string>>;

/** The bot may be the managed identity itself: then there is nothing to prove beside its own token. */
export type BotCredentials = Credentials | { readonly kind: 'isManagedIdentity'; readonly clientId: string };

/** What the Functions process needs to know; the start fails with everything that is missing or wrong at once. */
export interface Config extends CheckKeys {
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
    readonly credentials: BotCredentials;
    readonly loginUrl: string;
    readonly knownAuthorities: readonly string[];
    readonly openIdMetadataUrl: string;
    readonly oauthUrl: string;
    readonly tokenIssuer: string;
    readonly serviceUrl: string;
  };
  readonly storage: StorageSettings;
  readonly telemetry: TelemetrySettings | undefined;
  readonly teamsAppId: string;
  /** The app's id in the organisation's catalogue; without it the app is not installed for anybody. */
  readonly teamsCatalogueAppId: string | undefined;
  /** People are written to whatever the hour: on a developer's machine only. */
  readonly sendAtAnyHour: boolean;
  readonly tabOrigin: string;
}

const isSame = (one: string | undefined, other: string | undefined): boolean =>
  one?.toLowerCase() === other?.toLowerCase();

/** The bot's own secret, or what the app itself proves its identity with; undefined where neither will do. */
const botCredentialsOf = (given: Given, credentials: Credentials | undefined): BotCredentials | undefined => {
  if (given.BOT_SECRET !== undefined) return { kind: 'secret', secret: given.BOT_SECRET };
  if (credentials?.kind === 'secret') return isSame(given.BOT_ID, given.CLIENT_ID) ? credentials : undefined;
  if (credentials?.kind !== 'managedIdentity' || !isSame(given.BOT_ID, credentials.clientId)) return credentials;
  return { kind: 'isManagedIdentity', clientId: credentials.clientId };
};

interface Proofs {
  readonly credentials: Credentials;
  readonly botCredentials: BotCredentials;
  readonly storage: StorageSettings;
}

const configOf = (environment: Environment, { credentials, botCredentials, storage }: Proofs): Config => {
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
      serviceUrl: environment.BOT_SERVICE_URL,
    },
    storage,
    ...checkKeysOf(environment),
    telemetry: telemetryOf(environment, credentials),
    teamsAppId: environment.TEAMS_APP_ID,
    teamsCatalogueAppId: environment.TEAMS_CATALOGUE_APP_ID,
    sendAtAnyHour: environment.SEND_AT_ANY_HOUR === '1',
    tabOrigin: environment.TAB_ORIGIN,
  };
};

const nameIn = (problem: string): string => /^\w+/.exec(problem)?.[0] ?? '';

/** A secret is asked for only where it is known that the bot is another registration than the app. */
const botUnproven = (given: Given, { credentials, botCredentials }: Partial<Proofs>): readonly string[] => {
  const known = credentials !== undefined && given.BOT_ID !== undefined && given.CLIENT_ID !== undefined;
  return known && botCredentials === undefined ? ['BOT_SECRET is missing'] : [];
};

/** Everything that is missing or wrong, one line each, and for a variable that cannot be read at all only that. */
const problemsWith = (given: Given, proofs: Partial<Proofs>, unfit: readonly string[]): readonly string[] => {
  const unreadable = new Set(unfit.map(nameIn));
  return [
    ...unfit,
    ...(proofs.credentials ? [] : [oneCredential]),
    ...botUnproven(given, proofs),
    ...storageProblems(given),
    ...checkKeyProblems(given),
    ...localSwitches(given).filter((problem) => !unreadable.has(nameIn(problem))),
  ];
};

/** Reads the environment of the Functions process. Throws `BadEnvironment` with every problem at once. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const given = presentOnly(environment);
  const parsed = Environment.safeParse(given);
  const [first, ...others] = credentialsIn(given);
  const credentials = others.length > 0 ? undefined : first;
  const botCredentials = botCredentialsOf(given, credentials);
  const storage = storageOf(given);
  const problems = problemsWith(
    given,
    { credentials, botCredentials, storage },
    parsed.success ? [] : problemsOf(parsed.error, given),
  );
  if (!parsed.success || problems.length > 0 || !credentials || !botCredentials || !storage)
    throw new BadEnvironment(problems);
  return configOf(parsed.data, { credentials, botCredentials, storage });
};
