import type { PersonId } from '../schema/ids';
import type { RateArea } from '../schema/commands';
import type { ReviewView } from '../schema/reviewViews';
import { findArea } from '../domain/framework';
import { mayRate } from '../domain/judging';
import { refused, type Result } from '../domain/result';
import { rateArea as decide } from '../domain/review';
import type { Deps } from './deps';
import { accessReview } from './reviewAccess';
import { changeReview } from './changeReview';

/**
 * One area's judgement, by somebody whom the framework and the trust's table let judge it.
 * Refusals: not seen, not allowed, and those of the domain's `rateArea`.
 */
export const rateArea =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: RateArea): Promise<Result<ReviewView>> => {
    const access = await accessReview(deps, actor, command);
    if (!access.ok) return access;
    const { caller, academy, framework } = access.value;
    const area = findArea(framework, command.area);
    if (!area) return refused({ code: 'review.unknown-area' });
    if (!mayRate(framework, caller.person, { academy, group: area.group })) return refused({ code: 'notAllowed' });
    const context = { by: actor, at: caller.now, framework };
    return changeReview(deps, access.value, command, ['rated'], (review) => decide(review, command, context));
  };
