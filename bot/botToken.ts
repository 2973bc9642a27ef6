import { ConfidentialClientApplication } from '@azure/msal-node';
import type { BotServiceConfig } from './botService';

export interface BotToken {
  readonly accessToken: string;
  readonly expiresOn: Date;
}

export type AcquireToken = (scope: string) => Promise<BotToken>;

/** Tokens of the bot itself for Teams' chat. Askers at the same moment share one request: msal does not (facts §4). */
export const createAcquireToken = (config: BotServiceConfig): AcquireToken => {
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: config.appId,
      authority: config.loginUrl,
      knownAuthorities: [...config.knownAuthorities],
      ...config.credential,
    },
  });
  const underway = new Map<string, Promise<BotToken>>();

  const acquire = async (scope: string): Promise<BotToken> => {
    const result = await application.acquireTokenByClientCredential({ scopes: [scope] });
    if (!result?.accessToken || !result.expiresOn) throw new Error('The sign-in service gave the bot no token.');
    return { accessToken: result.accessToken, expiresOn: new Date(result.expiresOn) };
  };

  return (scope) => {
    const running = underway.get(scope) ?? acquire(scope).finally(() => underway.delete(scope));
    underway.set(scope, running);
    return running;
  };
};
