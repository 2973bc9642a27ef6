import { useQuery } from '@tanstack/react-query';
import { ReviewList } from '../../shared/schema/reviewViews';
import type { PeriodRef } from '../../shared/schema/views';
import { periodPath } from './addresses';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const useReviews = (period: PeriodRef) => {
  const api = useApi();
  const path = periodPath(period);
  return useQuery({
    queryKey: ['reviews', path],
    queryFn: () => api.read(`reviews/${path}`, ReviewList),
    refetchInterval: live,
  });
};
