import { useMemo } from 'react';
import { useSearch } from 'wouter/use-browser-location';
import type { MatrixFilters } from '../../../shared/schema/matrixFilters';
import { filtersIn } from './matrixAddress';

/** The filters live in the address, so that a link and the way back keep them. */
export const useMatrixFilters = (): MatrixFilters => {
  const search = useSearch();
  return useMemo(() => filtersIn(search), [search]);
};
