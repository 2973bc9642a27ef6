import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import 'virtual:themes.css';
import { App } from './App';
import { begin } from './beginning';
import { readConfig } from './config';
import { PlainButton, PlainPage } from './PlainPage';
import { showTheme, systemTheme } from './showTheme';
import { pathFromSubPage } from './subPage';
import { connectToTeams, isInTeams, type Teams } from './teams';

const outsideTeams = (
  <PlainPage title="Please open Assured in Microsoft Teams">
    <p>
      Assured works inside Teams, where it knows who you are. Open Teams and choose Assured from the apps on the left.
    </p>
  </PlainPage>
);

const withoutAccount = (
  <PlainPage title="Please sign in to Teams">
    <p>
      You are here without an account, and Assured shows the trust’s records to people of the trust only. You can follow
      the meeting without it, or join again with your account of the trust.
    </p>
  </PlainPage>
);

const notStarted = (
  <PlainPage title="Assured could not start">
    <p>Teams or Assured did not answer. Check your connection, then try again.</p>
    <PlainButton
      onClick={() => {
        location.reload();
      }}
    >
      Try again
    </PlainButton>
  </PlainPage>
);

/** A deep link's place becomes the address. */
const followSubPage = ({ context }: Teams): void => {
  const path = pathFromSubPage(context.subPageId);
  if (path && location.pathname === '/') history.replaceState(null, '', path);
};

const start = async (): Promise<ReactNode> => {
  showTheme(systemTheme());
  if (!isInTeams()) return outsideTeams;
  const [teams, config] = await Promise.all([connectToTeams(), readConfig()]);
  teams.ready();
  showTheme(teams.context.theme);
  teams.onTheme(showTheme);
  if (teams.context.anonymous) return withoutAccount;
  followSubPage(teams);
  return <App teams={teams} beginning={begin(teams, config)} />;
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
