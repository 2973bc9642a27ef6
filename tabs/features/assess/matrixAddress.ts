import { filtersOfQuery, queryOfFilters } from '../../../shared/domain/matrixQuery';
import { MatrixQuery, type MatrixFilters } from '../../../shared/schema/matrixFilters';
import type { PeriodRef } from '../../../shared/schema/views';
import { cellPath, matrixPath } from '../../app/subPage';

const names = Object.keys(MatrixQuery.shape) as (keyof MatrixQuery)[];

/** What an address asks for. A part of it that means nothing is left out, and the others count: links come from anywhere. */
export const filtersIn = (search: string): MatrixFilters => {
  const asked = new URLSearchParams(search);
  const parts = names.flatMap((name) => {
    const value = asked.get(name) ?? undefined;
    return value !== undefined && MatrixQuery.shape[name].safeParse(value).success ? [[name, value]] : [];
  });
  return filtersOfQuery(MatrixQuery.parse(Object.fromEntries(parts)));
};

const searchOf = (filters: MatrixFilters): string => {
  const query = new URLSearchParams(Object.entries(queryOfFilters(filters))).toString();
  return query === '' ? '' : `?${query}`;
};

/** A matrix, or one of its cells, as it is looked at. */
export const matrixPlace = (period: PeriodRef, filters: MatrixFilters): string =>
  `${matrixPath(period)}${searchOf(filters)}`;
export const cellPlace = (period: PeriodRef, filters: MatrixFilters, urn: string, area: string): string =>
  `${cellPath(period, urn, area)}${searchOf(filters)}`;
