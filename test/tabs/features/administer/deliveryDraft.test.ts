import {
  before,
  deliveryErrors,
  draftOf,
  numbers,
  policyOf,
  waits,
} from '../../../../tabs/features/administer/deliveryDraft';
import { DeliveryPolicy } from '../../../../shared/schema/settings';

const usual = DeliveryPolicy.parse({});
const draft = draftOf(usual);
const accepted = (policy: unknown): boolean => DeliveryPolicy.safeParse(policy).success;

it('what is set comes back as it was', () => {
  expect(policyOf(draft)).toEqual(usual);
  expect(deliveryErrors(draft)).toEqual({});
  const several = { ...usual, reminders: { ...usual.reminders, before: [10, 5, 1] } };
  expect(policyOf(draftOf(several))).toEqual(several);
});

describe('every number', () => {
  const fields = Object.entries({ ...numbers, ...waits });
  it.each(fields)('%s may be as the settings take it, and nothing else', (name, { min, max }) => {
    const errorOf = (typed: string) => deliveryErrors({ ...draft, [name]: typed })[name as keyof typeof draft];
    const taken = (value: number) => accepted(policyOf({ ...draft, [name]: String(value) }));
    for (const value of [min, max]) expect([errorOf(String(value)), taken(value)]).toEqual([undefined, true]);
    for (const value of [min - 1, max + 1]) {
      expect(errorOf(String(value))).toBe(`Please give a whole number from ${min} to ${max}.`);
      expect(taken(value)).toBe(false);
    }
    for (const typed of ['', 'five', '2.5', '1e1']) expect(errorOf(typed)).toContain('whole number');
  });
});

describe('the days before a date', () => {
  it.each([
    ['', []],
    ['2', [2]],
    [' 10, 5,1 ', [10, 5, 1]],
  ])('%p is taken', (typed, days) => {
    expect(deliveryErrors({ ...draft, before: typed })).toEqual({});
    const policy = policyOf({ ...draft, before: typed });
    expect(policy.reminders.before).toEqual(days);
    expect(accepted(policy)).toBe(true);
  });

  it.each(['0', '61', '1,2,3,4,5,6', '2,', '2;3', 'two'])('%p is not', (typed) => {
    expect(deliveryErrors({ ...draft, before: typed }).before).toContain(`at most ${before.most}`);
  });
});

it.each([
  ['', '18:00', ['from']],
  ['07:30', '', ['until']],
  ['18:00', '07:30', ['until']],
  ['09:00', '09:00', ['until']],
  ['07:30', '18:00', []],
])('hours from %p to %p', (from, until, wrong) => {
  expect(Object.keys(deliveryErrors({ ...draft, from, until }))).toEqual(wrong);
});
