import { samePeriod } from '../../shared/domain/calendar';
import type { DatedPeriod, PeriodRef } from '../../shared/schema/views';

/** Every period that has begun, newest first; the one that is shown is among them even where the calendar lost it. */
export const begunPeriods = (periods: readonly DatedPeriod[], today: string, shown: PeriodRef): PeriodRef[] => {
  const begun = periods.filter((period) => period.startsOn <= today || samePeriod(period, shown)).reverse();
  return begun.some((period) => samePeriod(period, shown)) ? begun : [shown, ...begun];
};
