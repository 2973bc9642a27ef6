import type { PersonId } from '../schema/ids';
import type { SendForSignOff } from '../schema/commands';
import type { ReviewView } from '../schema/reviewViews';
import { rolesToSettle } from '../domain/judging';
import { may } from '../domain/policy';
import { refused, type Result } from '../domain/result';
import { sendForSignOff as decide } from '../domain/signOff';
import { changeReview } from './changeReview';
import type { Deps } from './deps';
import { accessReview } from './reviewAccess';

/** A fully judged review goes to whoever signs it off or agrees. */
export const sendForSignOff =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: SendForSignOff): Promise<Result<ReviewView>> => {
    const access = await accessReview(deps, actor, command);
    if (!access.ok) return access;
    const { caller, academy, framework } = access.value;
    if (!may(caller.person, 'sendForSignOff', { academy })) return refused({ code: 'notAllowed' });
    const roles = rolesToSettle(framework, caller.person, academy);
    const context = { by: actor, at: caller.now, framework, roles };
    return changeReview(deps, access.value, command, ['sentForSignOff'], (review) => decide(review, command, context));
  };
