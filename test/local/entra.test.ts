import { createRemoteJWKSet, customFetch, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { openDatabase, type LocalDatabase } from '../../local/database';
import { createEntra, type Entra } from '../../local/entra/entra';
import { apps, teamsWebClientId, tenant } from '../../local/settings';

const origin = 'https://localhost:6100';
const person = { id: 'b0000000-0000-4000-8000-000000000001', name: 'Ada Appletree', email: 'ada@orchard.example' };

let folder: string;
let database: LocalDatabase;
let entra: Entra;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'assured-entra-'));
  database = openDatabase(path.join(folder, 'test.sqlite'));
  entra = createEntra({ database, origin });
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true, force: true });
});

const Discovery = z.looseObject({ issuer: z.string(), jwks_uri: z.string(), token_endpoint: z.string().optional() });

/** Verifies as a server does that knows nothing but the discovery address. */
const verify = async (token: string, discoveryPath: string, audience: string) => {
  const discovery = Discovery.parse(await (await entra.app.request(`${origin}${discoveryPath}`)).json());
  const keys = createRemoteJWKSet(new URL(discovery.jwks_uri), {
    [customFetch]: async (url: string) => entra.app.request(url),
  });
  return (await jwtVerify(token, keys, { issuer: discovery.issuer, audience })).payload;
};

const tenantDiscovery = `/${tenant.id}/v2.0/.well-known/openid-configuration`;
const channelDiscovery = '/botframework/v1/.well-known/openidconfiguration';

describe("the tab's token", () => {
  test('holds by discovery and carries what Teams puts into it', async () => {
    const claims = await verify(await entra.issueTabToken(person), tenantDiscovery, apps.product.id);
    expect(claims).toMatchObject({
      iss: `${origin}/${tenant.id}/v2.0`,
      tid: tenant.id,
      oid: person.id,
      scp: 'access_as_user',
      azp: teamsWebClientId,
      ver: '2.0',
      preferred_username: person.email,
      name: person.name,
    });
    expect(Number(claims.exp) - Number(claims.iat)).toBe(3600);
    expect(claims.sub).not.toBe(person.id);
  });

  test.each([
    ['expired', { claims: { exp: 1 } }],
    ['for somebody else', { claims: { aud: 'another-app' } }],
    ['of another issuer', { claims: { iss: 'https://localhost:1/other/v2.0' } }],
    ['forged', { signature: 'forged' as const }],
    ['signed with a key nobody publishes', { signature: 'unknownKey' as const }],
  ])('can be made wrong: %s', async (_what, overrides) => {
    const token = await entra.issueTabToken(person, overrides);
    await expect(verify(token, tenantDiscovery, apps.product.id)).rejects.toThrow();
  });

  test('a claim can be taken away', async () => {
    const token = await entra.issueTabToken(person, { claims: { scp: undefined } });
    expect(decodeJwt(token)).not.toHaveProperty('scp');
  });
});

describe("the channel's token", () => {
  test('holds by its own keys, which Teams endorses', async () => {
    const serviceUrl = `${origin}/connector/`;
    const token = await entra.issueChannelToken({ serviceUrl, audience: apps.bot.id });
    const claims = await verify(token, channelDiscovery, apps.bot.id);
    expect(claims).toMatchObject({ iss: 'https://api.botframework.com', serviceurl: serviceUrl });
    const keys: unknown = await (await entra.app.request(`${origin}/botframework/v1/.well-known/keys`)).json();
    expect(keys).toMatchObject({
      keys: [{ kid: decodeProtectedHeader(token).kid, endorsements: ['msteams'], alg: 'RS256' }],
    });
    await expect(verify(token, tenantDiscovery, apps.bot.id)).rejects.toThrow();
  });
});

