import { QueryClientProvider } from '@tanstack/react-query';
import { ApiProvider } from '../api/ApiProvider';
import { Announcer } from '../components/Announcer';
import type { Beginning } from './beginning';
import { ErrorBoundary } from './ErrorBoundary';
import { Pages } from './Pages';
import { SessionProvider } from './SessionProvider';
import { Shell } from './Shell';
import type { Teams } from './teams';
import { TeamsProvider } from './TeamsProvider';

interface AppProps {
  readonly teams: Teams;
  readonly beginning: Beginning;
}

/** The tab inside Teams. */
export const App = ({ teams, beginning }: AppProps) => (
  <ErrorBoundary>
    <TeamsProvider value={teams}>
      <ApiProvider value={beginning.api}>
        <QueryClientProvider client={beginning.queries}>
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
);
