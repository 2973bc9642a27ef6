import { useQuery } from '@tanstack/react-query';
import { Administration } from '../../shared/schema/views';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const useAdministration = () => {
  const api = useApi();
  return useQuery({
    queryKey: ['administration'],
    queryFn: () => api.read('administration', Administration),
    refetchInterval: live,
  });
};
