import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { createBot } from '../../bot/createBot';
import { botCredential } from '../../functions/adapters/entra/credential';
import { createGraphClient } from '../../functions/adapters/graph/client';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import { provision } from '../../functions/adapters/graph/provision';
import { createInstaller } from '../../functions/adapters/graph/teamsApps';
import { readConfig } from '../../functions/config';
import { bindUseCases } from '../../functions/useCases';
import { startMicrosoft365 } from '../../local/microsoft365';
import { catalogueAppId, functionsEnvironment, portsFrom } from '../../local/settings';
import { createTeams, type Teams } from '../../local/teams/server';
import { announceMatter } from '../../shared/application/announceMatter';
import { deliverHeld } from '../../shared/application/deliverHeld';
import type { Matter } from '../../shared/schema/matter';
import { tokensOf } from '../support/appTokens';
import { now, settings as trustSettings } from '../support/builders/calendar';
import { smallFramework } from '../support/builders/framework';
import { academies, people } from '../support/builders/people';
import { awaitingReview } from '../support/builders/reviews';
import { newDataDir } from '../support/dataDir';
import { createDeliveryMemory, createFakeClock, createFakeNotifier, deliveryOver } from '../support/fakeDelivery';
import { checkKey, siteAddress } from './localGraph';

const startPlatform = async (firstPort: number) => {
  const settings = { ports: portsFrom(firstPort), dataDir: newDataDir() };
  const running: { teams?: Teams } = {};
  const told: Promise<void>[] = [];
  const microsoft365 = await startMicrosoft365({
    ...settings,
    users: people.map(({ id, name, email, jobTitle }) => ({
      ...{ id, jobTitle, displayName: name, mail: email, userPrincipalName: email },
    })),
    mount: (app) => {
      app.mount(
        '/connector',
        (request) => running.teams?.connector.fetch(request) ?? new Response(null, { status: 503 }),
      );
    },
    onInstall: async (id) => {
      told.push(running.teams?.onInstall(id) ?? Promise.resolve());
    },
  });
  const { database, entra, origin } = microsoft365;
  const teams = createTeams({ database, entra, settings, people });
  running.teams = teams;
  const client = (app: 'product' | 'provisioning') =>
    createGraphClient({
      settings: { baseUrl: `${origin}/`, customHosts: ['localhost'] },
      tokens: tokensOf(origin, app),
    });
  const close = async (): Promise<void> => {
    await Promise.all(told);
    await microsoft365.close();
  };
  return { settings, teams, client, close };
};
type Platform = Awaited<ReturnType<typeof startPlatform>>;

/** The product's own parts, wired as it wires them; what is kept of messages is in memory, which keeps the tables' promises. */
const startProduct = ({ settings, client }: Platform) => {
  const config = readConfig(functionsEnvironment(settings));
  const { credentials, ...addresses } = config.bot;
  const store = createGraphStore({ client: client('product'), site: siteAddress, checkKey, freshFor: 0 });
  const memory = createDeliveryMemory();
  const { chat: _chat, installer: _installer, ...delivery } = deliveryOver(memory);
  const notifier = createFakeNotifier();
  const deps = { ...delivery, store, notifier, clock: createFakeClock(now) };
  const useCases = bindUseCases(deps);
  const bot = createBot({
    ...{ useCases, patient: useCases, now: () => now, admit: async () => true },
    later: async () => async () => undefined,
    config: { ...addresses, credential: botCredential(credentials), teamsAppId: config.teamsAppId, tabOrigin: '' },
  });
  const installer = createInstaller(client('product'), catalogueAppId);
  const delivering = { ...deps, chat: bot.chat, installer, sendAtAnyHour: true };
  /** What the queue does with a matter, and then with each person. */
  const announce = async (matter: Matter): Promise<void> => {
    await announceMatter(delivering)(matter);
    for (const person of new Set(notifier.toDeliver.splice(0))) await deliverHeld(delivering)(person);
  };
  return { bot, store, memory, installer, announce };
};

/** Where Teams sends what happens; `away` refuses it, as a front door does whose app is being restarted. */
const serve = async ({ bot }: ReturnType<typeof startProduct>, port: number) => {
  const state = { away: false, heard: 0 };
  const server = createServer((request, response) => {
    const answer = async () => {
      const body: unknown = JSON.parse(await text(request));
      if (state.away) return 503;
      const headers = { authorization: request.headers.authorization ?? '' };
      return (await bot.receive({ method: 'POST', headers, body })).status;
    };
    void answer().then((status) => {
      response.writeHead(status).end();
      state.heard += 1;
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { state, close };
};

/** The whole way from Teams to a card on a site without any lists; an installation is told of once. */
export const startUnprepared = async (firstPort: number) => {
  const platform = await startPlatform(firstPort);
  platform.teams.switches.tellOnce = true;
  const product = startProduct(platform);
  const { state, close } = await serve(product, platform.settings.ports.functions);
  return {
    ...platform,
    ...product,
    state,
    /** The administrator makes the lists, and a review waits for its sign-off. */
    async begin(): Promise<void> {
      await provision(platform.client('provisioning'), siteAddress, [smallFramework]);
      const { store } = product;
      const framework = {
        name: `framework:${smallFramework.code}@${smallFramework.version}`,
        framework: smallFramework,
      };
      for (const setting of [trustSettings, framework]) await store.create('settings', setting);
      for (const academy of academies) await store.create('academies', academy);
      for (const person of people) await store.create('people', person);
      expect(await store.create('reviews', awaitingReview())).toMatchObject({ status: 'created' });
    },
    async close(): Promise<void> {
      await platform.close();
      await close();
      rmSync(platform.settings.dataDir, { recursive: true, force: true });
    },
  };
};
