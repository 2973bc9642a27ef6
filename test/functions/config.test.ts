import { readConfig } from '../../functions/config';
import { BadEnvironment } from '../../functions/environment';
import { functionsEnvironment, portsFrom, storageConnection } from '../../local/settings';

const local = functionsEnvironment({ ports: portsFrom(6600), dataDir: 'data' });

/** What a trust sets in Azure; everything else has the public cloud's value. */
const production = {
  TENANT_ID: '5A3E0D60-0000-4000-8000-0000000A55ED',
  CLIENT_ID: 'a55e0000-0000-4000-8000-000000000001',
  CLIENT_SECRET: 'a-secret',
  TOKEN_AUDIENCE_URI: 'api://assured.example/botid-a55e0000-0000-4000-8000-000000000001',
  SITE_HOSTNAME: 'orchard.sharepoint.com',
  SITE_PATH: '/sites/assured',
  BOT_ID: 'a55e0000-0000-4000-8000-000000000001',
  AzureWebJobsStorage: 'DefaultEndpointsProtocol=https;AccountName=x;AccountKey=eA==;EndpointSuffix=core.windows.net',
  CHECK_KEY: 'c'.repeat(32),
  TEAMS_APP_ID: 'a55e0000-0000-4000-8000-00000000000a',
  TAB_ORIGIN: 'https://assured.example',
};

const without = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(production).filter(([name]) => !names.includes(name)));

const problemsIn = (environment: Record<string, string | undefined>): readonly string[] => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof BadEnvironment) return error.problems;
    throw error;
  }
  return [];
};

