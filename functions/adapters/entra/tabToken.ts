import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
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

/** Why a token was refused; written to the log, never told to the caller. */
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

const refusalOf = (error: unknown): TokenRefusal => {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return claimRefusals[error.claim] ?? 'claims';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return 'unknownKey';
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) throw error;
  if (error instanceof errors.JOSEError && error.code !== 'ERR_JOSE_GENERIC') return 'malformed';
  throw error;
};

const bearer = (authorization: string | null): string | undefined =>
  /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];

const personIn = (payload: unknown, rules: TabTokenRules): TokenOutcome => {
  const claims = Claims.safeParse(payload);
  if (!claims.success) {
    // Application permissions come without a person's scope: such a token speaks for no one.
    return refused(z.object({ scp: z.undefined() }).safeParse(payload).success ? 'appOnly' : 'claims');
  }
  const { tid, oid, scp, idtyp } = claims.data;
  if (idtyp === 'app') return refused('appOnly');
  return tid === rules.tenantId && scp.split(' ').includes(scope)
    ? { status: 'valid', person: oid }
    : refused('claims');
};

/** Entra's signing keys: kept, and asked for again when a token names one that is not known. */
export const entraKeys = (keysUrl: string): JWTVerifyGetKey =>
  createRemoteJWKSet(new URL(keysUrl), {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 24 * 60 * 60 * 1000,
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
