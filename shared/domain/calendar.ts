import type { Year } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { AcademicYear } from '../schema/settings';
import type { DatedPeriod, PeriodRef } from '../schema/views';
import { comparePeriods, firstDayOf } from './periods';

export const samePeriod = (a: PeriodRef, b: PeriodRef): boolean => a.year === b.year && a.period === b.period;

const refOf = (found: PeriodRef | undefined): PeriodRef | undefined =>
  found && { year: found.year, period: found.period };

/** The period that a day falls in, or the last one that had begun by then; the first where none had. */
export const periodOn = (periods: readonly DatedPeriod[], day: string): PeriodRef | undefined => {
  const begun = periods.filter((period) => period.startsOn <= day);
  return refOf(begun[begun.length - 1] ?? periods[0]);
};

/** Whether an academy had joined the trust by a day; one that joins later is not judged on what was before. */
export const joinedBy = (academy: Pick<Academy, 'joinedOn'>, day: string): boolean => (academy.joinedOn ?? '') <= day;

/** Whether an academy had left the trust by a day: its last day is the day before that, or earlier. */
export const hasLeft = ({ leftOn }: Pick<Academy, 'leftOn'>, day: string): boolean =>
  leftOn !== undefined && leftOn < day;

/** Whether an academy was in the trust on a day. What it did before it left stays; nothing new is asked of it after. */
export const inTrustOn = (academy: Pick<Academy, 'joinedOn' | 'leftOn'>, day: string): boolean =>
  joinedBy(academy, day) && !hasLeft(academy, day);

export const findYear = (years: readonly AcademicYear[], year: Year): AcademicYear | undefined =>
  years.find((y) => y.year === year);

/** The academic year that a day falls in; the nearest one of the calendar where it has no such year. */
export const yearOn = (years: readonly AcademicYear[], day: string): AcademicYear | undefined => {
  const sorted = [...years].sort((a, b) => a.year.localeCompare(b.year));
  const begun = sorted.filter(({ year }) => firstDayOf(year) <= day);
  return begun[begun.length - 1] ?? sorted[0];
};

/** The period before a period; undefined for the first one of the calendar. */
export const periodBefore = (periods: readonly DatedPeriod[], ref: PeriodRef): PeriodRef | undefined => {
  const earlier = periods.filter((period) => comparePeriods(period, ref) < 0);
  return refOf(earlier[earlier.length - 1]);
};

/** A period and the ones before it, oldest first, at most `length`. */
export const periodsUpTo = (periods: readonly DatedPeriod[], ref: PeriodRef, length: number): DatedPeriod[] =>
  periods.filter((period) => comparePeriods(period, ref) <= 0).slice(-length);
