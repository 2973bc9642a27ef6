import fc from 'fast-check';
import {
  findYear,
  joinedBy,
  periodBefore,
  periodOn,
  periodsUpTo,
  samePeriod,
  yearOn,
} from '../../../shared/domain/calendar';
import { comparePeriods, judgedPeriods } from '../../../shared/domain/periods';
import type { Period } from '../../../shared/schema/ids';
import { autumn, periods, settings, summerBefore } from '../../support/builders/calendar';
import { lastYear, thisYear, unknownYear } from '../../support/builders/ids';
import { alder } from '../../support/builders/people';

const { years } = settings;
const ref = (year: typeof thisYear, period: Period) => ({ year, period });

describe('the term of a day', () => {
  it.each([
    ['the first day of a term', '2026-09-02', autumn],
    ['its last day', '2026-12-18', autumn],
    ['a day in it', '2026-11-20', autumn],
    ['the holiday after it', '2026-12-27', autumn],
    ['the day before the next', '2027-01-03', autumn],
    ['the first day of the next', '2027-01-04', ref(thisYear, 'spring')],
    ['the summer between two years', '2026-08-15', summerBefore],
    ['the day before the calendar begins: its first term', '2025-08-31', ref(lastYear, 'autumn')],
    ['long after the calendar ends: its last term', '2031-01-01', ref(thisYear, 'summer')],
  ])('%s', (_, day, expected) => expect(periodOn(periods, day)).toEqual(expected));

  it('is none in an empty calendar', () => expect(periodOn([], '2026-11-20')).toBeUndefined());
  it('does not depend on the order in which the years are kept', () =>
    expect(
      periodOn(
        judgedPeriods([...years].reverse(), () => 'term'),
        '2026-11-20',
      ),
    ).toEqual(autumn));
});

describe('the terms in order', () => {
  it('run autumn, spring, summer, year after year', () =>
    expect(judgedPeriods([...years].reverse(), () => 'term').map(({ year, period }) => ref(year, period))).toEqual([
      ref(lastYear, 'autumn'),
      ref(lastYear, 'spring'),
      ref(lastYear, 'summer'),
      ref(thisYear, 'autumn'),
      ref(thisYear, 'spring'),
      ref(thisYear, 'summer'),
    ]));

  it.each([
    ['across the summer', autumn, summerBefore],
    ['within a year', ref(thisYear, 'summer'), ref(thisYear, 'spring')],
    ['for the first of all', ref(lastYear, 'autumn'), undefined],
    ['for a year that the calendar does not have', ref(unknownYear, 'autumn'), ref(thisYear, 'summer')],
  ])('the term before, %s', (_, of, expected) => expect(periodBefore(periods, of)).toEqual(expected));

  it('the four up to a term, oldest first', () => {
    expect(periodsUpTo(periods, autumn, 4)).toMatchObject([
      ref(lastYear, 'autumn'),
      ref(lastYear, 'spring'),
      summerBefore,
      autumn,
    ]);
    expect(periodsUpTo(periods, ref(lastYear, 'spring'), 4)).toMatchObject([
      ref(lastYear, 'autumn'),
      ref(lastYear, 'spring'),
    ]);
  });

  it('compare as a total order, and are the same only when they are', () => {
    const anyTerm = fc.constantFrom(...periods);
    fc.assert(
      fc.property(anyTerm, anyTerm, (a, b) => {
        expect(Math.sign(comparePeriods(a, b))).toBe(-Math.sign(comparePeriods(b, a)) + 0);
        expect(samePeriod(a, b)).toBe(comparePeriods(a, b) === 0);
        expect(comparePeriods(a, b) < 0).toBe(a.startsOn < b.startsOn);
      }),
    );
  });

  it.each([
    ['its first day', '2026-09-01', thisYear],
    ['its last day', '2026-08-31', lastYear],
    ['a day before the calendar: its first year', '2020-01-01', lastYear],
    ['a day after it: its last', '2040-01-01', thisYear],
  ])('the academic year of %s', (_, day, year) => {
    expect(yearOn(years, day)?.year).toBe(year);
    expect(yearOn([...years].reverse(), day)?.year).toBe(year);
  });
  it('there is none in an empty calendar', () => expect(yearOn([], '2026-09-01')).toBeUndefined());

  it('an academy is the trust’s from the day it joined, and always where no day is known', () => {
    const joined = { ...alder, joinedOn: '2026-12-18' };
    expect(joinedBy(joined, '2026-12-18')).toBe(true);
    expect(joinedBy(joined, '2026-12-17')).toBe(false);
    expect(joinedBy(alder, '2000-01-01')).toBe(true);
  });

  it('a year is found by its name', () => {
    expect(findYear(years, thisYear)?.year).toBe(thisYear);
    expect(findYear(years, unknownYear)).toBeUndefined();
  });
});
