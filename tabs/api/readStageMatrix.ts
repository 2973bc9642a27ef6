import { useQuery } from '@tanstack/react-query';
import { Matrix } from '../../shared/schema/matrixViews';
import type { PeriodRef } from '../../shared/schema/views';
import { periodPath } from './addresses';
import { useApi } from './ApiProvider';
import { minute } from './howOften';

/** What everybody in front of a meeting's stage sees of a period. */
export const useStageMatrix = (period: PeriodRef) => {
  const api = useApi();
  const path = periodPath(period);
  return useQuery({
    queryKey: ['stage', path],
    queryFn: () => api.read(`matrix/${path}/stage`, Matrix),
    refetchInterval: minute,
  });
};
