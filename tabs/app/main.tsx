import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { readConfig } from './config';
import { PlainPage } from './PlainPage';
import { pathFromSubPage } from './subPage';
import { connectToTeams, isInTeams } from './teams';
import { ThemeProvider } from './ThemeProvider';

const outsideTeams = (
  <ThemeProvider>
    <PlainPage title="Please open Assured in Microsoft Teams">
      <p>
        Assured works inside Teams, where it knows who you are. Open Teams and choose Assured from the apps on the left.
      </p>
    </PlainPage>
  </ThemeProvider>
);

const withoutAccount = (
  <ThemeProvider>
    <PlainPage title="Please sign in to Teams">
      <p>Assured shows this to people of the trust only. Join the meeting with your account of the trust.</p>
    </PlainPage>
  </ThemeProvider>
);

const notStarted = (
  <ThemeProvider>
    <PlainPage title="Assured could not start">
      <p>Teams or Assured did not answer. Check your connection, then try again.</p>
      <Button
        appearance="primary"
        onClick={() => {
          location.reload();
        }}
      >
        Try again
      </Button>
    </PlainPage>
  </ThemeProvider>
);

const start = async (): Promise<ReactNode> => {
  if (!isInTeams()) return outsideTeams;
  const [teams, config] = await Promise.all([connectToTeams(), readConfig()]);
  teams.ready();
  if (teams.context.anonymous) return withoutAccount;
  const path = pathFromSubPage(teams.context.subPageId);
  if (path && location.pathname === '/') history.replaceState(null, '', path);
  return <App teams={teams} config={config} />;
};

const container = document.getElementById('root');
if (container) {
  const root = createRoot(container);
  start().then(
    (page) => {
      root.render(page);
    },
    () => {
      root.render(notStarted);
    },
  );
}
