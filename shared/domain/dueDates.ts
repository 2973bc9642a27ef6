import type { CategoryChange } from '../schema/categoryChange';
import type { ReviewRow } from '../schema/rows';
import type { DeliveryPolicy, TrustSettings } from '../schema/settings';
import type { DatedPeriod } from '../schema/views';
import { currentStep } from './categoryChange';
import { laterOf } from './day';
import { stepSince } from './routeView';
import { addSchoolDays, schoolDayAfter } from './schoolDays';
import { dayOf } from './words';

type Settings = Pick<TrustSettings, 'years' | 'delivery'>;
type Waiting = keyof DeliveryPolicy['within'];

/** So many school days after something began to wait, by the trust's settings. */
const within = ({ years, delivery }: Settings, waiting: Waiting, since: string): string =>
  addSchoolDays(years, dayOf(since), delivery.within[waiting]);

/** So many school days before the last school day of a period. */
const beforeEnd = ({ years, delivery }: Settings, { endsOn }: DatedPeriod): string => {
  const last = addSchoolDays(years, schoolDayAfter(years, endsOn), -1);
  return addSchoolDays(years, last, -delivery.judgedBeforeEnd);
};

/**
 * By when a record is to be judged and sent: before its period's end. One that is opened or reopened late, or whose
 * period is short, is given as long as the answer to a query.
 */
const judgedBy = (settings: Settings, period: DatedPeriod, since: string | undefined): string => {
  const day = beforeEnd(settings, period);
  return since === undefined ? day : laterOf(day, within(settings, 'answerQuery', since));
};

/**
 * The day by which a record must have its next act; undefined where nothing is asked, or it is not known since when or
 * in which period. `period` is the record's own.
 */
export const reviewDueOn = (
  settings: Settings,
  { state, waitingSince }: Pick<ReviewRow, 'state' | 'waitingSince'>,
  period: DatedPeriod | undefined,
): string | undefined => {
  if (state === 'signedOff') return undefined;
  if (state === 'open') return period && judgedBy(settings, period, waitingSince);
  if (waitingSince === undefined) return undefined;
  return within(settings, state === 'queried' ? 'answerQuery' : 'signOff', waitingSince);
};

/** The day by which the records of a period must be open. */
export const openingDueOn = (settings: Settings, period: DatedPeriod): string =>
  judgedBy(settings, period, `${period.startsOn}T12:00:00.000Z`);

/** The day by which a change's step must be taken, or its proposer must have looked at it again. */
export const changeDueOn = (settings: Settings, change: CategoryChange): string | undefined => {
  const waiting = change.state === 'returned' ? 'resubmit' : currentStep(change)?.kind;
  return waiting && within(settings, waiting, stepSince(change));
};
