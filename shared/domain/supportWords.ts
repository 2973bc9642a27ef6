import type { PeriodKind } from '../schema/ids';
import type { Cadence, DayAllowance, Entitlement } from '../schema/support';
import { count } from './words';

/** How often support is given, in the words of the people who give it. */

const once = {
  fortnight: 'every fortnight',
  month: 'once a month',
  halfTerm: 'every half term',
  term: 'once a term',
  year: 'once a year',
  twoYears: 'once every two years',
} satisfies Record<PeriodKind, string>;

const often = {
  fortnight: 'a fortnight',
  month: 'a month',
  halfTerm: 'a half term',
  term: 'a term',
  year: 'a year',
  twoYears: 'every two years',
} satisfies Record<PeriodKind, string>;

const ordinals = ['', '', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const timesWords = (times: number, per: PeriodKind): string => {
  if (times === 1) return once[per];
  return `${times === 2 ? 'twice' : `${times} times`} ${often[per]}`;
};

const rhythmWords = (cadence: Cadence): string => {
  if ('everyWeeks' in cadence) return cadence.everyWeeks === 1 ? 'every week' : `every ${cadence.everyWeeks} weeks`;
  if ('everyYears' in cadence) return `every ${ordinals[cadence.everyYears] ?? `${cadence.everyYears}th`} year`;
  return timesWords(cadence.times, cadence.per);
};

/** '2 days', 'half a day', 'up to 10 days': an allowance without its period. */
export const daysWords = ({ amount, upTo }: Pick<DayAllowance, 'amount' | 'upTo'>): string => {
  const days = amount === 0.5 ? 'half a day' : count(amount, 'day');
  return upTo ? `up to ${days}` : days;
};

const allowanceWords = (days: DayAllowance): string =>
  days.per === 'once' ? daysWords(days) : `${daysWords(days)} ${often[days.per]}`;

/**
 * How often and how many days, as it stands in a sentence: 'every 4 weeks', 'twice a year', 'every second year',
 * 'up to 10 days a year', 'once a term, 2 days a term', 'when asked for'. 'At no set times' where the source names none.
 */
export const cadenceWords = ({ cadence, days, onRequest }: Pick<Entitlement, 'cadence' | 'days' | 'onRequest'>) => {
  const rhythm = cadence && !onRequest ? [rhythmWords(cadence)] : [];
  const allowance = days ? [allowanceWords(days)] : [];
  const words = [...(onRequest ? ['when asked for'] : []), ...rhythm, ...allowance];
  return words.length === 0 ? 'at no set times' : words.join(', ');
};

/** '30 minutes', '1 hour', '1 hour 30 minutes': how long one meeting lasts. */
export const minutesWords = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [...(hours > 0 ? [count(hours, 'hour')] : []), ...(rest > 0 ? [count(rest, 'minute')] : [])].join(' ');
};
