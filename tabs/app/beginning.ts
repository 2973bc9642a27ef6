import { QueryClient } from '@tanstack/react-query';
import { createApiClient, type ApiClient } from '../api/client';
import { sessionQuery } from '../api/readSession';
import type { TabConfig } from './config';
import { preparePage } from './pageChunks';
import type { Teams } from './teams';

/** What the tab asks the server with, and what it has asked already. */
export interface Beginning {
  readonly api: ApiClient;
  readonly queries: QueryClient;
}

const createApi = (teams: Teams, config: TabConfig): ApiClient =>
  createApiClient({
    baseUrl: config.apiBaseUrl,
    getToken: teams.getToken,
    newCorrelationId: () => crypto.randomUUID(),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });

// The client tries again by itself, and offline is told by its failure rather than by waiting for ever.
const createQueries = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000, networkMode: 'always' } } });

/** Asks at once who this is, and fetches the page that the address names meanwhile: one wait instead of three. */
export const begin = (teams: Teams, config: TabConfig): Beginning => {
  const beginning = { api: createApi(teams, config), queries: createQueries() };
  void beginning.queries.prefetchQuery(sessionQuery(beginning.api));
  preparePage(location.pathname, teams.context, beginning);
  return beginning;
};
