import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { z } from 'zod';
import { Navigation } from './Navigation';
import { OfflineNotice } from './OfflineNotice';
import { pathFromSubPage } from './subPage';
import { useTeams } from './TeamsProvider';

const useStyles = makeStyles({
  main: {
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXL}`,
    maxWidth: '1680px',
    marginInline: 'auto',
    boxSizing: 'border-box',
    '@media (max-width: 640px)': { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}` },
  },
});

// The router counts its own entries in the history's state; at 0 there is nothing of ours to go back to.
const HistoryState = z.object({ idx: z.number().min(1) });

/** Navigation above, the page below; only the page on a meeting's stage. */
export const Shell = () => {
  const styles = useStyles();
  const teams = useTeams();
  const navigate = useNavigate();
  useEffect(() => {
    teams.onSubPage((subPageId) => {
      const path = pathFromSubPage(subPageId);
      if (path) void navigate(path);
    });
    teams.onBack(() => {
      if (!HistoryState.safeParse(window.history.state).success) return false;
      void navigate(-1);
      return true;
    });
  }, [teams, navigate]);
  return (
    <>
      {teams.context.place !== 'meetingStage' && <Navigation />}
      <main className={styles.main}>
        <OfflineNotice />
        <Outlet />
      </main>
    </>
  );
};
