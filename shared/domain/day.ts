import { Temporal } from 'temporal-polyfill';

/** Days of the trust's calendar as `YYYY-MM-DD`. They have no time and no zone, so no clock change can move them. */
const plain = (day: string): Temporal.PlainDate => Temporal.PlainDate.from(day);

export const addDays = (day: string, days: number): string => plain(day).add({ days }).toString();

/** Whole days from one day to another; negative where `to` is the earlier. */
export const daysBetween = (from: string, to: string): number => plain(from).until(plain(to)).days;

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: string): number => plain(day).dayOfWeek;

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day));

/** The last day of a day's calendar month. */
export const endOfMonth = (day: string): string =>
  plain(day)
    .with({ day: plain(day).daysInMonth })
    .toString();

export const laterOf = (a: string, b: string): string => (a > b ? a : b);
export const earlierOf = (a: string, b: string): string => (a < b ? a : b);
