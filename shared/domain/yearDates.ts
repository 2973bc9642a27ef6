import { Year as YearSchema, type PeriodKind, type Year } from '../schema/ids';
import type { AcademicYear, TermDates, TrustSettings, YearDates } from '../schema/settings';
import type { PeriodRef } from '../schema/views';
import { stillToStore, withEvent, type Administering } from './administering';
import { samePeriod } from './calendar';
import { addDays } from './day';
import { comparePeriods, judgedPeriods, lastDayOf } from './periods';
import { accepted, refused, type Result } from './result';
import { formatDay } from './words';

export const datesOf = ({ terms, closedOn }: YearDates): YearDates => ({ terms, closedOn });

/** Something wrong with the dates of a year; `path` names the field: 'autumn.startsOn', 'closedOn.2'. */
export interface DatesIssue {
  readonly path: string;
  readonly message: string;
}

const order = ['autumn', 'spring', 'summer'] as const;

/** Some autumn terms begin in August; none begins before the summer holidays have. */
const earliestStart = (year: Year): string => `${year.slice(0, 4)}-08-15`;

const issue = (isWrong: boolean, path: string, message: string): DatesIssue[] => (isWrong ? [{ path, message }] : []);

const issuesOfHalfTerm = ({ term, startsOn, endsOn, halfTerm }: TermDates): DatesIssue[] =>
  halfTerm === undefined
    ? []
    : [
        ...issue(
          halfTerm.startsOn <= startsOn || halfTerm.startsOn >= endsOn,
          `${term}.halfTerm.startsOn`,
          `The half-term holiday of the ${term} term begins outside the term.`,
        ),
        ...issue(
          halfTerm.endsOn < halfTerm.startsOn,
          `${term}.halfTerm.endsOn`,
          `The half-term holiday of the ${term} term ends before it begins.`,
        ),
        ...issue(
          halfTerm.endsOn >= endsOn,
          `${term}.halfTerm.endsOn`,
          `The half-term holiday of the ${term} term ends when the term is over.`,
        ),
      ];

const issuesOfTerm = (year: Year, dates: TermDates, before: TermDates | undefined): DatesIssue[] => {
  const { term, startsOn, endsOn } = dates;
  const from = earliestStart(year);
  return [
    ...issue(
      startsOn < from,
      `${term}.startsOn`,
      `The ${term} term of ${year} cannot begin before ${formatDay(from)}.`,
    ),
    ...issue(
      before !== undefined && startsOn <= before.endsOn,
      `${term}.startsOn`,
      `The ${term} term begins before the ${before?.term ?? ''} term is over.`,
    ),
    ...issue(endsOn < startsOn, `${term}.endsOn`, `The ${term} term ends before it begins.`),
    ...issue(
      endsOn > lastDayOf(year),
      `${term}.endsOn`,
      `The ${term} term of ${year} must end by ${formatDay(lastDayOf(year))}.`,
    ),
    ...issuesOfHalfTerm(dates),
  ];
};

const issuesOfClosedDays = ({ terms, closedOn }: YearDates): DatesIssue[] =>
  closedOn.flatMap((day, at) => [
    ...issue(
      !terms.some(({ startsOn, endsOn }) => day >= startsOn && day <= endsOn),
      `closedOn.${at}`,
      `${formatDay(day)} is in no term, so there is no school to close.`,
    ),
    ...issue(closedOn.indexOf(day) !== at, `closedOn.${at}`, `${formatDay(day)} stands here twice.`),
  ]);

/** What a neighbouring year's terms leave no room for. */
const issuesOfNeighbours = (year: Year, { terms }: YearDates, others: readonly AcademicYear[]): DatesIssue[] => {
  const [first, last] = [terms[0], terms[terms.length - 1]];
  return others.flatMap((other) =>
    other.year < year
      ? issue(
          other.terms.some(({ endsOn }) => first !== undefined && endsOn >= first.startsOn),
          `${order[0]}.startsOn`,
          `The autumn term begins before the summer term of ${other.year} is over.`,
        )
      : issue(
          other.year > year && other.terms.some(({ startsOn }) => last !== undefined && startsOn <= last.endsOn),
          `${order[2]}.endsOn`,
          `The summer term ends after the autumn term of ${other.year} has begun.`,
        ),
  );
};

/**
 * All that is wrong with the dates of an academic year, each with the field it belongs to: three terms in order within
 * the year, none over another (nor over a neighbouring year's), holidays and closed days within their terms.
 */
export const datesIssues = (year: Year, dates: YearDates, years: readonly AcademicYear[]): DatesIssue[] => {
  const inOrder = order.every((term, at) => dates.terms[at]?.term === term);
  if (!inOrder) return [{ path: 'terms', message: 'A year has an autumn, a spring and a summer term, in this order.' }];
  return [
    ...dates.terms.flatMap((term, at) => issuesOfTerm(year, term, dates.terms[at - 1])),
    ...issuesOfClosedDays(dates),
    ...issuesOfNeighbours(year, dates, years),
  ];
};

