import { readFileSync } from 'node:fs';
import type { BotCredentials } from '../../config';
import type { Credentials } from '../../environment';
import { managedIdentity } from './managedIdentity';
import type { IdentityCredential } from './managedIdentity';

/** What `ConfidentialClientApplication` takes as proof; exactly one of the three. */
export type ClientCredential =
  | { readonly clientSecret: string }
  | { readonly clientCertificate: { readonly thumbprintSha256: string; readonly privateKey: string } }
  | { readonly clientAssertion: () => Promise<string> };

/** The audience under which Entra accepts a managed identity's token as a federated credential (facts 4). */
const tokenExchange = 'api://AzureADTokenExchange';

const federatedAssertion = (clientId: string): (() => Promise<string>) => {
  const identity = managedIdentity(clientId);
  return async () => (await identity.getToken(tokenExchange)).token;
};

export const clientCredential = (credentials: Credentials): ClientCredential => {
  switch (credentials.kind) {
    case 'secret':
      return { clientSecret: credentials.secret };
    case 'certificate': {
      const privateKey = readFileSync(credentials.path, 'utf8');
      return { clientCertificate: { thumbprintSha256: credentials.thumbprint, privateKey } };
    }
    case 'managedIdentity':
      return { clientAssertion: federatedAssertion(credentials.clientId) };
  }
};

/** The bot's proof: an identity cannot be federated to itself, so where the bot is one, its own token is the bot's. */
export const botCredential = (
  credentials: BotCredentials,
): ClientCredential | { readonly ownToken: IdentityCredential['getToken'] } =>
  credentials.kind === 'isManagedIdentity'
    ? { ownToken: managedIdentity(credentials.clientId).getToken }
    : clientCredential(credentials);
