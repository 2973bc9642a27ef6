import { queryOptions, useQuery } from '@tanstack/react-query';
import { Matrix } from '../../shared/schema/matrixViews';
import type { PeriodRef } from '../../shared/schema/views';
import { periodPath } from './addresses';
import { useApi } from './ApiProvider';
import type { ApiClient } from './client';
import { minute } from './howOften';

export const matrixQuery = (api: ApiClient, period: PeriodRef) => {
  const path = periodPath(period);
  return queryOptions({
    queryKey: ['matrix', path],
    queryFn: () => api.read(`matrix/${path}`, Matrix),
    refetchInterval: minute,
  });
};

export const useMatrix = (period: PeriodRef) => useQuery(matrixQuery(useApi(), period));
