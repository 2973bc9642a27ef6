import type { PersonId } from '../schema/ids';
import type { ReopenReview } from '../schema/commands';
import type { ReviewView } from '../schema/reviewViews';
import { may } from '../domain/policy';
import { refused, type Result } from '../domain/result';
import { reopen as decide } from '../domain/signOff';
import { changeReview } from './changeReview';
import type { Deps } from './deps';
import { accessReview } from './reviewAccess';

/** The CEO or the director reopens a locked review with a reason. */
export const reopenReview =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: ReopenReview): Promise<Result<ReviewView>> => {
    const access = await accessReview(deps, actor, command);
    if (!access.ok) return access;
    const { caller, academy } = access.value;
    if (!may(caller.person, 'reopenReview', { academy })) return refused({ code: 'notAllowed' });
    const context = { by: actor, at: caller.now };
    return changeReview(deps, access.value, command, ['reopened'], (review) => decide(review, command, context));
  };
