import { createContext, useContext, type ReactNode } from 'react';
import type { Session } from '../../shared/schema/views';
import { asProblem, type ApiProblem } from '../api/problem';
import { useSessionQuery } from '../api/readSession';
import { Loaded } from '../components/Loaded';
import { againWords, referenceOf, retryWords } from '../components/problemWords';
import { PlainButton, PlainPage } from './PlainPage';
import { useTeams } from './TeamsProvider';

const SessionContext = createContext<Session | undefined>(undefined);

/** Somebody in a meeting who is a guest in the trust's Teams and whom nobody has set up. */
const guestsOnly = {
  title: 'You are here as a guest',
  words:
    'Assured shows the trust’s records to people whom the trust has set up in it, and your guest account is not among them. You can follow the meeting without it. If these records are meant for you, ask the trust’s administrator to add you.',
};

const saidOf = (problem: ApiProblem, guest: boolean): { title: string; words: string } =>
  guest && problem.code === 'caller.unknown'
    ? guestsOnly
    : {
        title: problem.problem.title,
        words: [problem.message, retryWords(problem)].filter(Boolean).join(' '),
      };

const NoSession = ({ problem, onTryAgain }: { problem: ApiProblem; onTryAgain: () => void }) => {
  const { title, words } = saidOf(problem, useTeams().context.guest);
  return (
    <PlainPage title={title}>
      <p role="alert">{words}</p>
      {referenceOf(problem) && <p>Reference for your administrator: {referenceOf(problem)}</p>}
      <PlainButton onClick={onTryAgain}>{againWords(problem)}</PlainButton>
    </PlainPage>
  );
};

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
