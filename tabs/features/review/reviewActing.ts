import type { CommandId } from '../../../shared/schema/ids';
import type { ReviewKey } from '../../../shared/schema/review';
import type { ReviewAction, ReviewView } from '../../../shared/schema/reviewViews';
import type { ApiClient } from '../../api/client';
import { queryReview } from '../../api/queryReview';
import { reopenReview } from '../../api/reopenReview';
import { sendForSignOff } from '../../api/sendForSignOff';
import { signOffReview } from '../../api/signOffReview';

export interface ReviewAct {
  readonly key: ReviewKey;
  /** Which sending the person decided on. */
  readonly round: number;
  readonly action: ReviewAction;
  /** Comment or reason; not used for sending. */
  readonly text: string;
}

/** Sends an act on a whole review. */
export const performReviewAct = (api: ApiClient, act: ReviewAct, commandId: CommandId): Promise<ReviewView> => {
  const { key, round, action, text } = act;
  switch (action) {
    case 'send':
      return sendForSignOff(api, key, commandId);
    case 'signOff':
      return signOffReview(api, key, { round, comment: text }, commandId);
    case 'query':
      return queryReview(api, key, { round, comment: text }, commandId);
    case 'reopen':
      return reopenReview(api, key, { reason: text }, commandId);
  }
};
