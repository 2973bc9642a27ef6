import type { CategoryChange } from '../../../shared/schema/categoryChange';
import type { Result } from '../../../shared/domain/result';
import { approve, discuss, reject, returnChange, roundOfChange, withdraw } from '../../../shared/domain/categoryChange';
import { confirm } from '../../../shared/domain/confirmation';
import { resubmit } from '../../../shared/domain/proposal';
import { now, settings } from '../../support/builders/calendar';
import { smallFramework } from '../../support/builders/framework';
import { commandId } from '../../support/builders/ids';
import { bo, cora, dana, hazel } from '../../support/builders/people';

export const today = '2026-11-20';
const words = 'Some words.';
export const by = {
  discuss: hazel.id,
  approve: cora.id,
  confirm: bo.id,
  returnChange: cora.id,
  reject: cora.id,
  resubmit: dana.id,
  withdraw: dana.id,
} as const;
export type Act = keyof typeof by;

/** The step of the route that somebody has in front of them: the present one, or the one that ended the round. */
const stepInSight = (change: CategoryChange): number => {
  if (change.state === 'atStep') return change.step;
  const last = change.history.at(-1);
  return last && 'step' in last ? last.step : 1;
};

export const aimedAt = (change: CategoryChange, at: { round?: number; step?: number } = {}) => ({
  commandId: commandId('new-act'),
  id: change.id,
  round: at.round ?? roundOfChange(change),
  step: at.step ?? stepInSight(change),
});

type At = { round?: number; step?: number };
export const acts: Record<Act, (change: CategoryChange, at?: At) => Result<CategoryChange>> = {
  discuss: (change, at) =>
    discuss(change, { ...aimedAt(change, at), agrees: false, comment: words }, { by: by.discuss, at: now }),
  approve: (change, at) => approve(change, { ...aimedAt(change, at), comment: words }, { by: by.approve, at: now }),
  confirm: (change, at) =>
    confirm(
      change,
      { ...aimedAt(change, at), comment: words, meetingDate: '2026-11-19' },
      { by: by.confirm, at: now, today, framework: smallFramework },
    ),
  returnChange: (change, at) =>
    returnChange(change, { ...aimedAt(change, at), comment: words }, { by: by.returnChange, at: now }),
  reject: (change, at) => reject(change, { ...aimedAt(change, at), comment: words }, { by: by.reject, at: now }),
  resubmit: (change, at) =>
    resubmit(
      change,
      { ...aimedAt(change, at), rationale: 'Said better.', effectiveFrom: '2027-01-04' },
      { by: by.resubmit, at: now, latest: undefined, leftOn: undefined, years: settings.years },
    ),
  withdraw: (change) =>
    withdraw(change, { commandId: commandId('new-act'), id: change.id, reason: words }, { by: by.withdraw, at: now }),
};
export const actNames = Object.keys(acts) as Act[];
