import { readConfig } from '../../functions/config';
import { functionsEnvironment, portsFrom, storageConnection } from '../../local/settings';
import { production, without, problemsIn } from './configuring';

const local = functionsEnvironment({ ports: portsFrom(6600), dataDir: 'data' });

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
        serviceUrl: 'https://smba.trafficmanager.net/teams/',
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

  it('take nothing of a developer’s machine in Azure, by whose name it is known', () => {
    const inAzure = { ...local, WEBSITE_SITE_NAME: 'assured-orchard' };
    const named = problemsIn(inAzure).map((problem) => problem.split(/[: ]/)[0]);
    for (const name of ['AUTHORITY_HOST', 'SEND_AT_ANY_HOUR', 'TAB_ORIGIN', 'GRAPH_BASE_URL', 'CHECK_KEY'])
      expect(named).toContain(name);
  });

  it('report where Application Insights is named, as the managed identity where there is one', () => {
    const connectionString =
      'InstrumentationKey=a55e0000-0000-4000-8000-00000000001c;IngestionEndpoint=https://in.example/';
    const reporting = { ...production, APPLICATIONINSIGHTS_CONNECTION_STRING: connectionString };
    expect(readConfig(production).telemetry).toBeUndefined();
    expect(readConfig(reporting).telemetry).toEqual({ connectionString, identity: undefined, role: 'assured' });
    const clientId = 'a55e0000-0000-4000-8000-0000000000ff';
    const managed = { ...reporting, CLIENT_SECRET: '', MANAGED_IDENTITY_CLIENT_ID: clientId, BOT_ID: clientId };
    expect(readConfig({ ...managed, WEBSITE_SITE_NAME: 'orchard' }).telemetry).toEqual({
      ...{ connectionString, identity: clientId, role: 'orchard' },
    });
    expect(problemsIn({ ...reporting, APPLICATIONINSIGHTS_CONNECTION_STRING: 'https://in.example' })).toEqual([
      expect.stringMatching(/^APPLICATIONINSIGHTS_CONNECTION_STRING: must be the connection string/),
    ]);
  });

  it('take a second check key, which is the one from before, and no more than one', () => {
    const before = 'the-key-before-it-0123456789abcdef';
    const both = { checkKey: production.CHECK_KEY, checkKeyBefore: before };
    expect(readConfig({ ...production, CHECK_KEY_BEFORE: before })).toMatchObject(both);
    expect(readConfig({ ...production, CHECK_KEY_BEFORE: '' })).not.toHaveProperty('checkKeyBefore');
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
    ['CHECK_KEY', 'a-key-of-31-characters-12345678'],
    ['CHECK_KEY', 'c'.repeat(64)],
    ['CHECK_KEY_BEFORE', 'a-key-of-31-characters-12345678'],
    ['CHECK_KEY_BEFORE', `change-it-${'c'.repeat(54)}`],
    ['CHECK_KEY_BEFORE', production.CHECK_KEY],
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
    ['a Teams of this machine', 'BOT_SERVICE_URL', 'https://localhost:6601/'],
    ['a sign-in service of this machine as well known', 'KNOWN_AUTHORITIES', 'login.example, localhost:6601'],
    ['Graph’s tokens for this machine', 'GRAPH_CUSTOM_HOSTS', 'localhost'],
    ['the emulator’s storage', 'AzureWebJobsStorage', emulator],
    ['the emulator’s storage in short', 'AzureWebJobsStorage', 'UseDevelopmentStorage=true'],
    ['storage without TLS', 'AzureWebJobsStorage', 'DefaultEndpointsProtocol=http;AccountName=x;AccountKey=eA=='],
    ['tables without TLS', 'AzureWebJobsStorage', 'TableEndpoint=http://x.example;AccountName=x;AccountKey=eA=='],
    ['any hour', 'SEND_AT_ANY_HOUR', '1'],
    ['the sample’s key', 'CHECK_KEY', local['CHECK_KEY'] ?? ''],
    ['the sample’s key as the one from before', 'CHECK_KEY_BEFORE', local['CHECK_KEY'] ?? ''],
    ['unchecked certificates', 'NODE_TLS_REJECT_UNAUTHORIZED', '0'],
  ])('%s', (_, name, value) => {
    const problems = problemsIn({ ...production, BOT_SECRET: 'b', [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name}: `))]);
  });

  it('nothing of what the local sample needs', () => expect(problemsIn(local)).toEqual([]));
});
