import { createContext, useContext, useState, type ReactNode } from 'react';
import type { Session } from '../../shared/schema/views';
import { asProblem, type ApiProblem } from '../api/problem';
import { beginsAgainAfter, useSessionQuery } from '../api/readSession';
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

const byItself = 'This page tries again by itself while it is open.';

const saidOf = (problem: ApiProblem, guest: boolean): { title: string; words: string } => {
  if (guest && problem.code === 'caller.unknown') return guestsOnly;
  const more = beginsAgainAfter(problem, 1) === undefined ? retryWords(problem) : byItself;
  return { title: problem.problem.title, words: [problem.message, more].filter(Boolean).join(' ') };
};

interface NoSessionProps {
  readonly problem: ApiProblem;
  /** It is being asked for again. */
  readonly trying: boolean;
  readonly onTryAgain: () => void;
}

const NoSession = ({ problem, trying, onTryAgain }: NoSessionProps) => {
  const { title, words } = saidOf(problem, useTeams().context.guest);
  return (
    <PlainPage title={title}>
      <p role="alert">{words}</p>
      {referenceOf(problem) && <p>Reference for your administrator: {referenceOf(problem)}</p>}
      <PlainButton onClick={onTryAgain}>{trying ? 'Trying again…' : againWords(problem)}</PlainButton>
    </PlainPage>
  );
};

/** Asks the server who this is before anything else is shown. */
export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const query = useSessionQuery();
  // What was said stays in sight while it is asked again: a page that changed each time could not be read.
  const [failed, setFailed] = useState<Error>();
  if (query.error && query.error !== failed) setFailed(query.error);
  const problem = query.error ?? failed;
  if (problem && !query.data)
    return (
      <NoSession
        problem={asProblem(problem)}
        trying={query.isFetching}
        onTryAgain={() => void query.refetch({ cancelRefetch: false })}
      />
    );
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
