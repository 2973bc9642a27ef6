import { dayInWords } from '../../../tabs/components/dayInWords';

it('a day is said in words, whichever order the device shows its figures in', () =>
  expect(dayInWords('2026-09-03')).toBe('Thursday 3 September 2026'));

it.each(['', '2026-09', '3/9/2026', '2026-13-01'])('%j, which is no day yet, says nothing', (value) =>
  expect(dayInWords(value)).toBeUndefined(),
);
