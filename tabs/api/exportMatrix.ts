import { queryOfFilters } from '../../shared/domain/matrixQuery';
import type { ExportFormat } from '../../shared/schema/exporting';
import type { MatrixFilters } from '../../shared/schema/matrixFilters';
import type { PeriodRef } from '../../shared/schema/views';
import { periodPath } from './addresses';
import type { ApiClient } from './client';
import type { TakenFile } from './takenFile';

/** The matrix as it is looked at, as a file. */
export const exportMatrix = (
  api: ApiClient,
  period: PeriodRef,
  filters: MatrixFilters,
  format: ExportFormat,
): Promise<TakenFile> => {
  const query = new URLSearchParams(Object.entries(queryOfFilters(filters))).toString();
  return api.take(`matrix/${periodPath(period)}/export/${format}${query && `?${query}`}`);
};
