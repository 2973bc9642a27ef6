import type { Activity } from './activity';
import type { VerifyChannelToken } from './channelToken';
import type { Authentication } from './receive';

/** Who sends; whatever is wrong with a token is the sender's, and that its keys cannot be had is ours (facts §5.6). */
export const authenticating =
  (verify: VerifyChannelToken) =>
  async (activity: Activity, authorization: string): Promise<Authentication> => {
    try {
      return { kind: (await verify(authorization, activity)) ? 'teams' : 'stranger' };
    } catch (fault) {
      return { kind: 'unavailable', fault };
    }
  };
