import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, type ReactNode } from 'react';
import { Navigation } from './Navigation';
import { OfflineNotice } from './OfflineNotice';
import { goBack, goTo } from './routing';
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

/** Navigation above, the page below; only the page on a meeting's stage. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const styles = useStyles();
  const teams = useTeams();
  useEffect(() => {
    teams.onSubPage((subPageId) => {
      const path = pathFromSubPage(subPageId);
      if (path) goTo(path);
    });
    teams.onBack(goBack);
  }, [teams]);
  return (
    <>
      {teams.context.place !== 'meetingStage' && <Navigation />}
      <main className={styles.main}>
        <OfflineNotice />
        {children}
      </main>
    </>
  );
};
