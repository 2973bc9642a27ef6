import { begunPeriods } from '../../../tabs/components/begunPeriods';
import { autumn, periods, summerBefore } from '../../support/builders/calendar';
import { thisYear, unknownYear } from '../../support/builders/ids';

const named = (shown: Parameters<typeof begunPeriods>[2], today = '2026-11-20'): string[] =>
  begunPeriods(periods, today, shown).map(({ year, period }) => `${period} ${year}`);

it('every period of every year that has begun, newest first', () =>
  expect(named(autumn)).toEqual(['autumn 2026/27', 'summer 2025/26', 'spring 2025/26', 'autumn 2025/26']));

it('one that is shown is among them, though it has not begun or is in no calendar', () => {
  expect(named({ year: thisYear, period: 'summer' })[0]).toBe('summer 2026/27');
  expect(named({ year: unknownYear, period: 'autumn' })[0]).toBe('autumn 2040/41');
  expect(named(summerBefore, '2025-09-01')).toEqual(['summer 2025/26', 'autumn 2025/26']);
});
