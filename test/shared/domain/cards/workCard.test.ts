import { lastDayOf, occasionOf, slotOn, workCardFor, type ListedWork } from '../../../../shared/domain/cards/workCard';
import { WorkCard } from '../../../../shared/schema/card';

const today = '2026-11-25';
const work = (n: number, dueOn?: string): ListedWork => ({
  title: `Sign off the review of academy ${n}`,
  detail: 'Autumn term 2026/27',
  subPageId: `reviews/2026-27/autumn/10000${n}`,
  ...(dueOn !== undefined && { dueOn }),
});
const cardOf = (slot: string, items: readonly ListedWork[]): WorkCard =>
  WorkCard.parse(workCardFor({ slot, items, now: '2026-11-25T09:00:00.000Z', today, tellAfter: 7 }));

const overdue = work(1, '2026-11-20');
const soon = work(2, '2026-11-26');
const undated = work(3);

it.each([
  ['digest-2026-11-25T09:00:00.000Z', [undated, soon, overdue], '3 things waiting for you, 1 of them overdue'],
  ['digest-2026-11-25T09:00:00.000Z', [undated], '1 thing waiting for you'],
  ['reminder-2026-11-25', [overdue, soon], 'Reminder: 1 thing is overdue and 1 is due soon'],
  ['reminder-2026-11-25', [overdue, { ...overdue }], 'Reminder: 2 things are overdue'],
  ['reminder-2026-11-25', [soon, { ...soon }], 'Reminder: 2 things are due soon'],
  ['overdue-2026-11-25', [{ ...overdue, with: 'Hazel Head' }], '1 thing overdue with others'],
  ['digest-2026-11-25T09:00:00.000Z', [], 'All of this is done'],
  ['reminder-2026-11-25', [], 'All of this is done'],
  ['overdue-2026-11-25', [], 'None of this is overdue any more'],
])('%s says what there is', (slot, items, headline) => {
  expect(cardOf(slot, items).headline).toBe(headline);
});

it('lists by date, says what is overdue, and names whom it waits for', () => {
  const card = cardOf('overdue-2026-11-25', [undated, soon, { ...overdue, with: 'Hazel Head' }]);
  expect(card.items.map(({ title, overdue: late, with: whom }) => [title.at(-1), late, whom])).toEqual([
    ['1', true, 'Hazel Head'],
    ['2', false, undefined],
    ['3', false, undefined],
  ]);
});

it('says why it is received, each in its own words', () => {
  const reasons = ['digest-x', 'reminder-2026-11-25', 'overdue-2026-11-25'].map((slot) => cardOf(slot, [soon]).why);
  expect(new Set(reasons).size).toBe(3);
  for (const why of reasons) expect(why).toMatch(/^You receive this /);
  expect(reasons[2]).toContain('7 days');
});

it('knows what its slots are of, and the last day of each', () => {
  expect(occasionOf(slotOn('reminder', today))).toBe('reminder');
  expect(occasionOf(slotOn('overdueOfOthers', today))).toBe('overdueOfOthers');
  expect(occasionOf('digest')).toBe('digest');
  const slots = ['reminder-2026-11-18', 'digest-2026-12-01T09:00:00.000Z', 'reminder-2026-11-23', 'overdue-2026-11-24'];
  expect(lastDayOf('reminder', slots)).toBe('2026-11-23');
  expect(lastDayOf('overdueOfOthers', slots)).toBe('2026-11-24');
  expect(lastDayOf('reminder', [])).toBeUndefined();
});
