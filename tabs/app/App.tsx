import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProvider } from '../api/ApiProvider';
import { createApiClient } from '../api/client';
import { Announcer } from '../components/Announcer';
import type { TabConfig } from './config';
import { ErrorBoundary } from './ErrorBoundary';
import { Pages } from './Pages';
import { SessionProvider } from './SessionProvider';
import { Shell } from './Shell';
import type { Teams } from './teams';
import { TeamsProvider } from './TeamsProvider';
import { ThemeProvider } from './ThemeProvider';

// The client tries again by itself, and offline is told by its failure rather than by waiting for ever.
const createQueries = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 5_000, networkMode: 'always' } } });

const createApi = (teams: Teams, config: TabConfig) =>
  createApiClient({
    baseUrl: config.apiBaseUrl,
    getToken: teams.getToken,
    newCorrelationId: () => crypto.randomUUID(),
    pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });

/** The tab inside Teams. */
export const App = ({ teams, config }: { teams: Teams; config: TabConfig }) => {
  const [queries] = useState(createQueries);
  const [api] = useState(() => createApi(teams, config));
  return (
    <ThemeProvider teams={teams}>
      <ErrorBoundary>
        <TeamsProvider value={teams}>
          <ApiProvider value={api}>
            <QueryClientProvider client={queries}>
              <Announcer>
                <SessionProvider>
                  <Shell>
                    <Pages />
                  </Shell>
                </SessionProvider>
              </Announcer>
            </QueryClientProvider>
          </ApiProvider>
        </TeamsProvider>
      </ErrorBoundary>
    </ThemeProvider>
  );
};
