import fc from 'fast-check';
import {
  compareTerms,
  findYear,
  sameTerm,
  termBefore,
  termOn,
  termsOf,
  termsUpTo,
} from '../../../shared/domain/calendar';
import { autumn, settings, summerBefore } from '../../support/builders/calendar';
import { lastYear, thisYear, unknownYear } from '../../support/builders/ids';

const { years } = settings;
const ref = (year: typeof thisYear, term: 'autumn' | 'spring' | 'summer') => ({ year, term });

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
  ])('%s', (_, day, expected) => expect(termOn(years, day)).toEqual(expected));

  it('is none in an empty calendar', () => expect(termOn([], '2026-11-20')).toBeUndefined());
  it('does not depend on the order in which the years are kept', () =>
    expect(termOn([...years].reverse(), '2026-11-20')).toEqual(autumn));
});

describe('the terms in order', () => {
  it('run autumn, spring, summer, year after year', () =>
    expect(termsOf([...years].reverse()).map(({ year, term }) => ref(year, term))).toEqual([
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
  ])('the term before, %s', (_, of, expected) => expect(termBefore(years, of)).toEqual(expected));

  it('the four up to a term, oldest first', () => {
    expect(termsUpTo(years, autumn, 4)).toEqual([
      ref(lastYear, 'autumn'),
      ref(lastYear, 'spring'),
      summerBefore,
      autumn,
    ]);
    expect(termsUpTo(years, ref(lastYear, 'spring'), 4)).toEqual([ref(lastYear, 'autumn'), ref(lastYear, 'spring')]);
  });

  it('compare as a total order, and are the same only when they are', () => {
    const anyTerm = fc.constantFrom(...termsOf(years));
    fc.assert(
      fc.property(anyTerm, anyTerm, (a, b) => {
        expect(Math.sign(compareTerms(a, b))).toBe(-Math.sign(compareTerms(b, a)) + 0);
        expect(sameTerm(a, b)).toBe(compareTerms(a, b) === 0);
        expect(compareTerms(a, b) < 0).toBe(a.startsOn < b.startsOn);
      }),
    );
  });

  it('a year is found by its name', () => {
    expect(findYear(years, thisYear)?.year).toBe(thisYear);
    expect(findYear(years, unknownYear)).toBeUndefined();
  });
});
