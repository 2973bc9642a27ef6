import { createHash, randomUUID } from 'node:crypto';
import { decodeProtectedHeader, jwtVerify, SignJWT, type JWTPayload } from 'jose';
import { z } from 'zod';
import { apps, teamsWebClientId, tenant } from '../settings';
import { newPrivateKey, type SigningKeys } from './keys';

export const tokenLifetimeSeconds = 3600;

/** What a test may bend to get a token that must be refused. */
export interface TokenOverrides {
  /** Replaces claims; `undefined` takes one away. Times are seconds since 1970. */
  readonly claims?: Record<string, unknown>;
  /** `forged`: signed by another key under the published id. `unknownKey`: by a key nobody publishes. */
  readonly signature?: 'forged' | 'unknownKey';
}

export interface TabUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface RegisteredApp {
  readonly id: string;
  readonly secret: string;
  readonly roles: readonly string[];
}

const seconds = (): number => Math.floor(Date.now() / 1000);

const sign = (keys: SigningKeys, claims: JWTPayload, overrides: TokenOverrides = {}): Promise<string> => {
  const issuedAt = seconds();
  const payload: JWTPayload = {
    iat: issuedAt,
    nbf: issuedAt,
    exp: issuedAt + tokenLifetimeSeconds,
    ...claims,
    ...overrides.claims,
  };
  const current = keys.current();
  const key = overrides.signature === undefined ? current.privateKey : newPrivateKey();
  const kid = overrides.signature === 'unknownKey' ? randomUUID() : current.kid;
  return new SignJWT(payload).setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid }).sign(key);
};

/** The subject differs for every app, as Entra's does: nobody may use it as the person's key. */
const pairwiseSubject = (id: string): string =>
  createHash('sha256').update(`${id}|${apps.product.id}`).digest('base64url');

/** What Teams hands a tab: an access token, version 2, for the product's own API. */
export const signTabToken = (
  keys: SigningKeys,
  origin: string,
  person: TabUser,
  overrides?: TokenOverrides,
): Promise<string> =>
  sign(
    keys,
    {
      aud: apps.product.id,
      iss: `${origin}/${tenant.id}/v2.0`,
      azp: teamsWebClientId,
      azpacr: '0',
      name: person.name,
      oid: person.id,
      preferred_username: person.email,
      scp: 'access_as_user',
      sub: pairwiseSubject(person.id),
      tid: tenant.id,
      uti: randomUUID(),
      ver: '2.0',
    },
    overrides,
  );

/** What Teams sends to a bot with every activity. */
export const signChannelToken = (
  keys: SigningKeys,
  { serviceUrl, audience }: { serviceUrl: string; audience: string },
  overrides?: TokenOverrides,
): Promise<string> =>
  sign(keys, { iss: 'https://api.botframework.com', aud: audience, serviceurl: serviceUrl }, overrides);

/** What an app gets for Graph or the Bot Connector: version 1, its own permissions in `roles`. */
export const signAppToken = (keys: SigningKeys, app: RegisteredApp, audience: string): Promise<string> =>
  sign(keys, {
    aud: audience,
    iss: `https://sts.windows.net/${tenant.id}/`,
    appid: app.id,
    appidacr: '1',
    idtyp: 'app',
    oid: app.id,
    sub: app.id,
    tid: tenant.id,
    ...(audience === 'https://graph.microsoft.com' && app.roles.length > 0 ? { roles: [...app.roles] } : {}),
    uti: randomUUID(),
    ver: '1.0',
  });

const AppClaims = z.object({ appid: z.string(), roles: z.array(z.string()).default([]) });

export interface AppCaller {
  readonly appId: string;
  readonly roles: readonly string[];
}

/** Who an app token names, or nothing when it is missing, expired, forged, or for somebody else. */
export const readAppToken = async (
  keys: SigningKeys,
  bearer: string | undefined,
  audience: string,
): Promise<AppCaller | undefined> => {
  const token = bearer?.replace(/^Bearer\s+/i, '');
  if (!token) return undefined;
  try {
    const key = keys.find(decodeProtectedHeader(token).kid ?? '');
    if (!key) return undefined;
    const { payload } = await jwtVerify(token, key.publicKey, {
      audience,
      issuer: `https://sts.windows.net/${tenant.id}/`,
      algorithms: ['RS256'],
    });
    const claims = AppClaims.safeParse(payload);
    return claims.success ? { appId: claims.data.appid, roles: claims.data.roles } : undefined;
  } catch {
    return undefined;
  }
};
