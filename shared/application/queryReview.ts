import type { PersonId } from '../schema/ids';
import type { QueryReview } from '../schema/commands';
import type { ReviewView } from '../schema/reviewViews';
import { maySettle } from '../domain/judging';
import { refused, type Result } from '../domain/result';
import { query as decide } from '../domain/signOff';
import { changeReview } from './changeReview';
import type { Deps } from './deps';
import { accessReview } from './reviewAccess';

/** Whoever signs off or agrees sends the review back with a comment. */
export const queryReview =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: QueryReview): Promise<Result<ReviewView>> => {
    const access = await accessReview(deps, actor, command);
    if (!access.ok) return access;
    const { caller, academy, framework } = access.value;
    if (!maySettle(framework, caller.person, academy)) return refused({ code: 'notAllowed' });
    const context = { by: actor, at: caller.now };
    return changeReview(deps, access.value, command, ['queried'], (review) => decide(review, command, context));
  };