describe('keys', () => {
  const kidOf = async (): Promise<string | undefined> => decodeProtectedHeader(await entra.issueTabToken(person)).kid;

  test('outlive a restart', async () => {
    const before = await entra.issueTabToken(person);
    entra = createEntra({ database, origin });
    await verify(before, tenantDiscovery, apps.product.id);
  });

  test('rotate: new tokens have a new key, old tokens hold until it is withdrawn', async () => {
    const old = await entra.issueTabToken(person);
    const oldKid = await kidOf();
    entra.rotateKeys();
    expect(await kidOf()).not.toBe(oldKid);
    await verify(old, tenantDiscovery, apps.product.id);
    entra.rotateKeys('entra', { withdrawOld: true });
    await expect(verify(old, tenantDiscovery, apps.product.id)).rejects.toThrow();
  });
});

describe('the token endpoint', () => {
  const valid = {
    grant_type: 'client_credentials',
    client_id: apps.product.id,
    client_secret: apps.product.secret,
    scope: 'https://graph.microsoft.com/.default',
  };
  const ask = async (form: Record<string, string>, headers = {}, tid: string = tenant.id) => {
    const body = new URLSearchParams(form);
    const answer = await entra.app.request(`${origin}/${tid}/oauth2/v2.0/token`, { method: 'POST', headers, body });
    return { status: answer.status, body: z.record(z.string(), z.unknown()).parse(await answer.json()) };
  };

  test('gives a token for Graph with the roles of the app', async () => {
    const { status, body } = await ask(valid);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
    expect(decodeJwt(String(body.access_token))).toMatchObject({
      aud: 'https://graph.microsoft.com',
      iss: `https://sts.windows.net/${tenant.id}/`,
      appid: apps.product.id,
      roles: [...apps.product.roles],
      ver: '1.0',
    });
    const caller = await entra.verifyAppToken(`Bearer ${String(body.access_token)}`, 'https://graph.microsoft.com');
    expect(caller).toMatchObject({ appId: apps.product.id });
    expect(await entra.verifyAppToken(String(body.access_token), 'https://api.botframework.com')).toBeUndefined();
  });

  test('takes the secret in the header too, and gives a bot its token', async () => {
    const basic = Buffer.from(`${apps.bot.id}:${apps.bot.secret}`).toString('base64');
    const form = { grant_type: 'client_credentials', scope: 'https://api.botframework.com/.default' };
    const { status, body } = await ask(form, { authorization: `Basic ${basic}` });
    expect(status).toBe(200);
    const caller = await entra.verifyAppToken(String(body.access_token), 'https://api.botframework.com');
    expect(caller).toEqual({ appId: apps.bot.id, roles: [] });
  });

  test.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client', 7000215],
    ['no secret', { client_secret: '' }, 401, 'invalid_client', 7000218],
    ['an unknown app', { client_id: 'nobody' }, 400, 'unauthorized_client', 700016],
    ['a scope without .default', { scope: 'https://graph.microsoft.com/User.Read' }, 400, 'invalid_scope', 1002012],
    ['an unknown resource', { scope: 'https://elsewhere.example/.default' }, 400, 'invalid_scope', 500011],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
    ['no grant', { grant_type: '' }, 400, 'invalid_request', 900144],
  ])('refuses %s', async (_what, change, status, error, number) => {
    const refused = await ask({ ...valid, ...change });
    expect(refused.status).toBe(status);
    expect(refused.body).toMatchObject({ error, error_codes: [number] });
    expect(refused.body.error_description).toMatch(new RegExp(`^AADSTS${number}: `));
  });

  test('knows no other tenant', async () => {
    expect((await ask(valid, {}, 'another')).body).toMatchObject({ error: 'invalid_request', error_codes: [90002] });
    expect((await entra.app.request(`${origin}/another/v2.0/.well-known/openid-configuration`)).status).toBe(400);
  });

  test.each(['', 'Bearer', 'Bearer nonsense', 'Bearer a.b.c'])('no caller is read from %j', async (bearer) => {
    expect(await entra.verifyAppToken(bearer, 'https://graph.microsoft.com')).toBeUndefined();
  });
});
