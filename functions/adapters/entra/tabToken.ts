import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { PersonId } from '../../../shared/schema/ids';

export interface TabTokenRules {
  /** Compared as it is: `<authority>/<tenant>/v2.0`. */
  readonly issuer: string;
  readonly keysUrl: string;
  /** The client id and the Application ID URI, nothing else (facts 3.2). */
  readonly audiences: readonly [string, string];
  readonly tenantId: string;
}

/** Why a token was refused; written to the log, and told to nobody but who signed in elsewhere: `issuer`. */
export type TokenRefusal =
  | 'missing'
  | 'malformed'
  | 'signature'
  | 'unknownKey'
  | 'expired'
  | 'notYetValid'
  | 'audience'
  | 'issuer'
  | 'claims'
  | 'appOnly';

export type TokenOutcome =
  | { readonly status: 'valid'; readonly person: PersonId }
  | { readonly status: 'refused'; readonly reason: TokenRefusal };

/** Proves who asks. Throws only where the keys cannot be had, which says nothing about the token. */
export type VerifyTabToken = (authorization: string | null) => Promise<TokenOutcome>;

const clockTolerance = 60;
const scope = 'access_as_user';

const Claims = z.object({
  tid: z.string(),
  ver: z.literal('2.0'),
  oid: z.string().toLowerCase().pipe(PersonId),
  scp: z.string(),
  idtyp: z.string().optional(),
});

const refused = (reason: TokenRefusal): TokenOutcome => ({ status: 'refused', reason });

const claimRefusals: Readonly<Record<string, TokenRefusal>> = { aud: 'audience', iss: 'issuer', nbf: 'notYetValid' };

const refusals: Readonly<Record<string, TokenRefusal>> = {
  [errors.JWTExpired.code]: 'expired',
  [errors.JWTInvalid.code]: 'malformed',
  [errors.JWSInvalid.code]: 'malformed',
  [errors.JOSENotSupported.code]: 'malformed',
  [errors.JOSEAlgNotAllowed.code]: 'signature',
  [errors.JWSSignatureVerificationFailed.code]: 'signature',
  [errors.JWKSNoMatchingKey.code]: 'unknownKey',
  [errors.JWKSMultipleMatchingKeys.code]: 'unknownKey',
};

/** Why the token is refused; throws on whatever is not the token's fault: keys that cannot be had. */
const refusalOf = (error: unknown): TokenRefusal => {
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusals[error.claim] ?? 'claims';
  const refusal = error instanceof errors.JOSEError ? refusals[error.code] : undefined;
  if (refusal === undefined) throw error;
  return refusal;
};

const bearer = (authorization: string | null): string | undefined =>
  /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];

const WithScope = z.object({ scp: z.string() });

const personIn = (payload: unknown, rules: TabTokenRules): TokenOutcome => {
  // Application permissions come without a person's scope: such a token speaks for no one.
  if (!WithScope.safeParse(payload).success) return refused('appOnly');
  const claims = Claims.safeParse(payload);
  if (!claims.success) return refused('claims');
  const { tid, oid, scp, idtyp } = claims.data;
  if (idtyp === 'app') return refused('appOnly');
  return tid === rules.tenantId && scp.split(' ').includes(scope)
    ? { status: 'valid', person: oid }
    : refused('claims');
};

/** After a failed fetch nobody asks again for so long: jose rests only after one that succeeded. */
const restAfterFailure = 5_000;

const restingFetch = (): typeof fetch => {
  let failedAt = -Infinity;
  return async (...request) => {
    if (Date.now() - failedAt < restAfterFailure) throw new Error('The keys could not be had a moment ago.');
    try {
      const response = await fetch(...request);
      if (!response.ok) failedAt = Date.now();
      return response;
    } catch (fault) {
      failedAt = Date.now();
      throw fault;
    }
  };
};

/** Entra's signing keys: kept, and asked for again when a token names one that is not known. */
export const entraKeys = (keysUrl: string): ReturnType<typeof createRemoteJWKSet> =>
  createRemoteJWKSet(new URL(keysUrl), {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 24 * 60 * 60 * 1000,
    [customFetch]: restingFetch(),
  });

/** Checks a tab's token in full: there is no way to leave a part out. */
export const createTabTokenVerifier =
  (rules: TabTokenRules, keys: JWTVerifyGetKey = entraKeys(rules.keysUrl)): VerifyTabToken =>
  async (authorization) => {
    if (authorization === null || authorization === '') return refused('missing');
    const token = bearer(authorization);
    if (token === undefined) return refused('malformed');
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: rules.issuer,
        audience: [...rules.audiences],
        clockTolerance,
        requiredClaims: ['exp', 'nbf', 'iat', 'tid', 'oid'],
      });
      return personIn(payload, rules);
    } catch (error) {
      return refused(refusalOf(error));
    }
  };
