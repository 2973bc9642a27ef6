import { useEffect, type ReactNode } from 'react';
import { ErrorBoundary } from './ErrorBoundary';
import { Navigation } from './Navigation';
import { OfflineNotice } from './OfflineNotice';
import { goBack, goTo, usePath } from './routing';
import { pathFromSubPage } from './subPage';
import css from './Shell.module.css';
import { useTeams } from './TeamsProvider';

/** Navigation above, the page below; only the page on a meeting's stage. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const teams = useTeams();
  useEffect(() => {
    teams.onSubPage((subPageId) => {
      const path = pathFromSubPage(subPageId);
      if (path) goTo(path);
    });
    // On a stage nothing leads anywhere, so there is no way back either.
    if (teams.context.place !== 'meetingStage') teams.onBack(goBack);
  }, [teams]);
  return (
    <>
      {teams.context.place !== 'meetingStage' && <Navigation />}
      <main className={css.main}>
        <OfflineNotice />
        <ErrorBoundary place={usePath()}>{children}</ErrorBoundary>
      </main>
    </>
  );
};
