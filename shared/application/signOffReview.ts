import type { PersonId } from '../schema/ids';
import type { SignOffReview } from '../schema/commands';
import type { ReviewView } from '../schema/reviewViews';
import { may } from '../domain/policy';
import { refused, type Result } from '../domain/result';
import { signOff as decide } from '../domain/signOff';
import { changeReview } from './changeReview';
import type { Deps } from './deps';
import { accessReview } from './reviewAccess';

/** The head teacher signs off the review they were sent; it is locked from then on. */
export const signOffReview =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: SignOffReview): Promise<Result<ReviewView>> => {
    const access = await accessReview(deps, actor, command);
    if (!access.ok) return access;
    const { caller, academy } = access.value;
    if (!may(caller.person, 'decideSignOff', { academy })) return refused({ code: 'notAllowed' });
    const context = { by: actor, at: caller.now };
    return changeReview(deps, access.value, command, ['signedOff'], (review) => decide(review, command, context));
  };
