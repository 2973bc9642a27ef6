import { useQuery } from '@tanstack/react-query';
import { Opening } from '../../shared/schema/administrationViews';
import type { PeriodRef } from '../../shared/schema/views';
import { periodPath } from './addresses';
import { useApi } from './ApiProvider';
import { live } from './howOften';

/** What opening a period would do, academy by academy. */
export const useOpening = (period: PeriodRef) => {
  const api = useApi();
  return useQuery({
    queryKey: ['opening', periodPath(period)],
    queryFn: () => api.read(`openings/${periodPath(period)}`, Opening),
    refetchInterval: live,
  });
};
