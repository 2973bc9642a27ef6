import { useQuery } from '@tanstack/react-query';
import { CategoryOverview } from '../../shared/schema/changeViews';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const useCategories = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['categories'],
    queryFn: () => api.read('categories', CategoryOverview),
    refetchInterval: live,
  });
};
