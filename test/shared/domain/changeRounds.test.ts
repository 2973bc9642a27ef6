import fc from 'fast-check';
import { CategoryChange } from '../../../shared/schema/categoryChange';
import { roundOfChange, thisRound } from '../../../shared/domain/categoryChange';
import { confirm } from '../../../shared/domain/confirmation';
import { now } from '../../support/builders/calendar';
import {
  atApprove,
  atConfirm,
  atDiscuss,
  changeAt,
  resubmittedChange,
  returnedChange,
} from '../../support/builders/changes';
import { smallFramework } from '../../support/builders/framework';
import { frozen, outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { bo, cora, dana, hazel } from '../../support/builders/people';
import type { Act } from './changeActs';
import { today, aimedAt, acts, actNames } from './changeActs';

describe('whoever comes late hears what happened', () => {
  it.each<[string, CategoryChange, Act, number, object]>([
    ['the discussion is over', atApprove(), 'discuss', 0, { by: hazel.id, outcome: 'discussed' }],
    ['the discussion is over, two steps on', atConfirm(), 'discuss', 0, { by: hazel.id, outcome: 'discussed' }],
    ['somebody approved', atConfirm(), 'approve', 1, { by: cora.id, outcome: 'approved' }],
    ['somebody approved, and this one rejects', atConfirm(), 'reject', 1, { by: cora.id, outcome: 'approved' }],
    ['somebody returned it', changeAt.returned(), 'approve', 1, { by: cora.id, outcome: 'returned' }],
    ['somebody rejected it', changeAt.rejected(), 'approve', 1, { by: cora.id, outcome: 'rejected' }],
    ['it was withdrawn', changeAt.withdrawn(), 'approve', 1, { by: dana.id, outcome: 'withdrawn' }],
    ['it is confirmed', changeAt.decided(), 'confirm', 2, { by: bo.id, outcome: 'confirmed' }],
    ['it is confirmed, and this one approves', changeAt.decided(), 'approve', 1, { by: cora.id, outcome: 'approved' }],
  ])('%s', (_, change, act, step, told) =>
    expect(refusalOf(acts[act](change, { step }))).toMatchObject({ code: 'category.step-taken', ...told }),
  );

  it('and whoever comes early hears where the change is', () =>
    expect(refusalOf(acts.approve(atDiscuss(), { step: 1 }))).toEqual({
      code: 'category.wrong-state',
      state: 'atStep',
    }));

  it('a step that the ended change never reached was taken by nobody', () =>
    expect(refusalOf(acts.confirm(changeAt.rejected(), { step: 2 }))).toEqual({
      code: 'category.wrong-state',
      state: 'rejected',
    }));
});

describe('rounds', () => {
  it('count how often the change was put to its route', () => {
    expect(roundOfChange(atConfirm())).toBe(1);
    expect(roundOfChange(returnedChange())).toBe(1);
    expect(roundOfChange(resubmittedChange())).toBe(2);
  });

  it('a round holds only its own events', () =>
    expect(thisRound(resubmittedChange()).map((event) => event.type)).toEqual(['resubmitted']));

  it.each(actNames.filter((act) => act !== 'withdraw'))('%s on the card of another round is refused', (act) => {
    expect(refusalOf(acts[act](resubmittedChange(), { round: 1 })).code).toBe('category.proposed-again');
    expect(refusalOf(acts[act](resubmittedChange(), { round: 3 })).code).toBe('category.proposed-again');
  });

  it('the second round begins at the first step, with the new rationale and date', () =>
    expect(valueOf(acts.resubmit(returnedChange()))).toMatchObject({
      state: 'atStep',
      step: 0,
      rationale: 'Said better.',
      effectiveFrom: '2027-01-04',
      proposedAt: returnedChange().proposedAt,
    }));
});

describe('confirming', () => {
  const on = (meetingDate: string) =>
    confirm(
      atConfirm(),
      { ...aimedAt(atConfirm()), comment: '', meetingDate },
      { by: bo.id, at: now, today, framework: smallFramework },
    );
  it.each([
    ['2026-11-19', 'accepted'],
    ['2026-11-20', 'accepted'],
    ['2026-11-21', 'category.meeting-in-future'],
  ])('with a meeting on %s, today being the 20th: %s', (date, outcome) => expect(outcomeOf(on(date))).toBe(outcome));
  it('keeps the meeting’s date', () =>
    expect(valueOf(on('2026-11-17')).history.at(-1)).toMatchObject({ meetingDate: '2026-11-17' }));
});

describe('a walk through any acts', () => {
  const step = fc.record({
    act: fc.constantFrom(...actNames),
    ago: fc.nat({ max: 1 }),
    step: fc.option(fc.nat({ max: 3 }), { nil: undefined }),
  });

  it('never takes a step twice in a round, never moves a closed change, and decides only after every step in order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (walk) => {
        let change: CategoryChange = atDiscuss();
        for (const { act, ago, step: aim } of walk) {
          const before = frozen(change);
          const result = acts[act](before, {
            round: roundOfChange(before) - ago,
            ...(aim !== undefined && { step: aim }),
          });
          if (!result.ok) continue;
          expect(['decided', 'rejected', 'withdrawn']).not.toContain(before.state);
          expect(result.value.history).toHaveLength(before.history.length + 1);
          change = CategoryChange.parse(result.value);
          const steps = thisRound(change).flatMap((event) => ('step' in event ? [event.step] : []));
          expect(steps).toEqual(steps.map((_, index) => index));
          if (change.state === 'decided')
            expect(
              thisRound(change)
                .slice(1)
                .map((event) => event.type),
            ).toEqual(['discussed', 'approved', 'confirmed']);
        }
      }),
      { numRuns: 300 },
    );
  });
});
