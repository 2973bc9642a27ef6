import { readFileSync } from 'node:fs';
import { ConfidentialClientApplication, ManagedIdentityApplication } from '@azure/msal-node';
import type { Configuration } from '@azure/msal-node';
import type { AppIdentity } from '../../environment';

/** Graph's scope for whatever the administrator consented to; the same in every address configuration. */
const graphScope = 'https://graph.microsoft.com/.default';
/** The audience under which Entra accepts a managed identity's token as a federated credential (facts 4). */
const tokenExchange = 'api://AzureADTokenExchange';

const federatedAssertion = (clientId: string): (() => Promise<string>) => {
  const identity = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: clientId } });
  return async () => (await identity.acquireToken({ resource: tokenExchange })).accessToken;
};

const proofOf = ({ credentials }: AppIdentity): Partial<Configuration['auth']> => {
  switch (credentials.kind) {
    case 'secret':
      return { clientSecret: credentials.secret };
    case 'certificate':
      return {
        clientCertificate: {
          thumbprintSha256: credentials.thumbprint,
          privateKey: readFileSync(credentials.path, 'utf8'),
        },
      };
    case 'managedIdentity':
      return { clientAssertion: federatedAssertion(credentials.clientId) };
  }
};

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
      ...proofOf(identity),
    },
  });
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const answer = await app.acquireTokenByClientCredential({ scopes: [graphScope] });
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
