import { ManagedIdentityApplication } from '@azure/msal-node';
import { within } from '../../within';

/** What Azure's own clients take (`TokenCredential`): a token for an audience, and when it ends in milliseconds. */
export interface IdentityCredential {
  readonly getToken: (
    scopes: string | string[],
  ) => Promise<{ readonly token: string; readonly expiresOnTimestamp: number }>;
}

/** Milliseconds; MSAL itself would wait for ever. */
const patience = 15_000;

/**
 * A user-assigned managed identity, by msal-node alone: `@azure/identity` would bring every other way of signing in
 * along. MSAL keeps the tokens, for the whole process.
 */
export const managedIdentity = (clientId: string): IdentityCredential => {
  const identity = new ManagedIdentityApplication({ managedIdentityIdParams: { userAssignedClientId: clientId } });
  return {
    getToken: async (scopes) => {
      const [scope = ''] = [scopes].flat();
      const { accessToken, expiresOn } = await within(patience, identity.acquireToken({ resource: scope }));
      return { token: accessToken, expiresOnTimestamp: expiresOn?.getTime() ?? 0 };
    },
  };
};
