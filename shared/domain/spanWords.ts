import type { PlannedDate } from '../schema/supportViews';
import { formatDay } from './words';

/** '7 to 11 September 2026', '30 November to 4 December 2026', '28 December 2026 to 1 January 2027', '4 June 2027'. */
export const daysOf = ({ from, by }: Pick<PlannedDate, 'from' | 'by'>): string => {
  if (from === by) return formatDay(by);
  const [day, month, year] = formatDay(from).split(' ');
  const [, lastMonth, lastYear] = formatDay(by).split(' ');
  if (year !== lastYear) return `${formatDay(from)} to ${formatDay(by)}`;
  return `${day ?? ''}${month === lastMonth ? '' : ` ${month ?? ''}`} to ${formatDay(by)}`;
};
