import fc from 'fast-check';
import { CategoryChange, CategoryChangeEvent } from '../../../shared/schema/categoryChange';
import type { RefusalCode } from '../../../shared/domain/refusal';
import type { Result } from '../../../shared/domain/result';
import {
  approve,
  currentStep,
  discuss,
  reject,
  returnChange,
  roundOfChange,
  thisRound,
  withdraw,
} from '../../../shared/domain/categoryChange';
import { confirm } from '../../../shared/domain/confirmation';
import { resubmit } from '../../../shared/domain/proposal';
import { now, settings } from '../../support/builders/calendar';
import {
  atApprove,
  atConfirm,
  atDiscuss,
  changeAt,
  resubmittedChange,
  returnedChange,
  type ChangePlace,
} from '../../support/builders/changes';
import { smallFramework } from '../../support/builders/framework';
import { commandId } from '../../support/builders/ids';
import { frozen, outcomeOf, refusalOf, valueOf } from '../../support/builders/outcome';
import { bo, cora, dana, hazel } from '../../support/builders/people';

const today = '2026-11-20';
const words = 'Some words.';
const by = {
  discuss: hazel.id,
  approve: cora.id,
  confirm: bo.id,
  returnChange: cora.id,
  reject: cora.id,
  resubmit: dana.id,
  withdraw: dana.id,
} as const;
type Act = keyof typeof by;

/** The step of the route that somebody has in front of them: the present one, or the one that ended the round. */
const stepInSight = (change: CategoryChange): number => {
  if (change.state === 'atStep') return change.step;
  const last = change.history.at(-1);
  return last && 'step' in last ? last.step : 1;
};

const aimedAt = (change: CategoryChange, at: { round?: number; step?: number } = {}) => ({
  commandId: commandId('new-act'),
  id: change.id,
  round: at.round ?? roundOfChange(change),
  step: at.step ?? stepInSight(change),
});

type At = { round?: number; step?: number };
const acts: Record<Act, (change: CategoryChange, at?: At) => Result<CategoryChange>> = {
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
      { by: by.resubmit, at: now, latest: undefined, years: settings.years },
    ),
  withdraw: (change) =>
    withdraw(change, { commandId: commandId('new-act'), id: change.id, reason: words }, { by: by.withdraw, at: now }),
};
const actNames = Object.keys(acts) as Act[];

type Cell =
  | { readonly to: CategoryChange['state']; readonly step?: number; readonly event: CategoryChangeEvent['type'] }
  | RefusalCode;
const withdrawn = { to: 'withdrawn', event: 'withdrawn' } as const;
const returned = { to: 'returned', event: 'returned' } as const;
const rejected = { to: 'rejected', event: 'rejected' } as const;
const over = {
  discuss: 'category.step-taken',
  approve: 'category.step-taken',
  confirm: 'category.step-taken',
  returnChange: 'category.step-taken',
  reject: 'category.step-taken',
  resubmit: 'category.wrong-state',
  withdraw: 'category.wrong-state',
} as const satisfies Record<Act, RefusalCode>;

/** The lifecycle of a change on the route discuss, approve, confirm: `domain.md`, rules 2, 3 and 7. */
const table: Record<ChangePlace, Record<Act, Cell>> = {
  atDiscuss: {
    discuss: { to: 'atStep', step: 1, event: 'discussed' },
    approve: 'category.not-your-step',
    confirm: 'category.not-your-step',
    returnChange: 'category.not-your-step',
    reject: 'category.not-your-step',
    resubmit: 'category.wrong-state',
    withdraw: withdrawn,
  },
  atApprove: {
    discuss: 'category.not-your-step',
    approve: { to: 'atStep', step: 2, event: 'approved' },
    confirm: 'category.not-your-step',
    returnChange: returned,
    reject: rejected,
    resubmit: 'category.wrong-state',
    withdraw: withdrawn,
  },
  atConfirm: {
    discuss: 'category.not-your-step',
    approve: 'category.not-your-step',
    confirm: { to: 'decided', event: 'confirmed' },
    returnChange: returned,
    reject: rejected,
    resubmit: 'category.wrong-state',
    withdraw: withdrawn,
  },
  returned: { ...over, resubmit: { to: 'atStep', step: 0, event: 'resubmitted' }, withdraw: withdrawn },
  decided: over,
  rejected: over,
  withdrawn: over,
};
const places = Object.keys(table) as ChangePlace[];

describe('the table is complete', () => {
  it('has a row for every state of the union', () =>
    expect([...new Set(places.map((place) => changeAt[place]().state))].sort()).toEqual(
      CategoryChange.def.options.flatMap((option) => option.shape.state.def.values).sort(),
    ));
  it('has a row for every step of this route', () =>
    expect(places.flatMap((place) => currentStep(changeAt[place]())?.kind ?? [])).toEqual([
      'discuss',
      'approve',
      'confirm',
    ]));
  it('has a cell for every act in every place', () => {
    for (const place of places) expect(Object.keys(table[place]).sort()).toEqual([...actNames].sort());
  });
  it('has an act for every event but the first and what was recorded before the product came', () => {
    const events = places.flatMap((place) =>
      Object.values(table[place]).flatMap((cell) => (typeof cell === 'string' ? [] : [cell.event])),
    );
    const all = CategoryChangeEvent.def.options.flatMap((option) => option.shape.type.def.values);
    expect([...new Set(events), 'proposed', 'recorded'].sort()).toEqual(all.sort());
  });
});

describe.each(places)('a change that is %s', (place) => {
  it.each(actNames)('meets %s', (act) => {
    const before = frozen(CategoryChange.parse(changeAt[place]()));
    const cell = table[place][act];
    const result = acts[act](before);
    if (typeof cell === 'string') {
      const told = {
        'category.wrong-state': { state: before.state },
        'category.step-taken': { at: before.history.at(-1)?.at },
      };
      expect(refusalOf(result)).toMatchObject({ code: cell, ...told[cell as keyof typeof told] });
      return;
    }
    const after = valueOf(result);
    expect(after).toMatchObject({ state: cell.to, ...(cell.step !== undefined && { step: cell.step }) });
    expect(after.history.slice(0, -1)).toEqual(before.history);
    expect(after.history.at(-1)).toMatchObject({
      type: cell.event,
      commandId: commandId('new-act'),
      by: by[act],
      at: now,
    });
    expect(CategoryChange.parse(after)).toEqual(after);
    const { id, from, to, proposedBy, proposedAt, evidence, described, route } = before;
    expect(after).toMatchObject({ id, urn: before.urn, from, to, proposedBy, proposedAt, evidence, described, route });
  });
});

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
