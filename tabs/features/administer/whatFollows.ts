import { openingDueOn } from '../../../shared/domain/dueDates';
import { judgedPeriods } from '../../../shared/domain/periods';
import { schoolCalendar } from '../../../shared/domain/supportCalendar';
import { movedRecords, withDates } from '../../../shared/domain/yearDates';
import type { AdministeredCalendar } from '../../../shared/schema/administrationViews';
import type { PeriodKind, Year } from '../../../shared/schema/ids';
import type { AcademicYear, YearDates } from '../../../shared/schema/settings';
import type { DatedPeriod, PeriodRef } from '../../../shared/schema/views';

type View = AdministeredCalendar;

/** A period of the year with what depends on its dates; `before` where something is different now. */
export interface Following {
  readonly period: DatedPeriod;
  readonly judgedBy: string;
  readonly before?: { readonly startsOn: string; readonly endsOn: string; readonly judgedBy: string };
}

export interface WhatFollows {
  readonly periods: readonly Following[];
  readonly schoolDays: number;
  /** Absent for a year that is added. */
  readonly schoolDaysBefore?: number;
  /** Periods with records that would begin on another day: this cannot be saved. */
  readonly blocked: readonly PeriodRef[];
}

const kindIn =
  ({ years, next }: View) =>
  ({ year }: Pick<AcademicYear, 'year'>): PeriodKind | undefined =>
    years.find((each) => each.year === year)?.kind ?? (year === next.year ? next.kind : undefined);

const periodsOf = (view: View, years: readonly AcademicYear[], year: Year): Following[] =>
  judgedPeriods(years, kindIn(view))
    .filter((period) => period.year === year)
    .map((period) => {
      return { period, judgedBy: openingDueOn({ years: [...years], delivery: view.delivery }, period) };
    });

/** What other dates of a year would move: when each period is, by when it is to be judged, and how many days have school. */
export const whatFollows = (view: View, year: Year, dates: YearDates): WhatFollows => {
  const after = withDates(view.years, year, dates);
  const present = view.years.find((each) => each.year === year);
  const before = periodsOf(view, view.years, year);
  const changed = after.find((each) => each.year === year);
  return {
    periods: periodsOf(view, after, year).map(({ period, judgedBy }) => {
      const was = before.find((each) => each.period.period === period.period);
      const same =
        was === undefined ||
        (was.period.startsOn === period.startsOn && was.period.endsOn === period.endsOn && was.judgedBy === judgedBy);
      if (same) return { period, judgedBy };
      const { startsOn, endsOn } = was.period;
      return { period, judgedBy, before: { startsOn, endsOn, judgedBy: was.judgedBy } };
    }),
    schoolDays: changed ? schoolCalendar(changed).days.length : 0,
    ...(present && { schoolDaysBefore: schoolCalendar(present).days.length }),
    blocked: movedRecords(view.years, after, kindIn(view), view.recorded),
  };
};
