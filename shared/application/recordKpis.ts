import type { PersonId } from '../schema/ids';
import type { RecordKpis } from '../schema/commands';
import type { ReviewView } from '../schema/reviewViews';
import { findArea } from '../domain/framework';
import { mayRate } from '../domain/judging';
import { refused, type Result } from '../domain/result';
import { recordKpis as decide } from '../domain/review';
import type { Deps } from './deps';
import { accessReview } from './reviewAccess';
import { changeReview } from './changeReview';

/**
 * The KPI values of one area, by whoever may judge it.
 * Refusals: not seen, not allowed, and those of the domain's `recordKpis`.
 */
export const recordKpis =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: RecordKpis): Promise<Result<ReviewView>> => {
    const access = await accessReview(deps, actor, command);
    if (!access.ok) return access;
    const { caller, academy, framework } = access.value;
    const area = findArea(framework, command.area);
    if (!area) return refused({ code: 'review.unknown-area' });
    if (!mayRate(framework, caller.person, { academy, group: area.group })) return refused({ code: 'notAllowed' });
    const context = { by: actor, at: caller.now, framework };
    return changeReview(deps, access.value, command, ['measured'], (review) => decide(review, command, context));
  };
