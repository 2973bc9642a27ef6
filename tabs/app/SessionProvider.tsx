import { createContext, useContext, type ReactNode } from 'react';
import type { Session } from '../../shared/schema/views';
import { useSessionQuery } from '../api/reading';
import { Loaded } from '../components/Loaded';

const SessionContext = createContext<Session | undefined>(undefined);

/** Asks the server who this is before anything else is shown. */
export const SessionProvider = ({ children }: { children: ReactNode }) => (
  <Loaded query={useSessionQuery()} waiting="Opening Assured">
    {(session) => <SessionContext value={session}>{children}</SessionContext>}
  </Loaded>
);

export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside SessionProvider');
  return session;
};
