import type { AcademicYear } from '../schema/settings';
import { addDays, daysBetween, mondayOf } from './day';
import { firstDayOf, lastDayOf } from './periods';

/** A day with school, and the Monday of its week, which has school or not. */
export interface SchoolDay {
  readonly day: string;
  readonly monday: string;
}

export interface SchoolCalendar {
  /** Every school day of the year, in order. */
  readonly days: readonly SchoolDay[];
  /** Every Monday from the first week with school to the last, those of holidays too. */
  readonly mondays: readonly string[];
}

const hasSchool = ({ year, terms, closedOn }: AcademicYear, day: string): boolean =>
  day >= firstDayOf(year) &&
  day <= lastDayOf(year) &&
  !closedOn.includes(day) &&
  terms.some(
    ({ startsOn, endsOn, halfTerm }) =>
      day >= startsOn && day <= endsOn && !(halfTerm && day >= halfTerm.startsOn && day <= halfTerm.endsOn),
  );

const mondaysFrom = (first: string, last: string): string[] =>
  Array.from({ length: Math.floor(daysBetween(first, last) / 7) + 1 }, (_, at) => addDays(first, 7 * at));

const calendarOf = (year: AcademicYear): SchoolCalendar => {
  const days = mondaysFrom(mondayOf(firstDayOf(year.year)), lastDayOf(year.year))
    .flatMap((monday) => [0, 1, 2, 3, 4].map((at) => ({ monday, day: at === 0 ? monday : addDays(monday, at) })))
    .filter(({ day }) => hasSchool(year, day));
  const [first, last] = [days[0]?.monday, days[days.length - 1]?.monday];
  return { days, mondays: first === undefined || last === undefined ? [] : mondaysFrom(first, last) };
};

/** A year's calendar is asked for once for every item of support: it is worked out once. */
const known = new WeakMap<AcademicYear, SchoolCalendar>();

/** The school days of an academic year: Mondays to Fridays in term, without half-term holidays and closed days. */
export const schoolCalendar = (year: AcademicYear): SchoolCalendar => {
  const calendar = known.get(year) ?? calendarOf(year);
  known.set(year, calendar);
  return calendar;
};

/** School days by week, in order: a week that lies wholly in a holiday is not among them. */
export const weeksOf = (days: readonly SchoolDay[]): SchoolDay[][] => {
  const weeks = new Map<string, SchoolDay[]>();
  for (const day of days) {
    const week = weeks.get(day.monday);
    if (week) week.push(day);
    else weeks.set(day.monday, [day]);
  }
  return [...weeks.values()];
};
