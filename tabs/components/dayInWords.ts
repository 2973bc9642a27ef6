import { formatDay } from '../../shared/domain/words';

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });

/** 'Thursday 3 September 2026': what the device's own picker shows in figures; undefined while it is no day. */
export const dayInWords = (value: string): string | undefined => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return at && !Number.isNaN(at.getTime()) ? `${weekday.format(at)} ${formatDay(value)}` : undefined;
};
