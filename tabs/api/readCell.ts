import { useQuery } from '@tanstack/react-query';
import type { AreaCode, Urn } from '../../shared/schema/ids';
import { CellDetail } from '../../shared/schema/matrixViews';
import type { PeriodRef } from '../../shared/schema/views';
import { periodPath } from './addresses';
import { useApi } from './ApiProvider';

export const useCell = (period: PeriodRef, urn: Urn, area: AreaCode) => {
  const api = useApi();
  const path = periodPath(period);
  return useQuery({
    queryKey: ['cell', path, urn, area],
    queryFn: () => api.read(`matrix/${path}/${urn}/${area}`, CellDetail),
  });
};
