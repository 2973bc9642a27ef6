import type { Occasion } from '../schema/route';
import type { AcademicYear } from '../schema/settings';
import { firstDayOf, lastDayOf } from './periods';

/** The days on which a change may take effect, both included. */
export interface DaysAllowed {
  readonly from: string;
  readonly to: string;
}

/** The first 1 September on or after a day: by arithmetic, since the trust's calendar may not reach so far. */
const nextFirstDay = (day: string): string => {
  const year = Number(day.slice(0, 4));
  const here = `${year}-09-01`;
  return day <= here ? here : `${year + 1}-09-01`;
};

/** From 1 September to the end of the autumn term: the one that a day falls in or that comes next in the calendar. */
const autumnFrom = (years: readonly AcademicYear[], day: string): DaysAllowed | undefined => {
  const autumns = [...years]
    .sort((a, b) => a.year.localeCompare(b.year))
    .flatMap(({ year, terms }) => {
      const autumn = terms.find(({ term }) => term === 'autumn');
      return autumn ? [{ from: firstDayOf(year), to: autumn.endsOn }] : [];
    });
  return autumns.find(({ to }) => day <= to) ?? autumns[autumns.length - 1];
};

/**
 * The days that a route's occasion allows, looking from a day on: `yearStart` within the autumn term, `yearEnd` on the
 * first day of an academic year. Undefined where any day will do.
 */
export const daysAllowed = (
  occasion: Occasion,
  day: string,
  years: readonly AcademicYear[],
): DaysAllowed | undefined => {
  if (occasion === 'yearStart') return autumnFrom(years, day);
  if (occasion !== 'yearEnd') return undefined;
  const first = nextFirstDay(day);
  return { from: first, to: first };
};

/** The year of the calendar that a day falls in; undefined where the calendar has no such year. */
export const yearOfDay = (years: readonly AcademicYear[], day: string): AcademicYear | undefined =>
  years.find(({ year }) => firstDayOf(year) <= day && day <= lastDayOf(year));
