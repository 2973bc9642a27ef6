import { useQuery } from '@tanstack/react-query';
import { Matrix } from '../../shared/schema/matrixViews';
import type { PeriodRef } from '../../shared/schema/views';
import { periodPath } from './addresses';
import { useApi } from './ApiProvider';
import { minute } from './howOften';

export const useMatrix = (period: PeriodRef) => {
  const api = useApi();
  const path = periodPath(period);
  return useQuery({
    queryKey: ['matrix', path],
    queryFn: () => api.read(`matrix/${path}`, Matrix),
    refetchInterval: minute,
  });
};
