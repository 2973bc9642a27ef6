import { Temporal } from 'temporal-polyfill';
import type { TrustSettings } from '../schema/settings';
import { addDays } from './day';
import { isLastBeforeHoliday, isSchoolDay } from './schoolDays';

const zone = 'Europe/London';

type Settings = Pick<TrustSettings, 'years' | 'delivery'>;

const inLondon = (at: string): Temporal.ZonedDateTime => Temporal.Instant.from(at).toZonedDateTimeISO(zone);
const dayIn = (at: Temporal.ZonedDateTime): string => at.toPlainDate().toString();
/** `HH:MM`, which compares as text. */
const timeIn = (at: Temporal.ZonedDateTime): string => at.toPlainTime().toString({ smallestUnit: 'minute' });

const midnight = '24:00';

/** The end is no longer in it. Where the settings have it before the beginning, the day's end is the end. */
const hoursOf = ({ delivery: { from, until } }: Settings): { from: string; until: string } => ({
  from,
  until: until > from ? until : midnight,
});

/** A day on which people are written to: a school day, and not the last one before a holiday. */
export const isSendingDay = ({ years }: Settings, day: string): boolean =>
  isSchoolDay(years, day) && !isLastBeforeHoliday(years, day);

/** The first day from a day on, itself included, on which people are written to. */
export const sendingDayFrom = (settings: Settings, day: string): string => {
  let candidate = day;
  while (!isSendingDay(settings, candidate)) candidate = addDays(candidate, 1);
  return candidate;
};

/** Whether people may be written to at an instant: within the hours, Europe/London, on a sending day. */
export const maySendAt = (settings: Settings, at: string): boolean => {
  const local = inLondon(at);
  const { from, until } = hoursOf(settings);
  return timeIn(local) >= from && timeIn(local) < until && isSendingDay(settings, dayIn(local));
};

/** The first instant from `at` on, itself included, at which people may be written to. */
export const nextSendingAt = (settings: Settings, at: string): string => {
  if (maySendAt(settings, at)) return at;
  const local = inLondon(at);
  const { from } = hoursOf(settings);
  const before = timeIn(local) < from;
  const day = sendingDayFrom(settings, before ? dayIn(local) : addDays(dayIn(local), 1));
  return Temporal.PlainDateTime.from(`${day}T${from}`)
    .toZonedDateTime(zone)
    .toInstant()
    .toString({ smallestUnit: 'millisecond' });
};
