import { readFileSync } from 'node:fs';
import { ManagedIdentityApplication } from '@azure/msal-node';
import type { Credentials } from '../../environment';

/** What `ConfidentialClientApplication` takes as proof; exactly one of the three. */
export type ClientCredential =
  | { readonly clientSecret: string }
  | { readonly clientCertificate: { readonly thumbprintSha256: string; readonly privateKey: string } }
  | { readonly clientAssertion: () => Promise<string> };

/** The audience under which Entra accepts a managed identity's token as a federated credential (facts 4). */
const tokenExchange = 'api://AzureADTokenExchange';

const federatedAssertion = (clientId: string): (() => Promise<string>) => {
  const identity = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: clientId } });
  return async () => (await identity.acquireToken({ resource: tokenExchange })).accessToken;
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
