import { readConfig } from '../../functions/config';
import { production, without, problemsIn } from './configuring';

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
