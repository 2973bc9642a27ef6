import { daysOf } from '../../../shared/domain/spanWords';

it.each([
  ['2026-09-07', '2026-09-11', '7 to 11 September 2026'],
  ['2026-11-30', '2026-12-04', '30 November to 4 December 2026'],
  ['2026-12-28', '2027-01-01', '28 December 2026 to 1 January 2027'],
  ['2026-09-01', '2027-09-30', '1 September 2026 to 30 September 2027'],
  ['2027-06-04', '2027-06-04', '4 June 2027'],
])('the days from %s to %s', (from, by, words) => expect(daysOf({ from, by })).toBe(words));
