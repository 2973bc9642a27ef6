import { ConfidentialClientApplication } from '@azure/msal-node';
import type { BotCredential, BotServiceConfig, OwnToken } from './botService';

export interface BotToken {
  readonly accessToken: string;
  readonly expiresOn: Date;
}

export type AcquireToken = (scope: string) => Promise<BotToken>;

/** The bot's registration asks the sign-in service, with its secret, certificate or assertion. */
const asRegistration = (config: BotServiceConfig, credential: Exclude<BotCredential, { ownToken: OwnToken }>) => {
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: config.appId,
      authority: config.loginUrl,
      knownAuthorities: [...config.knownAuthorities],
      ...credential,
    },
  });
  return async (scope: string): Promise<BotToken> => {
    const result = await application.acquireTokenByClientCredential({ scopes: [scope] });
    if (!result?.accessToken || !result.expiresOn) throw new Error('The sign-in service gave the bot no token.');
    return { accessToken: result.accessToken, expiresOn: new Date(result.expiresOn) };
  };
};

const asItself =
  (ownToken: OwnToken) =>
  async (scope: string): Promise<BotToken> => {
    const { token, expiresOnTimestamp } = await ownToken(scope);
    return { accessToken: token, expiresOn: new Date(expiresOnTimestamp) };
  };

/** Tokens of the bot itself for Teams' chat. Askers at the same moment share one request: msal does not (facts §4). */
export const createAcquireToken = (config: BotServiceConfig): AcquireToken => {
  const { credential } = config;
  const acquire = 'ownToken' in credential ? asItself(credential.ownToken) : asRegistration(config, credential);
  const underway = new Map<string, Promise<BotToken>>();

  return (scope) => {
    const running = underway.get(scope) ?? acquire(scope).finally(() => underway.delete(scope));
    underway.set(scope, running);
    return running;
  };
};
