import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT, createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';
import { createTabTokenVerifier, entraKeys } from '../../../../functions/adapters/entra/tabToken';
import type { TabTokenRules, TokenRefusal } from '../../../../functions/adapters/entra/tabToken';

const tenantId = '5a3e0d60-0000-4000-8000-0000000a55ed';
const clientId = 'a55e0000-0000-4000-8000-000000000001';
const audienceUri = `api://assured.example/${clientId}`;
const oid = '0a55ed00-0000-4000-8000-000000000001';
const rules: TabTokenRules = {
  issuer: `https://login.example/${tenantId}/v2.0`,
  keysUrl: `https://login.example/${tenantId}/discovery/v2.0/keys`,
  audiences: [clientId, audienceUri],
  tenantId,
};

interface Pair {
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

const pairNamed = async (kid: string): Promise<Pair> => {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  return { privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
};

const now = (): number => Math.floor(Date.now() / 1000);

/** A token as Teams sends it: facts 3.2. */
const claims = (): JWTPayload => ({
  aud: clientId,
  iss: rules.issuer,
  iat: now() - 60,
  nbf: now() - 60,
  exp: now() + 3600,
  azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  name: 'Hazel Head',
  oid,
  preferred_username: 'hazel.head@orchard.example',
  scp: 'access_as_user',
  sub: 'pairwise',
  tid: tenantId,
  ver: '2.0',
});

let pair: Pair;
let foreign: Pair;
beforeAll(async () => {
  [pair, foreign] = await Promise.all([pairNamed('key-1'), pairNamed('key-1')]);
});

const signed = (
  payload: JWTPayload,
  { privateKey, jwk }: Pair = pair,
  header: { alg?: string; kid?: string } = {},
): Promise<string> =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: jwk.kid ?? '', typ: 'JWT', ...header }).sign(privateKey);

const verify = (authorization: string | null) =>
  createTabTokenVerifier(rules, createLocalJWKSet({ keys: [pair.jwk] }))(authorization);
const verifyToken = async (token: string) => verify(`Bearer ${token}`);

const changed = (other: Record<string, unknown>): JWTPayload =>
  Object.fromEntries(Object.entries({ ...claims(), ...other }).filter(([, value]) => value !== undefined));

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('a token as Teams sends it', () => {
  it('proves who asks', async () =>
    expect(await verifyToken(await signed(claims()))).toEqual({ status: 'valid', person: oid }));

  it.each([
    ['for the Application ID URI', { aud: audienceUri }],
    ['with more scopes', { scp: 'openid access_as_user profile' }],
    ['that ran out within the tolerance', { exp: now() - 30 }],
    ['that begins within the tolerance', { nbf: now() + 30 }],
    ['whose object id is in capitals', { oid: oid.toUpperCase() }],
  ])('is accepted %s', async (_, other) => {
    expect(await verifyToken(await signed(changed(other)))).toEqual({ status: 'valid', person: oid });
  });
});

