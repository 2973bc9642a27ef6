import type { PersonId } from '../schema/ids';
import type { SignOffReview } from '../schema/commands';
import type { ReviewView } from '../schema/reviewViews';
import { rolesToSettle, settlingOf } from '../domain/judging';
import { refused, type Result } from '../domain/result';
import { signOff as decide } from '../domain/signOff';
import { changeReview } from './changeReview';
import type { Deps } from './deps';
import { accessReview } from './reviewAccess';

/** Signs off the review that was sent, or agrees to it; it is locked once everybody who must has. */
export const signOffReview =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: SignOffReview): Promise<Result<ReviewView>> => {
    const access = await accessReview(deps, actor, command);
    if (!access.ok) return access;
    const { caller, academy, framework } = access.value;
    const roles = rolesToSettle(framework, caller.person, academy);
    if (roles.length === 0) return refused({ code: 'notAllowed' });
    const context = { by: actor, at: caller.now, roles, needed: settlingOf(framework).by };
    return changeReview(deps, access.value, command, ['agreed', 'signedOff'], (review) =>
      decide(review, command, context),
    );
  };
