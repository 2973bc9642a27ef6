import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAcquireToken } from '../../../../bot/botToken';
import { botCredential, clientCredential } from '../../../../functions/adapters/entra/credential';
import { managedIdentity } from '../../../../functions/adapters/entra/managedIdentity';

/** What the platform offers beside the process: the endpoint of its identities. */
const startEndpoint = async () => {
  const asked: { readonly resource: string; readonly clientId: string; readonly secret: unknown }[] = [];
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '', 'http://localhost').searchParams;
    const resource = query.get('resource') ?? '';
    asked.push({ resource, clientId: query.get('client_id') ?? '', secret: request.headers['x-identity-header'] });
    const expiresOn = Math.floor(Date.now() / 1000) + 3600;
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ access_token: `for ${resource}`, expires_on: expiresOn, resource, token_type: 'Bearer' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, port, close: () => new Promise((resolve) => server.close(resolve)) };
};

let endpoint: Awaited<ReturnType<typeof startEndpoint>>;
const before = { ...process.env };
beforeAll(async () => {
  endpoint = await startEndpoint();
  process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${endpoint.port}/token`;
  process.env['IDENTITY_HEADER'] = 'the platforms own';
});
afterAll(async () => {
  process.env = before;
  await endpoint.close();
});

const clientId = 'a55e0000-0000-4000-8000-0000000000ff';
const last = () => endpoint.asked.at(-1);

describe('the managed identity', () => {
  it('gets tokens for storage, as Azure’s own clients ask for them, and keeps them', async () => {
    const { getToken } = managedIdentity(clientId);
    const first = await getToken(['https://storage.azure.com/.default']);
    expect(first.token).toMatch(/^for https:\/\/storage\.azure\.com\/?$/);
    expect(first.expiresOnTimestamp).toBeGreaterThan(Date.now() + 3_000_000);
    expect(last()).toMatchObject({ clientId, secret: 'the platforms own' });
    const asked = endpoint.asked.length;
    expect(await getToken('https://storage.azure.com/.default')).toMatchObject({ token: first.token });
    expect(endpoint.asked).toHaveLength(asked);
  });

  it('vouches for the app registration', async () => {
    const credential = clientCredential({ kind: 'managedIdentity', clientId });
    if (!('clientAssertion' in credential)) throw new Error('There is no assertion.');
    expect(await credential.clientAssertion()).toBe('for api://AzureADTokenExchange');
  });

  it('is the bot itself, which asks for Teams’ chat without an assertion, once for all who ask at the same time', async () => {
    const acquire = createAcquireToken({
      appId: clientId,
      tenantId: 'any',
      credential: botCredential({ kind: 'isManagedIdentity', clientId }),
      loginUrl: 'https://nobody.example/any',
      knownAuthorities: [],
      openIdMetadataUrl: 'https://nobody.example',
      oauthUrl: 'https://nobody.example',
      tokenIssuer: 'https://nobody.example',
      serviceUrl: 'https://nobody.example',
    });
    const asked = endpoint.asked.length;
    const scope = 'https://api.botframework.com/.default';
    const [token, again] = await Promise.all([acquire(scope), acquire(scope)]);
    expect(token.accessToken).toBe('for https://api.botframework.com');
    expect(token.expiresOn.getTime()).toBeGreaterThan(Date.now() + 3_000_000);
    expect(again).toBe(token);
    expect(endpoint.asked.slice(asked).map(({ resource }) => resource)).toEqual(['https://api.botframework.com']);
  });
});
