import { useQuery } from '@tanstack/react-query';
import { Work } from '../../shared/schema/views';
import { useApi } from './ApiProvider';
import { live } from './howOften';

export const useWork = () => {
  const api = useApi();
  return useQuery({ queryKey: ['work'], queryFn: () => api.read('work', Work), refetchInterval: live / 2 });
};
