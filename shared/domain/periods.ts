import type { Period, PeriodKind, Term, Year } from '../schema/ids';
import { Period as PeriodSchema } from '../schema/ids';
import type { AcademicYear, TermDates } from '../schema/settings';
import type { DatedPeriod } from '../schema/views';
import { addDays, daysBetween, earlierOf, endOfMonth, laterOf, mondayOf, weekdayOf } from './day';

/** '2026/27' begins on 1 September 2026 and ends on 31 August 2027. */
export const firstDayOf = (year: Year): string => `${year.slice(0, 4)}-09-01`;
export const lastDayOf = (year: Year): string => `${Number(year.slice(0, 4)) + 1}-08-31`;

interface Span {
  readonly period: Period;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** Where the trust has not said when its half-term holiday is, the weekend nearest the middle of the term. */
const assumedHalfTerm = ({ startsOn, endsOn }: TermDates): { startsOn: string; endsOn: string } => {
  const middle = addDays(startsOn, Math.round(daysBetween(startsOn, endsOn) / 2));
  const saturday = addDays(mondayOf(middle), weekdayOf(middle) >= 4 ? 5 : -2);
  return { startsOn: saturday, endsOn: addDays(saturday, 1) };
};

const halvesOf = (term: TermDates): Span[] => {
  const holiday = term.halfTerm ?? assumedHalfTerm(term);
  const half = (n: 1 | 2): Period => `${term.term}${n}` satisfies Period;
  return [
    { period: half(1), startsOn: term.startsOn, endsOn: addDays(holiday.startsOn, -1) },
    { period: half(2), startsOn: addDays(holiday.endsOn, 1), endsOn: term.endsOn },
  ];
};

const monthsOf = ({ year }: AcademicYear): Span[] =>
  Array.from({ length: 12 }, (_, i) => {
    const month = ((8 + i) % 12) + 1;
    const calendarYear = Number(year.slice(0, 4)) + (month < 9 ? 1 : 0);
    const two = String(month).padStart(2, '0');
    const startsOn = `${calendarYear}-${two}-01`;
    return { period: PeriodSchema.parse(`m${two}`), startsOn, endsOn: endOfMonth(startsOn) };
  });

const fortnightsOf = ({ year, terms }: AcademicYear): Span[] => {
  const monday = mondayOf(terms[0]?.startsOn ?? firstDayOf(year));
  return Array.from({ length: 26 }, (_, i) => {
    const startsOn = addDays(monday, 14 * i);
    return {
      period: PeriodSchema.parse(`f${String(i + 1).padStart(2, '0')}`),
      startsOn,
      endsOn: addDays(startsOn, 13),
    };
  });
};

/** A month or fortnight that lies in the holidays altogether is not judged. */
const inTerm =
  ({ terms }: AcademicYear) =>
  ({ startsOn, endsOn }: Span): boolean =>
    terms.some((term) => startsOn <= term.endsOn && endsOn >= term.startsOn);

const trimmed =
  ({ year }: AcademicYear) =>
  (span: Span): Span => ({
    ...span,
    startsOn: laterOf(span.startsOn, firstDayOf(year)),
    endsOn: earlierOf(span.endsOn, lastDayOf(year)),
  });

const spansIn = {
  term: ({ terms }) => terms.map(({ term, startsOn, endsOn }) => ({ period: term, startsOn, endsOn })),
  halfTerm: ({ terms }) => terms.flatMap(halvesOf),
  month: (year) => monthsOf(year).filter(inTerm(year)),
  fortnight: (year) => fortnightsOf(year).filter(inTerm(year)).map(trimmed(year)),
  year: ({ year }) => [{ period: 'year', startsOn: firstDayOf(year), endsOn: lastDayOf(year) }],
  twoYears: ({ year }) => {
    const next = Number(year.slice(0, 4)) + 2;
    return [{ period: 'twoYears', startsOn: firstDayOf(year), endsOn: `${next}-08-31` }];
  },
} satisfies Record<PeriodKind, (year: AcademicYear) => Span[]>;

/** The periods of one kind in one academic year, in order, on the trust's own dates. */
export const periodsIn = (year: AcademicYear, kind: PeriodKind): DatedPeriod[] =>
  spansIn[kind](year).map((span) => ({ year: year.year, ...span }));

const byDay = (a: DatedPeriod, b: DatedPeriod): number => a.startsOn.localeCompare(b.startsOn);

/**
 * What is judged in each year of the trust's calendar, oldest first; `kindIn` says how often, by the year's framework.
 * A two-year period begins in the first year that is judged so, and again when it is over.
 */
export const judgedPeriods = (
  years: readonly AcademicYear[],
  kindIn: (year: AcademicYear) => PeriodKind | undefined,
): DatedPeriod[] =>
  [...years]
    .sort((a, b) => a.year.localeCompare(b.year))
    .reduce<DatedPeriod[]>((judged, year) => {
      const kind = kindIn(year);
      const last = judged[judged.length - 1];
      const underWay = kind === 'twoYears' && last?.period === 'twoYears' && last.endsOn >= lastDayOf(year.year);
      return kind === undefined || underWay ? judged : [...judged, ...periodsIn(year, kind).sort(byDay)];
    }, []);

const terms = { autumn: 1, spring: 2, summer: 3 } satisfies Record<Term, number>;
const halfTerm = /^(autumn|spring|summer)([12])$/;

/** Where a period stands in its year; only periods of one kind can be compared. */
const placeOf = (period: Period): number => {
  const half = halfTerm.exec(period);
  if (half) return terms[half[1] as Term] * 2 + Number(half[2]);
  if (period in terms) return terms[period as Term];
  const number = Number(period.slice(1));
  if (period.startsWith('m')) return (number + 3) % 12;
  return Number.isNaN(number) ? 0 : number;
};

/** Negative where `a` comes before `b`. */
export const comparePeriods = (a: { year: Year; period: Period }, b: { year: Year; period: Period }): number =>
  a.year === b.year ? placeOf(a.period) - placeOf(b.period) : a.year < b.year ? -1 : 1;
