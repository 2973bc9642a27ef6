import type { PeriodKind } from '../schema/ids';
import type { AcademicYear } from '../schema/settings';
import type { Cadence, DayAllowance, Entitlement } from '../schema/support';
import type { Allowance, PlannedDate } from '../schema/supportViews';
import type { DatedPeriod } from '../schema/views';
import { periodsIn } from './periods';
import { schoolCalendar, weeksOf, type SchoolDay } from './supportCalendar';
import { daysWords } from './supportWords';
import { capital, formatDay, periodLabel, periodName } from './words';

/** The academic year asked about, and from when until when the academy is in the category: both days included. */
export interface SupportSpan {
  readonly year: AcademicYear;
  readonly since: string;
  readonly until?: string;
  /** The trust's calendar, for support of every so many years; without it only August counts as too late for a year. */
  readonly years?: readonly AcademicYear[];
}

/** School days that belong together, and what to call them. */
interface Part {
  readonly label: string;
  readonly days: readonly SchoolDay[];
}

const touches = ({ since, until }: SupportSpan, { day }: SchoolDay): boolean =>
  day >= since && (until === undefined || day <= until);

/** The window of a part: from its first to its last school day in the category; none where there is no such day. */
const windowOf =
  (span: SupportSpan) =>
  ({ label, days }: Part): PlannedDate[] => {
    const own = days.filter((day) => touches(span, day));
    const [from, by] = [own[0]?.day, own[own.length - 1]?.day];
    return from === undefined || by === undefined ? [] : [{ label, from, by }];
  };

/**
 * Every n weeks from the first school week in the category. A week that lies wholly in a holiday moves to the next
 * school week; where that has a date already, it is dropped. The rhythm goes on as if it had not moved.
 */
const inWeeks = (n: number, span: SupportSpan): Part[] => {
  const { days, mondays } = schoolCalendar(span.year);
  const weeks = weeksOf(days);
  const first = days.find((day) => touches(span, day))?.monday;
  if (first === undefined) return [];
  const from = mondays.indexOf(first);
  const meant = mondays.filter((_, at) => at >= from && (at - from) % n === 0);
  const held = meant.map((monday) => weeks.find(([day]) => day !== undefined && day.monday >= monday) ?? []);
  return [...new Set(held)].map((week) => ({ label: `Week of ${formatDay(week[0]?.monday ?? first)}`, days: week }));
};

const nameOf = ({ year, period }: DatedPeriod): string =>
  period === 'year' ? periodLabel({ year, period }) : capital(periodName(period));

/** School days in n even parts: by whole weeks, or by single days where there are fewer weeks than parts. */
const evenly = (n: number, { label, days }: Part): Part[] => {
  if (n === 1) return [{ label, days }];
  const weeks = weeksOf(days);
  const pieces = weeks.length >= n ? weeks : days.map((day) => [day]);
  const cut = (part: number): number => Math.floor((part * pieces.length) / n);
  return Array.from({ length: n }, (_, at) => ({
    label: `${label}, ${at + 1} of ${n}`,
    days: pieces.slice(cut(at), cut(at + 1)).flat(),
  }));
};

const inPeriods = (times: number, per: PeriodKind, { year }: SupportSpan): Part[] =>
  periodsIn(year, per)
    .map((period) => ({
      label: nameOf(period),
      days: schoolCalendar(year).days.filter(({ day }) => day >= period.startsOn && day <= period.endsOn),
    }))
    .flatMap((part) => evenly(times, part));

const numberOf = (year: AcademicYear): number => Number(year.year.slice(0, 4));

/** The first academic year with school left in the category: the one it began in, or the next where it began too late. */
const firstYearOf = ({ since, year, years = [year] }: SupportSpan): number => {
  const began = Number(since.slice(0, 4)) - (since.slice(5) < '09-01' ? 1 : 0);
  const known = years.find((one) => numberOf(one) === began);
  const left = known ? schoolCalendar(known).days.some(({ day }) => day >= since) : since.slice(5, 7) !== '08';
  return left ? began : began + 1;
};

/** How often something falls in this year: so many times in the first of every n years, the rest in the second. */
const inYears = (times: number, n: number, span: SupportSpan): Part[] => {
  const gone = numberOf(span.year) - firstYearOf(span);
  if (gone < 0 || gone % n > 1) return [];
  const here = gone % n === 0 ? Math.ceil(times / 2) : Math.floor(times / 2);
  return here === 0 ? [] : inPeriods(here, 'year', span);
};

const partsOf = (cadence: Cadence, span: SupportSpan): Part[] => {
  if ('everyWeeks' in cadence) return inWeeks(cadence.everyWeeks, span);
  if ('everyYears' in cadence) return inYears(1, cadence.everyYears, span);
  if (cadence.per === 'twoYears') return inYears(cadence.times, 2, span);
  return inPeriods(cadence.times, cadence.per, span);
};

/**
 * The windows in which support falls due in one academic year, in order and without overlap, each from a school day to a
 * school day. A window is cut to the days in the category. None where nothing is laid down or it is given when asked for.
 */
export const supportDates = (
  { cadence, onRequest }: Pick<Entitlement, 'cadence' | 'onRequest'>,
  span: SupportSpan,
): PlannedDate[] => {
  if (!cadence || onRequest) return [];
  return partsOf(cadence, span)
    .flatMap(windowOf(span))
    .sort((a, b) => a.from.localeCompare(b.from));
};

const allowanceParts = ({ per }: DayAllowance, span: SupportSpan): Part[] =>
  per === 'once' ? [{ label: 'Once', days: schoolCalendar(span.year).days }] : inPeriods(1, per, span);

/** What an allowance of days comes to in each part of the year that the academy is in the category for. */
export const allowancesIn = ({ days: allowance }: Pick<Entitlement, 'days'>, span: SupportSpan): Allowance[] => {
  if (!allowance) return [];
  const words = daysWords(allowance);
  return allowanceParts(allowance, span)
    .flatMap(windowOf(span))
    .map(({ label }) => ({ label, words }));
};
