import type { TrustSettings } from '../schema/settings';
import type { WorkItem } from '../schema/views';
import { addDays, daysBetween } from './day';
import { sendingDayFrom } from './sendingHours';
import { dayOf } from './words';

type Settings = Pick<TrustSettings, 'years' | 'delivery'>;
type Dated = Pick<WorkItem, 'dueOn' | 'since'>;

/** Whether the first reminder's day has come: what a reminder lists. */
export const isDueSoon = ({ delivery }: Settings, { dueOn }: Pick<WorkItem, 'dueOn'>, today: string): boolean =>
  dueOn !== undefined && daysBetween(today, dueOn) <= Math.max(0, ...delivery.reminders.before);

/** The days of a date's reminders up to today, the last of each kind: before it, on it, every so many days after. */
const stagesOf = ({ delivery: { reminders } }: Settings, dueOn: string, today: string): string[] => {
  const after = Math.max(0, Math.floor(daysBetween(dueOn, today) / reminders.every));
  const stages = [...reminders.before.map((days) => addDays(dueOn, -days)), addDays(dueOn, after * reminders.every)];
  return stages.filter((stage) => stage <= today);
};

/**
 * The latest day, up to today, on which there was a reminder of something to send: the stage's own, or the next one on
 * which people are written to. Undefined where none has come since it began to wait.
 */
export const remindedFor = (settings: Settings, item: Dated, today: string): string | undefined => {
  if (item.dueOn === undefined) return undefined;
  const began = item.since === undefined ? '' : dayOf(item.since);
  const days = stagesOf(settings, item.dueOn, today).map((stage) => sendingDayFrom(settings, stage));
  return days.filter((day) => day <= today && day > began).reduce<string | undefined>(latest, undefined);
};

const latest = (a: string | undefined, b: string): string => (a === undefined || b > a ? b : a);

/** Whether somebody is to be reminded today, who was last reminded on the day `last`. */
export const isReminderDue = (
  settings: Settings,
  items: readonly Dated[],
  { last, today }: { readonly last: string | undefined; readonly today: string },
): boolean =>
  items.some((item) => {
    const day = remindedFor(settings, item, today);
    return day !== undefined && (last === undefined || day > last);
  });

/** Whether something has been overdue for so long that who leads is told. */
export const isForTheLeader = ({ delivery }: Settings, { dueOn }: Pick<WorkItem, 'dueOn'>, today: string): boolean =>
  dueOn !== undefined && daysBetween(dueOn, today) >= delivery.reminders.tellDirectorAfter;

/** Days between two messages to somebody about what others are overdue with. */
const leaderEvery = 7;

export const isLeaderDue = ({ last, today }: { readonly last: string | undefined; readonly today: string }): boolean =>
  last === undefined || daysBetween(last, today) >= leaderEvery;

/** In the order of their dates, so that what is overdue longest comes first; what has no date last, as it came. */
export const byDate = <T extends Pick<WorkItem, 'dueOn'>>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
