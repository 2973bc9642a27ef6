import fc from 'fast-check';
import { latestDecided, latestOn, openChangeOf, standingOn, supportDifference } from '../../../shared/domain/category';
import { aggregates } from '../../../functions/adapters/aggregates';
import type { CategoryChange } from '../../../shared/schema/categoryChange';
import { Entitlement } from '../../../shared/schema/support';
import { smallFramework } from '../../support/builders/framework';
import {
  atApprove,
  atDiscuss,
  changeAt,
  decidedChange,
  recordedChange,
  returnedChange,
  type ChangeParts,
} from '../../support/builders/changes';
import { area, category, changeId, urn } from '../../support/builders/ids';
import { birch } from '../../support/builders/people';

const rowOf = (change: CategoryChange) => aggregates.categoryChanges.rowOf(change);
const decided = (n: number, to: ChangeParts['to'], effectiveFrom: string, decidedAt = '2026-06-01T10:00:00Z') =>
  rowOf(decidedChange({ id: changeId(n), ...(to && { to }), effectiveFrom, decidedAt }));

const first = decided(1, category.repair, '2025-09-01');
const second = decided(2, category.improve, '2026-04-13');
const third = decided(3, category.sustain, '2027-01-04');

describe('the category of an academy on a day', () => {
  it.each([
    ['before any began', '2025-08-31', undefined, { code: category.repair, from: '2025-09-01' }],
    [
      'on the first day of one',
      '2025-09-01',
      { code: category.repair, since: '2025-09-01' },
      { code: category.improve, from: '2026-04-13' },
    ],
    [
      'on its last day',
      '2026-04-12',
      { code: category.repair, since: '2025-09-01' },
      { code: category.improve, from: '2026-04-13' },
    ],
    [
      'while another is still to come',
      '2026-11-20',
      { code: category.improve, since: '2026-04-13' },
      { code: category.sustain, from: '2027-01-04' },
    ],
    ['after the last began', '2027-01-04', { code: category.sustain, since: '2027-01-04' }, undefined],
  ])('%s', (_, day, now, next) =>
    expect(standingOn([third, first, second], urn.alder, day)).toEqual({ ...(now && { now }), ...(next && { next }) }),
  );

  it('follows the effective date and not the moment of decision', () => {
    const decidedLater = decided(4, category.stabilise, '2025-10-01', '2026-10-01T10:00:00Z');
    expect(standingOn([decidedLater, second], urn.alder, '2026-11-20').now?.code).toBe(category.improve);
  });

  it('is, of two from one day, the one decided last', () => {
    const sooner = decided(5, category.repair, '2026-09-01', '2026-08-01T10:00:00Z');
    const later = decided(6, category.sustain, '2026-09-01', '2026-08-02T10:00:00Z');
    expect(standingOn([later, sooner], urn.alder, '2026-11-20').now?.code).toBe(category.sustain);
    expect(standingOn([sooner, later], urn.alder, '2026-11-20').now?.code).toBe(category.sustain);
  });

  it('takes one that was recorded before the product came', () =>
    expect(
      standingOn([rowOf(recordedChange({ effectiveFrom: '2026-09-01' }))], urn.alder, '2026-11-20').now?.code,
    ).toBe(category.repair));

  it.each(Object.entries(changeAt).filter(([place]) => place !== 'decided'))(
    'is not moved by a change that is %s',
    (_, build) =>
      expect(standingOn([rowOf(build({ effectiveFrom: '2026-01-01' }))], urn.alder, '2026-11-20')).toEqual({}),
  );

  it('is the academy’s own', () => {
    const other = rowOf(decidedChange({ academy: birch, effectiveFrom: '2026-01-01' }));
    expect(standingOn([other], urn.alder, '2026-11-20')).toEqual({});
    expect(latestDecided([other], urn.alder)).toBeUndefined();
    expect(openChangeOf([rowOf(atDiscuss({ academy: birch }))], urn.alder)).toBeUndefined();
  });

  it('never depends on the order of the changes', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([first, second, third], { minLength: 3 }), (changes) => {
        expect(standingOn(changes, urn.alder, '2026-11-20').now?.code).toBe(category.improve);
        expect(latestDecided(changes, urn.alder)?.to).toBe(category.sustain);
      }),
    );
  });
});

