import { CategoryChange, CategoryChangeEvent } from '../../../shared/schema/categoryChange';
import type { RefusalCode } from '../../../shared/domain/refusal';
import { currentStep } from '../../../shared/domain/categoryChange';
import { now } from '../../support/builders/calendar';
import { changeAt, type ChangePlace } from '../../support/builders/changes';
import { commandId } from '../../support/builders/ids';
import { frozen, refusalOf, valueOf } from '../../support/builders/outcome';
import type { Act } from './changeActs';
import { by, acts, actNames } from './changeActs';

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
