import { cpSync, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import path from 'node:path';
import { z } from 'zod';
import { openDatabase } from '../../../local/database';
import { createEntra, type Entra } from '../../../local/entra/entra';
import { apps, originOf, portsFrom, tenant, type LocalSettings } from '../../../local/settings';
import { createTeams, type Teams } from '../../../local/teams/server';
import { Chat } from '../../../local/teams/shapes';
import { Person } from '../../../shared/schema/people';

const idEndingIn = (last: number): string => `00000000-0000-4000-8000-0000000000${last.toString().padStart(2, '0')}`;

const person = (last: number, name: string, jobTitle: string, roles: unknown[]): Person =>
  Person.parse({
    id: idEndingIn(last),
    name,
    email: `${name.toLowerCase().replace(' ', '.')}@orchard.example`,
    jobTitle,
    roles,
  });

/** Three invented people: enough for a chat, a colleague's chat and a meeting. */
export const people = {
  head: person(1, 'Hetty Example', 'Head teacher', [{ role: 'headTeacher', academy: '100001' }]),
  ceo: person(2, 'Ceri Example', 'Chief executive', [{ role: 'ceo' }]),
  board: person(3, 'Bo Example', 'Trustee', [{ role: 'boardMember' }]),
};
export const everybody = Object.values(people);

export interface BotCall {
  readonly authorization: string;
  readonly activity: Record<string, unknown>;
}
export type BotReaction = (activity: Record<string, unknown>) => Promise<{ status: number; body?: unknown }>;

const Activity = z.record(z.string(), z.unknown());

/** A bot that notes what it is told and reacts as the test asks. */
export const startBot = async (port: number, react: BotReaction = async () => ({ status: 200 })) => {
  const calls: BotCall[] = [];
  let reaction = react;
  const server: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const activity = Activity.parse(JSON.parse(text));
      calls.push({ authorization: request.headers.authorization ?? '', activity });
      void reaction(activity).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(body === undefined ? '' : JSON.stringify(body));
      });
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    calls,
    reactWith: (next: BotReaction) => (reaction = next),
    ofType: (type: string) => calls.filter(({ activity }) => activity['type'] === type).map(({ activity }) => activity),
    stop: async () => {
      if (!server.listening) return;
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

export const settingsFor = (firstPort: number): LocalSettings => ({ ports: portsFrom(firstPort), dataDir: 'unused' });

/** One Entra for all tests of a file: its keys take a while to make. */
const entraFor = (settings: LocalSettings): Entra => {
  const origin = originOf(settings.ports).microsoft365;
  const known = entras.get(origin) ?? createEntra({ database: openDatabase(':memory:'), origin });
  entras.set(origin, known);
  return known;
};
const entras = new Map<string, Entra>();

/** Teams with the real Entra and a real database, without any server but the bot's. */
export const localTeams = (firstPort: number, file = ':memory:', distDir?: string) => {
  const settings = settingsFor(firstPort);
  const database = openDatabase(file);
  const entra = entraFor(settings);
  const teams = createTeams({
    database,
    entra,
    settings,
    sample: 'Apples',
    people: everybody,
    ...(distDir && { distDir }),
  });
  return { settings, database, entra, teams };
};

/** A token as the bot gets it from Entra, through its token endpoint. */
export const botToken = async (entra: Entra, app: keyof typeof apps = 'bot'): Promise<string> => {
  const answer = await entra.app.request(`/${tenant.id}/oauth2/v2.0/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: apps[app].id,
      client_secret: apps[app].secret,
      scope: 'https://api.botframework.com/.default',
    }),
  });
  return z.object({ access_token: z.string() }).parse(await answer.json()).access_token;
};

const bodyOf = async (answer: Response): Promise<unknown> => {
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
};

const Created = z.object({ id: z.string() });
const Refused = z.object({ error: z.object({ code: z.string() }) });

/** The id that the connector gave, or the code of its refusal. */
export const idIn = ({ body }: { body: unknown }): string => Created.parse(body).id;
export const codeIn = ({ body }: { body: unknown }): string => Refused.parse(body).error.code;

/** The bot's calls to the connector, with its token. */
export const asBot = (teams: Teams, token: string) => {
  const call = async (method: string, address: string, body?: unknown) => {
    const answer = await teams.connector.request(`/v3/conversations${address}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, headers: answer.headers, body: await bodyOf(answer) };
  };
  return {
    get: (address: string) => call('GET', address),
    post: (address: string, body: unknown) => call('POST', address, body),
    put: (address: string, body: unknown) => call('PUT', address, body),
    delete: (address: string) => call('DELETE', address),
  };
};

/** What the page asks its server, as its own origin. */
export const asPage = (teams: Teams, settings: LocalSettings) => {
  const origin = originOf(settings.ports).page;
  const call = async (method: string, address: string, body?: unknown) => {
    const answer = await teams.page.request(`${origin}/__teams/api${address}`, {
      method,
      headers: { origin, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: await bodyOf(answer) };
  };
  return {
    get: (address: string) => call('GET', address),
    post: (address: string, body: unknown) => call('POST', address, body),
    put: (address: string, body: unknown) => call('PUT', address, body),
    chatOf: async (who: Person) => Chat.parse((await call('GET', `/people/${who.id}/chat`)).body),
  };
};

/** A `dist` folder with the tab for tests, which uses the real teams-js. */
export const tabForTests = (distDir: string): void => {
  const target = path.join(distDir, 'tabs');
  mkdirSync(target, { recursive: true });
  cpSync(path.resolve('test/local/teams/tab'), target, { recursive: true });
  cpSync(
    path.resolve('node_modules/@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js'),
    path.join(target, 'MicrosoftTeams.min.js'),
  );
};
