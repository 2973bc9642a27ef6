import { useEffect, type ReactNode } from 'react';
import { classNames } from '../components/classNames';
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
  const onStage = teams.context.place === 'meetingStage';
  useEffect(() => {
    teams.onSubPage((subPageId) => {
      const path = pathFromSubPage(subPageId);
      if (path) goTo(path);
    });
    // On a stage nothing leads anywhere, so there is no way back either.
    if (!onStage) teams.onBack(goBack);
  }, [teams, onStage]);
  return (
    <>
      {!onStage && <Navigation />}
      <main className={classNames(css.main, onStage && css.onStage)}>
        <OfflineNotice />
        <ErrorBoundary place={usePath()}>{children}</ErrorBoundary>
      </main>
    </>
  );
};
