import type { AcademicYear } from '../schema/settings';
import { addDays, weekdayOf } from './day';
import { firstDayOf, lastDayOf } from './periods';

/** The trust's calendar as the settings hold it. */
type Years = readonly AcademicYear[];
type Span = { readonly startsOn: string; readonly endsOn: string };

const within = (day: string, { startsOn, endsOn }: Span): boolean => day >= startsOn && day <= endsOn;
const isWeekday = (day: string): boolean => weekdayOf(day) <= 5;

/** A day of some term, its half-term holiday left out. Some terms begin in August, before their year does. */
const inTerm = (years: Years, day: string): boolean =>
  years.some(({ terms }) => terms.some((term) => within(day, term) && !(term.halfTerm && within(day, term.halfTerm))));

/** Whether the trust has entered the academic year of a day. */
const isEntered = (years: Years, day: string): boolean =>
  years.some(({ year }) => within(day, { startsOn: firstDayOf(year), endsOn: lastDayOf(year) }));

/**
 * A Monday to Friday in term, outside the half-term holiday and the closed days. In a year that the trust has not
 * entered every Monday to Friday counts: a missing calendar must not silence the app.
 */
export const isSchoolDay = (years: Years, day: string): boolean =>
  isWeekday(day) &&
  !years.some(({ closedOn }) => closedOn.includes(day)) &&
  (inTerm(years, day) || !isEntered(years, day));

/** Steps from school day to school day, each worked out once for a calendar: dates are asked for by the hundred. */
interface Steps {
  readonly 1: Map<string, string>;
  readonly [-1]: Map<string, string>;
}
const known = new WeakMap<Years, Steps>();

const stepsOf = (years: Years): Steps => {
  const steps = known.get(years) ?? { 1: new Map(), [-1]: new Map() };
  known.set(years, steps);
  return steps;
};

/** Ends: outside the years that were entered every weekday is a school day. */
const found = (years: Years, day: string, by: 1 | -1): string => {
  let candidate = addDays(day, by);
  while (!isSchoolDay(years, candidate)) candidate = addDays(candidate, by);
  return candidate;
};

const step = (years: Years, day: string, by: 1 | -1): string => {
  const steps = stepsOf(years)[by];
  const next = steps.get(day) ?? found(years, day, by);
  steps.set(day, next);
  return next;
};

/** The first school day after a day. */
export const schoolDayAfter = (years: Years, day: string): string => step(years, day, 1);

/** So many school days after a day (before it, where negative); the day itself for none. */
export const addSchoolDays = (years: Years, day: string, count: number): string =>
  Array.from({ length: Math.abs(count) }).reduce<string>((at) => step(years, at, count < 0 ? -1 : 1), day);

/** Closed days in a row that are as good as a holiday; fewer are a bank holiday, or a day of staff training. */
const closedLikeAHoliday = 3;

/**
 * A school day after which a holiday begins: the half-term one, the end of term, or three closed days and more. A
 * weekend or a bank holiday is none.
 */
export const isLastBeforeHoliday = (years: Years, day: string): boolean => {
  if (!isSchoolDay(years, day)) return false;
  const next = schoolDayAfter(years, day);
  const off: string[] = [];
  for (let at = addDays(day, 1); at < next; at = addDays(at, 1)) if (isWeekday(at)) off.push(at);
  return off.length >= closedLikeAHoliday || off.some((at) => isEntered(years, at) && !inTerm(years, at));
};
