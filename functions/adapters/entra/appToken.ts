import { ConfidentialClientApplication } from '@azure/msal-node';
import type { AppIdentity } from '../../environment';
import { within } from '../../within';
import { clientCredential } from './credential';
import type { IdentityCredential } from './managedIdentity';

/** Graph's scope for whatever the administrator consented to; the same in every address configuration. */
const graphScope = 'https://graph.microsoft.com/.default';
/** Milliseconds; MSAL itself would wait for ever. */
const patience = 15_000;

export type TokenSource = () => Promise<string>;

/** Milliseconds before its end at which a token is no longer given out: it has to last for a whole request. */
const margin = 5 * 60_000;

interface Kept {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const registeredApp = ({ clientId, authority, knownAuthorities, credentials }: AppIdentity) =>
  new ConfidentialClientApplication({
    auth: { clientId, authority, knownAuthorities: [...knownAuthorities], ...clientCredential(credentials) },
  });

/** The app registration itself, for Azure's own clients; MSAL keeps the tokens. */
export const registrationCredential = (identity: AppIdentity): IdentityCredential => {
  const app = registeredApp(identity);
  return {
    getToken: async (scopes) => {
      const answer = await within(patience, app.acquireTokenByClientCredential({ scopes: [scopes].flat() }));
      if (!answer) throw new Error('Entra answered without a token.');
      return { token: answer.accessToken, expiresOnTimestamp: answer.expiresOn?.getTime() ?? 0 };
    },
  };
};

/**
 * Graph access tokens of the app itself, kept until shortly before they expire. However many ask at once, one request
 * is made: MSAL alone would make one each (facts 4).
 */
export const createTokenSource = (identity: AppIdentity, now: () => number = Date.now): TokenSource => {
  const app = registeredApp(identity);
  let kept: Kept | undefined;
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const asked = app.acquireTokenByClientCredential({ scopes: [graphScope] });
    const answer = await within(patience, asked);
    if (!answer) throw new Error('Entra answered without a token.');
    kept = { token: answer.accessToken, until: (answer.expiresOn?.getTime() ?? 0) - margin };
    return answer.accessToken;
  };
  return async () => {
    if (kept && now() < kept.until) return kept.token;
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
};