/** The academic year after a year: '2026/27' → '2027/28'. */
export const yearAfter = (year: Year): Year => {
  const next = Number(year.slice(0, 4)) + 1;
  return YearSchema.parse(`${next}/${String((next + 1) % 100).padStart(2, '0')}`);
};

/** The year that can be added: a calendar has no gap. */
export const nextYear = (years: readonly AcademicYear[]): Year | undefined => {
  const last = [...years].map(({ year }) => year).sort();
  const latest = last[last.length - 1];
  return latest && yearAfter(latest);
};

const weeks52 = 364;

/** A year's dates 52 weeks later: the same weekdays, to begin from. */
export const datesAYearLater = ({ terms, closedOn }: YearDates): YearDates => {
  const later = (day: string): string => addDays(day, weeks52);
  return {
    terms: terms.map(({ term, startsOn, endsOn, halfTerm }) => ({
      term,
      startsOn: later(startsOn),
      endsOn: later(endsOn),
      ...(halfTerm && { halfTerm: { startsOn: later(halfTerm.startsOn), endsOn: later(halfTerm.endsOn) } }),
    })),
    closedOn: closedOn.map(later),
  };
};

type KindIn = (year: AcademicYear) => PeriodKind | undefined;

/** Periods with records that would begin on another day, or be no more: what was judged must stay where it was judged. */
export const movedRecords = (
  before: readonly AcademicYear[],
  after: readonly AcademicYear[],
  kindIn: KindIn,
  recorded: readonly PeriodRef[],
): PeriodRef[] => {
  const [was, is] = [judgedPeriods(before, kindIn), judgedPeriods(after, kindIn)];
  return recorded
    .filter((ref) => {
      const begun = was.find((period) => samePeriod(period, ref))?.startsOn;
      return begun !== undefined && is.find((period) => samePeriod(period, ref))?.startsOn !== begun;
    })
    .sort(comparePeriods);
};

/** The years with one more, or with one's dates as given; in order. */
export const withDates = (years: readonly AcademicYear[], year: Year, dates: YearDates): AcademicYear[] => {
  const latest = [...years].sort((a, b) => a.year.localeCompare(b.year)).at(-1);
  const found = years.find((each) => each.year === year) ?? latest;
  if (!found) return [];
  const next: AcademicYear = { year, framework: found.framework, ...datesOf(dates) };
  return [...years.filter((each) => each.year !== year), next].sort((a, b) => a.year.localeCompare(b.year));
};

export interface SettingDates {
  readonly year: Year;
  /** What the administrator had in sight; null for a year that is added. */
  readonly basedOn: YearDates | null;
  readonly dates: YearDates;
  readonly kindIn: KindIn;
  readonly recorded: readonly PeriodRef[];
}

const mayTakePlace = (
  settings: TrustSettings,
  { year, basedOn, dates }: SettingDates,
): Result<'same' | 'different'> => {
  const present = settings.years.find((each) => each.year === year);
  if (present) {
    // Adding a year that somebody has just added with other dates is refused like any stale change.
    const seen = basedOn ?? { terms: [], closedOn: [] };
    return stillToStore({ present: datesOf(present), basedOn: seen, next: dates }, { code: 'calendar.changed-since' });
  }
  const expected = nextYear(settings.years);
  if (basedOn !== null || expected === undefined) return refused({ code: 'calendar.changed-since' });
  return year === expected ? accepted('different') : refused({ code: 'calendar.not-next', expected });
};

/**
 * The settings with a year's dates as they are to be. Refusals: `calendar.changed-since`, `calendar.not-next`,
 * `calendar.wrong-dates`, `calendar.has-records`.
 */
export const setYearDates = (
  settings: TrustSettings,
  setting: SettingDates,
  stamp: Administering,
): Result<TrustSettings> => {
  const to = mayTakePlace(settings, setting);
  if (!to.ok) return to;
  if (to.value === 'same') return accepted(settings);
  const { year, dates, kindIn, recorded } = setting;
  const others = settings.years.filter((each) => each.year !== year);
  const issues = datesIssues(year, dates, others);
  if (issues.length > 0) return refused({ code: 'calendar.wrong-dates', issues });
  const years = withDates(settings.years, year, dates);
  const periods = movedRecords(settings.years, years, kindIn, recorded);
  if (periods.length > 0) return refused({ code: 'calendar.has-records', periods });
  const before = settings.years.find((each) => each.year === year);
  const event = { ...stamp, year, ...(before && { before: datesOf(before) }), after: datesOf(dates) };
  return accepted({ ...settings, years, calendarHistory: withEvent(settings.calendarHistory, event) });
};
