import type { Kpi } from '../../schema/framework';
import type { CategoryBand } from '../../schema/suggestion';
import { formatValue } from '../kpis';

type Bounds = Pick<CategoryBand, 'from' | 'fromIncluded' | 'to' | 'toIncluded'>;

const upper = (to: number, included: boolean, unit: Kpi['unit']): string =>
  `${included ? 'at most' : 'less than'} ${formatValue(to, unit)}`;

const lower = (from: number, included: boolean, unit: Kpi['unit']): string =>
  `${included ? 'at least' : 'more than'} ${formatValue(from, unit)}`;

/** A band's figures in words, edges included or not: 'more than 70 %', 'at least 50 % and less than 70 %', 'any value'. */
export const boundsWords = ({ from, fromIncluded, to, toIncluded }: Bounds, unit: Kpi['unit']): string => {
  const ends = [
    ...(from === undefined ? [] : [lower(from, fromIncluded, unit)]),
    ...(to === undefined ? [] : [upper(to, toIncluded, unit)]),
  ];
  return ends.length === 0 ? 'any value' : ends.join(' and ');
};
