import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { Person } from '../shared/schema/people';
import { startMicrosoft365 } from './microsoft365';
import { inProject } from './projectRoot';
import type { Sample } from './sample/sample';
import type { LocalSettings } from './settings';
import { createTeams } from './teams/server';
import type { Teams } from './teams/server';

export interface Platform {
  readonly microsoft365: Awaited<ReturnType<typeof startMicrosoft365>>;
  readonly teams: Teams;
}

export interface RunningPlatform extends Platform {
  close(): Promise<void>;
}

/** Those with an account whom the app does not know: an administrator may add them. */
const othersIn = ({ users, people }: Sample): Person[] =>
  users
    .filter(({ id }) => !people.some((person) => person.id === id))
    .map(({ id, displayName: name, mail: email, jobTitle }) => Person.parse({ id, name, email, jobTitle, roles: [] }));

const servePage = (page: Hono, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({ fetch: page.fetch });
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server as Server));
  });

const closePage = async (server: Server): Promise<void> => {
  const closed = new Promise((resolve) => server.close(resolve));
  // A browser holds its event stream open for as long as the page is.
  server.closeAllConnections();
  await closed;
};

/**
 * What stands in for Microsoft on this machine: Graph and Entra with the Bot Connector under
 * `/connector` on one HTTPS server, and Teams' own page with the tab on `ports.page`.
 */
export const startPlatform = async (settings: LocalSettings, sample: Sample): Promise<RunningPlatform> => {
  // The connector needs what the server creates, and the server wants its routes first.
  let teams: Teams | undefined;
  const microsoft365 = await startMicrosoft365({
    ...settings,
    users: sample.users,
    mount: (app) => {
      app.mount('/connector', (request) => teams?.connector.fetch(request) ?? new Response(null, { status: 503 }));
    },
    onInstall: async (userId) => teams?.onInstall(userId),
    onUninstall: async (userId) => teams?.onUninstall(userId),
  });
  try {
    const { database, entra } = microsoft365;
    const distDir = inProject('dist');
    const { name, people, academies } = sample;
    const others = othersIn(sample);
    teams = createTeams({ database, entra, settings, sample: name, people, others, academies, distDir });
    const page = await servePage(teams.page, settings.ports.page);
    const close = async (): Promise<void> => {
      await closePage(page);
      await microsoft365.close();
    };
    return { microsoft365, teams, close };
  } catch (fault) {
    await microsoft365.close();
    throw fault;
  }
};
