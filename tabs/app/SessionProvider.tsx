import { Button } from '@fluentui/react-components';
import { createContext, useContext, type ReactNode } from 'react';
import type { Session } from '../../shared/schema/views';
import { asProblem, type ApiProblem } from '../api/problem';
import { useSessionQuery } from '../api/readSession';
import { Loaded } from '../components/Loaded';
import { PlainPage } from './PlainPage';

const SessionContext = createContext<Session | undefined>(undefined);

const NoSession = ({ problem, onTryAgain }: { problem: ApiProblem; onTryAgain: () => void }) => (
  <PlainPage title={problem.problem.title}>
    <p role="alert">{problem.message}</p>
    <Button appearance="primary" onClick={onTryAgain}>
      Try again
    </Button>
  </PlainPage>
);

/** Asks the server who this is before anything else is shown. */
export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const query = useSessionQuery();
  if (query.error && !query.data)
    return <NoSession problem={asProblem(query.error)} onTryAgain={() => void query.refetch()} />;
  return (
    <Loaded query={query} waiting="Opening Assured">
      {(session) => <SessionContext value={session}>{children}</SessionContext>}
    </Loaded>
  );
};

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
};
