import { useQuery } from '@tanstack/react-query';
import type { ReviewKey } from '../../shared/schema/review';
import { ReviewView } from '../../shared/schema/reviewViews';
import { reviewPath } from './addresses';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const useReview = (key: ReviewKey) => {
  const api = useApi();
  const path = reviewPath(key);
  return useQuery({ queryKey: ['review', path], queryFn: () => api.read(path, ReviewView), refetchInterval: live });
};
