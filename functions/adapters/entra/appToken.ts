import { ConfidentialClientApplication } from '@azure/msal-node';
import type { AppIdentity } from '../../environment';
import { within } from '../../within';
import { clientCredential } from './credential';

/** Graph's scope for whatever the administrator consented to; the same in every address configuration. */
const graphScope = 'https://graph.microsoft.com/.default';
/** Milliseconds; MSAL itself would wait for ever. */
const patience = 15_000;

export type TokenSource = () => Promise<string>;

/**
 * Graph access tokens of the app itself, cached by MSAL until shortly before they expire. However many ask at once,
 * one request is made: MSAL alone would make one each (facts 4).
 */
export const createTokenSource = (identity: AppIdentity): TokenSource => {
  const app = new ConfidentialClientApplication({
    auth: {
      clientId: identity.clientId,
      authority: identity.authority,
      knownAuthorities: [...identity.knownAuthorities],
      ...clientCredential(identity.credentials),
    },
  });
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const answer = await within(patience, app.acquireTokenByClientCredential({ scopes: [graphScope] }));
    if (!answer) throw new Error('Entra answered without a token.');
    return answer.accessToken;
  };
  return () => {
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
};