describe('a wrong token', () => {
  const wrongClaims: readonly (readonly [string, Record<string, unknown>, TokenRefusal])[] = [
    ['that has run out', { exp: now() - 120 }, 'expired'],
    ['that never runs out', { exp: undefined }, 'claims'],
    ['that is not valid yet', { nbf: now() + 120 }, 'notYetValid'],
    ['without a beginning', { nbf: undefined }, 'notYetValid'],
    ['for another app', { aud: 'a55e0000-0000-4000-8000-000000000009' }, 'audience'],
    ['for Graph', { aud: 'https://graph.microsoft.com' }, 'audience'],
    ['for an address that begins like ours', { aud: `${audienceUri}/more` }, 'audience'],
    ['without an audience', { aud: undefined }, 'audience'],
    ['of another issuer', { iss: 'https://login.example/other/v2.0' }, 'issuer'],
    ['of the same issuer in the older form', { iss: `https://sts.windows.net/${tenantId}/` }, 'issuer'],
    ['of an issuer that begins like ours', { iss: `${rules.issuer}/` }, 'issuer'],
    ['of another tenant', { tid: '99999999-0000-4000-8000-0000000a55ed' }, 'claims'],
    ['without a tenant', { tid: undefined }, 'claims'],
    ['of version 1', { ver: '1.0' }, 'claims'],
    ['without a version', { ver: undefined }, 'claims'],
    ['with another scope', { scp: 'User.Read' }, 'claims'],
    ['with a scope that contains ours', { scp: 'not_access_as_user access_as_user_too' }, 'claims'],
    ['of an app, with roles and no scope', { scp: undefined, roles: ['access_as_user'] }, 'appOnly'],
    ['of an app that says so', { idtyp: 'app' }, 'appOnly'],
    ['without a person', { oid: undefined }, 'claims'],
    ['whose person is no object id', { oid: 'hazel.head@orchard.example' }, 'claims'],
  ];
  it.each(wrongClaims)('%s is refused', async (_, other, reason) => {
    expect(await verifyToken(await signed(changed(other)))).toEqual({ status: 'refused', reason });
  });

  it('signed by somebody else under the same key id is refused', async () => {
    expect(await verifyToken(await signed(claims(), foreign))).toEqual({ status: 'refused', reason: 'signature' });
  });

  it('whose claims were changed after signing is refused', async () => {
    const [header, , signature] = (await signed(claims())).split('.');
    const token = `${header}.${encoded(changed({ oid: '0a55ed00-0000-4000-8000-000000000021' }))}.${signature}`;
    expect(await verifyToken(token)).toEqual({ status: 'refused', reason: 'signature' });
  });

  it('without a signature is refused', async () => {
    const unsigned = `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claims())}.`;
    expect(await verifyToken(unsigned)).toEqual({ status: 'refused', reason: 'malformed' });
    expect(await verifyToken(`${unsigned}AAAA`)).toEqual({ status: 'refused', reason: 'signature' });
  });

  it('signed with our public key as if it were a shared secret is refused', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(pair.jwk));
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'HS256', kid: 'key-1' }).sign(secret);
    expect(await verifyToken(token)).toEqual({ status: 'refused', reason: 'signature' });
  });

  it('signed with another algorithm than Entra’s is refused', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const token = await new SignJWT(claims()).setProtectedHeader({ alg: 'ES256', kid: 'key-1' }).sign(privateKey);
    expect(await verifyToken(token)).toEqual({ status: 'refused', reason: 'signature' });
  });

  it('of a key that nobody knows is refused', async () => {
    const unknown = await pairNamed('key-9');
    expect(await verifyToken(await signed(claims(), unknown))).toEqual({ status: 'refused', reason: 'unknownKey' });
  });

  it.each([
    [null, 'missing'],
    ['', 'missing'],
    ['Basic aGF6ZWw6aGVhZA==', 'malformed'],
    ['Bearer', 'malformed'],
    ['Bearer not.a', 'malformed'],
    ['Bearer a.b.c', 'malformed'],
    ['Bearer a.b.c.d', 'malformed'],
  ])('%j is refused', async (authorization, reason) => {
    expect(await verify(authorization)).toEqual({ status: 'refused', reason });
  });
});

describe('the keys', () => {
  const serving = async (keys: () => { status: number; keys: readonly JWK[] }) => {
    let requests = 0;
    const server = createServer((_request, response) => {
      requests += 1;
      const { status, keys: present } = keys();
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: present }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return {
      verify: createTabTokenVerifier(rules, entraKeys(`http://127.0.0.1:${port}/keys`)),
      requests: () => requests,
      close: () => new Promise((resolve) => server.close(resolve)),
    };
  };

  it('are asked for once, and again when a token names one that is not known', async () => {
    let keys = [pair.jwk];
    const entra = await serving(() => ({ status: 200, keys }));
    const token = await signed(claims());
    await Promise.all([entra.verify(`Bearer ${token}`), entra.verify(`Bearer ${token}`)]);
    await entra.verify(`Bearer ${token}`);
    expect(entra.requests()).toBe(1);
    const next = await pairNamed('key-2');
    keys = [pair.jwk, next.jwk];
    jest.useFakeTimers({
      now: Date.now() + 31_000,
      doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
    });
    expect(await entra.verify(`Bearer ${await signed(claims(), next)}`)).toMatchObject({ status: 'valid' });
    jest.useRealTimers();
    expect(entra.requests()).toBe(2);
    await entra.close();
  });

  it('that cannot be had are a fault, and no refusal', async () => {
    const entra = await serving(() => ({ status: 500, keys: [] }));
    await expect(entra.verify(`Bearer ${await signed(claims())}`)).rejects.toThrow();
    await entra.close();
    await expect(entra.verify(`Bearer ${await signed(claims())}`)).rejects.toThrow();
  });

  it('that cannot be had are not asked for at every token, and are had again after a rest', async () => {
    let status = 503;
    const entra = await serving(() => ({ status, keys: [pair.jwk] }));
    const token = `Bearer ${await signed(claims())}`;
    for (let i = 0; i < 5; i += 1) await expect(entra.verify(token)).rejects.toThrow();
    expect(entra.requests()).toBe(1);
    status = 200;
    jest.useFakeTimers({
      now: Date.now() + 5_001,
      doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'nextTick', 'queueMicrotask'],
    });
    expect(await entra.verify(token)).toMatchObject({ status: 'valid' });
    jest.useRealTimers();
    expect(entra.requests()).toBe(2);
    await entra.close();
  });
});