describe('what the next change starts from', () => {
  it('is the last decided category, even if it has not begun', () =>
    expect(latestDecided([third, first], urn.alder)?.to).toBe(category.sustain));
  it('is nothing where none was decided', () => expect(latestDecided([rowOf(atApprove())], urn.alder)).toBeUndefined());
});

describe('the open change', () => {
  it.each(Object.entries(changeAt))('%s', (place, build) => {
    const row = rowOf(build());
    const open = ['atDiscuss', 'atApprove', 'atConfirm', 'returned'].includes(place);
    expect(openChangeOf([first, row], urn.alder)).toEqual(open ? row : undefined);
  });
  it('is found while returned', () =>
    expect(openChangeOf([rowOf(returnedChange())], urn.alder)?.state).toBe('returned'));
});

describe('the decided change that an academy stands by', () => {
  it('is the last that had begun', () => {
    expect(latestOn([third, first, second], urn.alder, '2026-11-20')).toEqual(second);
    expect(latestOn([third, first, second], urn.alder, '2025-08-31')).toBeUndefined();
  });
});

describe('the support that a change brings', () => {
  const of = (code: string): Entitlement[] => {
    const found = smallFramework.categories.find((each) => each.code === code);
    if (!found) throw new Error(`There is no category ${code}.`);
    return found.support;
  };
  const texts = ({ added, ended, changed }: ReturnType<typeof supportDifference>) => ({
    added: added.map((item) => item.text),
    ended: ended.map((item) => item.text),
    changed: changed.map(({ from, to }) => `${from.text} → ${to.text}`),
  });
  const none = { added: [], ended: [], changed: [] };
  const meeting = (everyWeeks: number): Entitlement =>
    Entitlement.parse({ code: 'ceoMeeting', strand: 'CEO', text: 'CEO 1:1', cadence: { everyWeeks } });

  it('is what begins and what ends, and not what stays', () =>
    expect(texts(supportDifference(of('repair'), of('stabilise')))).toEqual({
      ...none,
      added: ['Weekly visit'],
      ended: ['Fortnightly visit'],
    }));
  it('is everything where the academy had no category', () =>
    expect(texts(supportDifference(undefined, of('repair')))).toEqual({
      ...none,
      added: ['Fortnightly visit', 'Monthly board'],
    }));
  it('is nothing between a category and itself', () =>
    expect(texts(supportDifference(of('repair'), of('repair')))).toEqual(none));
  it('is a change where the same kind of support goes on with other figures', () =>
    expect(supportDifference([meeting(4)], [meeting(2)])).toEqual({
      added: [],
      ended: [],
      changed: [{ from: meeting(4), to: meeting(2) }],
    }));
  it.each<[string, Partial<Entitlement>]>([
    ['words', { text: 'Meeting with the CEO' }],
    ['strand', { strand: 'Leadership' }],
    ['kind', { kind: 'bespoke' }],
    ['days', { days: { amount: 2, per: 'term', upTo: false } }],
    ['length', { minutes: 60 }],
    ['leader', { ledBy: 'Chair' }],
    ['being asked for', { onRequest: true }],
    ['condition', { when: [{ weakAreas: [area.attendance], weakGroups: [], cadence: { everyWeeks: 1 } }] }],
  ])('is a change of its %s', (_, other) =>
    expect(supportDifference([meeting(4)], [{ ...meeting(4), ...other }]).changed).toHaveLength(1),
  );

  it('turned round begins what ended and ends what began', () => {
    const items = fc.uniqueArray(fc.record({ n: fc.nat({ max: 6 }), weeks: fc.integer({ min: 1, max: 4 }) }), {
      selector: ({ n }) => n,
      maxLength: 7,
    });
    const built = items.map((all) =>
      all.map(({ n, weeks }) => Entitlement.parse({ ...meeting(weeks), code: `item${n}` })),
    );
    fc.assert(
      fc.property(built, built, (before, after) => {
        const there = supportDifference(before, after);
        const back = supportDifference(after, before);
        const codes = (all: Entitlement[]) => all.map(({ code }) => code).sort();
        expect(codes(there.added)).toEqual(codes(back.ended));
        expect(codes(there.ended)).toEqual(codes(back.added));
        expect(codes(there.changed.map(({ to }) => to))).toEqual(codes(back.changed.map(({ to }) => to)));
        const kept = after.filter(({ code }) => before.some((old) => old.code === code));
        expect(there.added.length + kept.length).toBe(after.length);
      }),
    );
  });
});
