import { queryOptions, useQuery } from '@tanstack/react-query';
import { Session } from '../../shared/schema/views';
import { useApi } from './ApiProvider';
import type { ApiClient } from './client';
import { minute } from './howOften';
import { asProblem } from './problem';

/** Milliseconds after the first failure; twice as long after each further one, a minute at most. */
const firstWait = 5_000;

/** When a page that could not begin asks again by itself, in milliseconds; undefined where asking would not help. */
export const beginsAgainAfter = (error: unknown, failures: number): number | undefined => {
  const problem = asProblem(error);
  if (problem.status < 500 && problem.code !== 'tab.unreachable' && problem.status !== 429) return undefined;
  const asked = (problem.retryAfter ?? 0) * 1000;
  return Math.min(minute, Math.max(asked, firstWait * 2 ** Math.max(0, failures - 1)));
};

/**
 * Who is asking, and what the trust is. Nothing can be shown without it, so what failed is asked for again while the
 * page is in sight; a page that comes back into sight asks at once.
 */
export const sessionQuery = (api: ApiClient) =>
  queryOptions({
    queryKey: ['session'],
    queryFn: () => api.read('session', Session),
    staleTime: 10 * minute,
    refetchInterval: ({ state }) =>
      state.data === undefined && state.error !== null
        ? (beginsAgainAfter(state.error, state.errorUpdateCount) ?? false)
        : false,
  });

export const useSessionQuery = () => useQuery(sessionQuery(useApi()));
