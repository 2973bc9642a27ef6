import { queryOptions, useQuery } from '@tanstack/react-query';
import { Session } from '../../shared/schema/views';
import { useApi } from './ApiProvider';
import type { ApiClient } from './client';
import { minute } from './howOften';

/** Who is asking, and what the trust is. */
export const sessionQuery = (api: ApiClient) =>
  queryOptions({ queryKey: ['session'], queryFn: () => api.read('session', Session), staleTime: 10 * minute });

export const useSessionQuery = () => useQuery(sessionQuery(useApi()));