describe('the settings of the Functions process', () => {
  it('take the public cloud where nothing else is said', () => {
    const config = readConfig(production);
    const tenant = '5a3e0d60-0000-4000-8000-0000000a55ed';
    expect(config).toMatchObject({
      identity: {
        authority: `https://login.microsoftonline.com/${tenant}`,
        knownAuthorities: [],
        credentials: { kind: 'secret' },
      },
      graph: { baseUrl: 'https://graph.microsoft.com/', customHosts: [] },
      token: {
        issuer: `https://login.microsoftonline.com/${tenant}/v2.0`,
        keysUrl: `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
        audiences: [production.CLIENT_ID, production.TOKEN_AUDIENCE_URI],
        tenantId: tenant,
      },
      bot: {
        loginUrl: `https://login.microsoftonline.com/${tenant}`,
        openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
        oauthUrl: 'https://token.botframework.com',
        tokenIssuer: 'https://api.botframework.com',
        credentials: { kind: 'secret', secret: 'a-secret' },
      },
    });
  });

  it('are read from the local environment by the same names', () => {
    expect(readConfig(local)).toMatchObject({
      graph: { baseUrl: 'https://localhost:6601/', customHosts: ['localhost'] },
      identity: { knownAuthorities: ['localhost:6601'] },
      bot: { credentials: { kind: 'secret', secret: 'local-bot-secret' }, oauthUrl: 'https://localhost:6601/oauth' },
      tabOrigin: 'http://localhost:6600',
    });
  });

  it.each(Object.keys(production))('name %s where it is missing, or empty', (name) => {
    const named = name === 'CLIENT_SECRET' ? /exactly one of CLIENT_SECRET/ : new RegExp(`^${name} is missing$`);
    expect(problemsIn(without(name))).toEqual([expect.stringMatching(named)]);
    expect(problemsIn({ ...production, [name]: '  ' })).toEqual([expect.stringMatching(named)]);
  });

  it('let people be written to at any hour on a developer’s machine alone', () => {
    expect(readConfig(local)).toMatchObject({ sendAtAnyHour: true });
    expect(readConfig({ ...local, SEND_AT_ANY_HOUR: '' })).toMatchObject({ sendAtAnyHour: false });
    expect(readConfig(production)).toMatchObject({ sendAtAnyHour: false, teamsCatalogueAppId: undefined });
    const elsewhere = [expect.stringMatching(/^SEND_AT_ANY_HOUR: only where/) as string];
    expect(problemsIn({ ...production, SEND_AT_ANY_HOUR: '1' })).toEqual(elsewhere);
    const alike = 'https://localhost.example';
    expect(problemsIn({ ...production, SEND_AT_ANY_HOUR: '1', AUTHORITY_HOST: alike })).toEqual(elsewhere);
  });

  it('name everything at once, also what only belongs together and what is for developers', () => {
    expect(
      problemsIn({
        ...production,
        TENANT_ID: 'common',
        BOT_ID: 'a55e0000-0000-4000-8000-000000000003',
        SEND_AT_ANY_HOUR: '1',
        AzureWebJobsStorage__credential: 'managedidentity',
        TAB_ORIGIN: 'http://assured.example',
      }).map((problem) => problem.split(/[: ]/)[0]),
    ).toEqual(['TENANT_ID', 'BOT_SECRET', 'AzureWebJobsStorage', 'SEND_AT_ANY_HOUR', 'TAB_ORIGIN']);
  });

  it('name everything at once where nearly nothing is given', () => {
    const problems = problemsIn({
      TENANT_ID: 'orchard.example',
      GRAPH_BASE_URL: 'http://graph.microsoft.com/',
      CHECK_KEY: 'short',
    });
    expect(problems).toHaveLength(Object.keys(production).length + 1);
    for (const name of ['TENANT_ID', 'GRAPH_BASE_URL', 'CHECK_KEY', 'BOT_ID', 'CLIENT_SECRET']) {
      expect(problems.join('\n')).toContain(name);
    }
  });

  it.each([
    ['TENANT_ID', 'common'],
    ['TENANT_ID', 'orchard.onmicrosoft.com'],
    ['AUTHORITY_HOST', 'http://login.microsoftonline.com'],
    ['AUTHORITY_HOST', 'https://login.microsoftonline.com/common'],
    ['GRAPH_BASE_URL', 'http://localhost:1'],
    ['TOKEN_AUDIENCE_URI', 'https://assured.example'],
    ['BOT_OPENID_METADATA_URL', 'http://localhost:1'],
    ['SITE_PATH', 'sites/assured'],
    ['CHECK_KEY', 'c'.repeat(31)],
  ])('refuse %s=%s, and never repeat the value', (name, value) => {
    const problems = problemsIn({ ...production, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
    expect(problems[0]).not.toContain(value);
  });
});

describe('for a trust, and nowhere else, the settings refuse', () => {
  const zeros = '00000000-0000-0000-0000-000000000000';
  const emulator = storageConnection(portsFrom(6600));
  it.each([
    ['an empty bot', 'BOT_ID', zeros],
    ['an empty app', 'CLIENT_ID', zeros],
    ['an empty tenant', 'TENANT_ID', zeros],
    ['a wildcard for the tab', 'TAB_ORIGIN', '*'],
    ['a tab on any of a domain’s hosts', 'TAB_ORIGIN', 'https://*.example'],
    ['a tab without TLS', 'TAB_ORIGIN', 'http://assured.example'],
    ['a tab on this machine', 'TAB_ORIGIN', 'https://localhost:5300'],
    ['a tab with a path', 'TAB_ORIGIN', 'https://assured.example/tab'],
    ['a tab with a slash, which no browser sends', 'TAB_ORIGIN', 'https://assured.example/'],
    ['two tabs', 'TAB_ORIGIN', 'https://assured.example,https://other.example'],
    ['a Graph of this machine', 'GRAPH_BASE_URL', 'https://localhost:6601/'],
    ['a Graph at an address of this machine', 'GRAPH_BASE_URL', 'https://127.0.0.1:6601/'],
    ['keys of this machine', 'BOT_OPENID_METADATA_URL', 'https://[::1]:6601/openid'],
    ['an issuer of this machine', 'BOT_TOKEN_ISSUER', 'https://localhost'],
    ['a sign-in service of this machine as well known', 'KNOWN_AUTHORITIES', 'login.example, localhost:6601'],
    ['Graph’s tokens for this machine', 'GRAPH_CUSTOM_HOSTS', 'localhost'],
    ['the emulator’s storage', 'AzureWebJobsStorage', emulator],
    ['the emulator’s storage in short', 'AzureWebJobsStorage', 'UseDevelopmentStorage=true'],
    ['storage without TLS', 'AzureWebJobsStorage', 'DefaultEndpointsProtocol=http;AccountName=x;AccountKey=eA=='],
    ['tables without TLS', 'AzureWebJobsStorage', 'TableEndpoint=http://x.example;AccountName=x;AccountKey=eA=='],
    ['any hour', 'SEND_AT_ANY_HOUR', '1'],
    ['the sample’s key', 'CHECK_KEY', local['CHECK_KEY'] ?? ''],
    ['unchecked certificates', 'NODE_TLS_REJECT_UNAUTHORIZED', '0'],
  ])('%s', (_, name, value) => {
    const problems = problemsIn({ ...production, BOT_SECRET: 'b', [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
  });

  it('nothing of what the local sample needs', () => expect(problemsIn(local)).toEqual([]));
});

describe('the storage account', () => {
  const identity = {
    AzureWebJobsStorage__queueServiceUri: 'https://x.queue.core.windows.net/',
    AzureWebJobsStorage__tableServiceUri: 'https://x.table.core.windows.net/',
    AzureWebJobsStorage__credential: 'managedidentity',
    AzureWebJobsStorage__clientId: 'A55E0000-0000-4000-8000-0000000000FF',
  };
  const bare = without('AzureWebJobsStorage');
  const asIdentity = {
    kind: 'identity',
    queues: 'https://x.queue.core.windows.net',
    tables: 'https://x.table.core.windows.net',
    clientId: identity.AzureWebJobsStorage__clientId,
  };

  it('is reached with a connection string', () => {
    expect(readConfig(production).storage).toEqual({
      kind: 'connectionString',
      connectionString: production.AzureWebJobsStorage,
    });
  });

  it('is reached as a managed identity, by its addresses or by its name', () => {
    expect(readConfig({ ...bare, ...identity }).storage).toEqual(asIdentity);
    const { AzureWebJobsStorage__credential, AzureWebJobsStorage__clientId } = identity;
    const named = { AzureWebJobsStorage__accountName: 'x'.repeat(3), AzureWebJobsStorage__credential };
    expect(readConfig({ ...bare, ...named, AzureWebJobsStorage__clientId }).storage).toEqual({
      ...asIdentity,
      queues: 'https://xxx.queue.core.windows.net',
      tables: 'https://xxx.table.core.windows.net',
    });
  });

  it.each(Object.keys(identity))('is not reached without %s', (name) => {
    const rest = Object.fromEntries(Object.entries(identity).filter(([each]) => each !== name));
    expect(problemsIn({ ...bare, ...rest })).toEqual([`${name} is missing`]);
  });

  it.each([
    ['AzureWebJobsStorage__queueServiceUri', 'http://x.queue.core.windows.net'],
    ['AzureWebJobsStorage__tableServiceUri', 'https://127.0.0.1:10002/x'],
    ['AzureWebJobsStorage__credential', 'workloadidentity'],
    ['AzureWebJobsStorage__clientId', 'me'],
  ])('is not reached with %s=%s', (name, value) => {
    const problems = problemsIn({ ...bare, ...identity, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
  });

  it('is named in one way, not in two', () => {
    expect(problemsIn({ ...production, ...identity })).toEqual([expect.stringMatching(/^AzureWebJobsStorage: .*both/)]);
  });
});

describe('the app’s proof of itself', () => {
  const bare = without('CLIENT_SECRET');
  const certificate = { CLIENT_CERTIFICATE_PATH: '/home/key.pem', CLIENT_CERTIFICATE_THUMBPRINT: 'AB'.repeat(32) };
  const managed = { MANAGED_IDENTITY_CLIENT_ID: 'a55e0000-0000-4000-8000-0000000000ff' };

  it.each([
    ['a secret', { CLIENT_SECRET: 's' }, 'secret'],
    ['a certificate', certificate, 'certificate'],
    ['a managed identity', managed, 'managedIdentity'],
  ])('is %s', (_, given, kind) => {
    const config = readConfig({ ...bare, ...given });
    expect(config.identity.credentials.kind).toBe(kind);
    expect(config.bot.credentials.kind).toBe(kind);
  });

  it.each([
    ['two at once', { CLIENT_SECRET: 's', ...managed }],
    ['three at once', { CLIENT_SECRET: 's', ...certificate, ...managed }],
    ['a certificate without its thumbprint', { CLIENT_CERTIFICATE_PATH: '/home/key.pem' }],
  ])('is not %s', (_, given) => {
    expect(problemsIn({ ...bare, ...given })).toEqual([expect.stringContaining('exactly one of')]);
  });

  it('is not borrowed by a bot of another registration', () => {
    const other = { ...production, BOT_ID: 'a55e0000-0000-4000-8000-000000000003' };
    expect(problemsIn(other)).toEqual(['BOT_SECRET is missing']);
    expect(readConfig({ ...other, BOT_SECRET: 'b' }).bot.credentials).toEqual({ kind: 'secret', secret: 'b' });
  });

  it('is the bot’s own where the bot is the managed identity itself', () => {
    const clientId = managed.MANAGED_IDENTITY_CLIENT_ID;
    expect(readConfig({ ...bare, ...managed, BOT_ID: clientId.toUpperCase() })).toMatchObject({
      identity: { credentials: { kind: 'managedIdentity', clientId } },
      bot: { appId: clientId, credentials: { kind: 'isManagedIdentity', clientId } },
    });
  });
});
