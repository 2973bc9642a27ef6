import { X509Certificate, createPrivateKey, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { generate } from 'selfsigned';
import { createAppCertificates, misfitOf, thumbprintOf } from '../../local/entra/clientAssertion';

const clientId = 'a55e0000-0000-4000-8000-000000000001';
const audience = 'https://localhost:6100/tenant/oauth2/v2.0/token';
const certificates = createAppCertificates();
let made: Awaited<ReturnType<typeof generate>>;
beforeAll(async () => {
  made = await generate([{ name: 'commonName', value: 'an app' }], { keySize: 2048, algorithm: 'sha256' });
  certificates.add(clientId, made.cert);
});

interface Bent {
  readonly claims?: Record<string, unknown>;
  readonly header?: Record<string, unknown>;
}

/** What MSAL signs, with something of it bent. */
const signed = ({ claims, header }: Bent = {}): Promise<string> => {
  const now = Math.floor(Date.now() / 1000);
  const usual = { aud: audience, iss: clientId, sub: clientId, jti: randomUUID(), nbf: now, exp: now + 600 };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'PS256', 'x5t#S256': thumbprintOf(new X509Certificate(made.cert)), ...header })
    .sign(createPrivateKey(made.private));
};

const numberOf = async (jwt: string): Promise<number | undefined> =>
  (await misfitOf(certificates, { clientId, jwt, audience }))?.number;

it('an assertion that an app has signed with its certificate is taken', async () => {
  expect(await numberOf(await signed())).toBeUndefined();
});

it.each([
  ['for another address', { claims: { aud: 'https://elsewhere.example/token' } }, 50027],
  ['of another issuer', { claims: { iss: 'another app' } }, 50027],
  ['about another app', { claims: { sub: 'another app' } }, 50027],
  ['without an id', { claims: { jti: undefined } }, 50027],
  ['without an end', { claims: { exp: undefined } }, 50027],
  ['that has run out', { claims: { exp: 1 } }, 700024],
  ['that names no certificate', { header: { 'x5t#S256': undefined } }, 50027],
  ['that names an unknown certificate', { header: { 'x5t#S256': 'abc' } }, 700027],
])('one %s is not', async (_, bent: Bent, number) => {
  expect(await numberOf(await signed(bent))).toBe(number);
});

it('nor what is none at all', async () => {
  expect(await numberOf('nothing')).toBe(50027);
});
