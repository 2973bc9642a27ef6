import { useQuery } from '@tanstack/react-query';
import { Session } from '../../shared/schema/views';
import { useApi } from './ApiProvider';
import { minute } from './howOften';

/** Who is asking, and what the trust is. */
export const useSessionQuery = () => {
  const api = useApi();
  return useQuery({ queryKey: ['session'], queryFn: () => api.read('session', Session), staleTime: 10 * minute });
};
