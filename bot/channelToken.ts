import { errors, importJWK, jwtVerify, type JWTHeaderParameters } from 'jose';
import { z } from 'zod';
import { createChannelKeys } from './channelKeys';

export interface ChannelTokenRules {
  /** The audience of what is meant for this bot. */
  readonly appId: string;
  readonly tokenIssuer: string;
  readonly openIdMetadataUrl: string;
}

/** Whether the token was signed for this bot, by the Bot Framework, for this channel, and for what comes from this service. */
export type VerifyChannelToken = (
  authorization: string,
  from: { readonly channelId: string; readonly serviceUrl: string },
) => Promise<boolean>;

/** Seconds, as in Microsoft's own libraries. */
const clockTolerance = 5 * 60;
const algorithms = ['RS256', 'RS384', 'RS512'];

const Claims = z.object({
  aud: z.string(),
  serviceurl: z.string(),
  ver: z.string().optional(),
  appid: z.string().optional(),
  azp: z.string().optional(),
});
type Claims = z.infer<typeof Claims>;

/** One bot's token for another, which botbuilder calls a skill's: it names the bot that it was given to. */
const isOfAnotherBot = ({ aud, ver, appid, azp }: Claims): boolean => {
  const holder = ver === '2.0' ? azp : appid;
  return ver !== undefined && holder !== undefined && holder !== aud;
};

const bearer = (authorization: string): string | undefined =>
  /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];

/**
 * Checks what botbuilder would check of a token of a channel, and takes no other: neither an emulator's nor a skill's.
 * False for whoever is not Teams; throws `ChannelKeysUnavailable` while it cannot be told.
 */
export const createChannelTokenVerifier = (rules: ChannelTokenRules, now: () => number): VerifyChannelToken => {
  const keyOf = createChannelKeys(rules.openIdMetadataUrl, now);

  return async (authorization, { channelId, serviceUrl }) => {
    const token = bearer(authorization);
    if (token === undefined) return false;
    const key = async ({ kid = '', alg }: JWTHeaderParameters) => {
      const found = await keyOf(kid);
      if (!found || found.kty !== 'RSA') throw new errors.JWKSNoMatchingKey();
      if (found.endorsements?.length && !found.endorsements.includes(channelId)) throw new errors.JWKSNoMatchingKey();
      return importJWK(found, alg);
    };
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms,
        issuer: rules.tokenIssuer,
        audience: rules.appId,
        clockTolerance,
        requiredClaims: ['exp'],
      });
      // A token for several at once is refused as well: jose takes it, botbuilder never did.
      const claims = Claims.safeParse(payload).data;
      return claims?.serviceurl === serviceUrl && !isOfAnotherBot(claims);
    } catch (fault) {
      if (fault instanceof errors.JOSEError) return false;
      throw fault;
    }
  };
};
