import { app } from '@azure/functions';
import { announceMatter } from '../shared/application/announceMatter';
import { deliverHeld } from '../shared/application/deliverHeld';
import { nameOfMatter } from '../shared/application/nameOfMatter';
import { sweepAnnouncements } from '../shared/application/sweepAnnouncements';
import { sendReminders } from '../shared/application/sendReminders';
import { sweepModels } from '../shared/application/sweepModels';
import { tidyDelivery } from '../shared/application/tidyDelivery';
import { readSettings } from '../shared/application/trust';
import type { Bot } from '../bot/createBot';
import { createTokenSource } from './adapters/entra/appToken';
import { botCredential } from './adapters/entra/credential';
import { createTabTokenVerifier, entraKeys } from './adapters/entra/tabToken';
import { createGraphClient } from './adapters/graph/client';
import { createGraphStore } from './adapters/graph/graphStore';
import { createInstaller } from './adapters/graph/teamsApps';
import { createDeliveryTables } from './adapters/storage/deliveryTables';
import { createPoisonQueue } from './adapters/storage/poisonQueue';
import { announcementsQueue, createQueueNotifier } from './adapters/storage/queueNotifier';
import { readConfig } from './config';
import { handlerOf } from './http/edge';
import { healthHandler } from './http/health';
import { messagesHandler } from './http/messages';
import { createRateLimits } from './http/rateLimits';
import { routes } from './http/routes';
import { consoleLog as log } from './log';
import { once } from './once';
import { PersonId } from '../shared/schema/ids';
import { announceHandler, type Announcer } from './queues/announce';
import { together } from './queues/together';
import { report } from './telemetry/reporting';
import { remindSchedule } from './timers/remind';
import { sweepHandler, sweepSchedule } from './timers/sweep';
import { tidySchedule } from './timers/tidy';
import { bindUseCases } from './useCases';

const config = readConfig(process.env);
if (config.telemetry) report(config.telemetry);
const client = createGraphClient({ settings: config.graph, tokens: createTokenSource(config.identity), log });
const { site, checkKey, checkKeyBefore } = config;
const store = createGraphStore({ client, site, checkKey, checkKeyBefore });
const notifier = createQueueNotifier({ storage: config.storage, log });
const clock = { now: () => new Date().toISOString() };
const deps = {
  ...{ store, clock, notifier },
  ...createDeliveryTables(config.storage),
  installer: createInstaller(
    client.at(() => 'background'),
    config.teamsCatalogueAppId,
  ),
  failedMessages: createPoisonQueue(config.storage),
  sendAtAnyHour: config.sendAtAnyHour,
};
/** Queue messages and timers give way to people. */
const inBackground = { ...deps, store: store.inBackground };
const useCases = bindUseCases(deps);

/** In the tab and in chat together. */
const limits = createRateLimits();

/** Loaded when the first activity or announcement needs it: its library is the largest part of a cold start. */
const bot = once(async (): Promise<Bot> => {
  const { createBot } = await import('../bot/createBot');
  const { credentials, ...addresses } = config.bot;
  const { teamsAppId, tabOrigin } = config;
  const botConfig = { ...addresses, credential: botCredential(credentials), teamsAppId, tabOrigin };
  const patient = bindUseCases(inBackground);
  return createBot({
    ...{ useCases, patient, later: notifier.decideLater, config: botConfig, now: clock.now },
    admit: async (person, effort) => (await limits.take(person, effort)) === undefined,
  });
});

/** What the queue asks for, each matter and each person one at a time in this process. */
const announcer = once(async (): Promise<Announcer> => {
  const running = await bot();
  const delivering = { ...inBackground, chat: running.chat };
  return {
    announce: together(nameOfMatter, announceMatter(delivering)),
    deliver: together((person: PersonId) => person, deliverHeld(delivering)),
    carryOut: (decision) => running.carryOut(decision),
  };
});

const keys = entraKeys(config.token.keysUrl);
const verify = createTabTokenVerifier(config.token, keys);
for (const route of routes) {
  const { name, method, path } = route;
  app.http(name, {
    methods: [method],
    route: path,
    authLevel: 'anonymous',
    handler: handlerOf({ useCases, verify, limits, log }, route),
  });
}
app.http('messages', {
  methods: ['POST'],
  route: 'messages',
  authLevel: 'anonymous',
  handler: messagesHandler({ bot, log }),
});
app.http('health', {
  methods: ['GET'],
  route: 'health',
  authLevel: 'anonymous',
  handler: healthHandler({
    checks: {
      records: () => readSettings(store),
      queue: () => notifier.reach(),
      // Nobody's: the app's own id is no person's.
      tables: () => deps.conversations.get(PersonId.parse(config.identity.clientId)),
      signIn: async () => void (keys.fresh || (await keys.reload())),
    },
    log,
    now: Date.now,
  }),
});
app.storageQueue('announce', {
  queueName: announcementsQueue,
  connection: 'AzureWebJobsStorage',
  handler: announceHandler({
    announcer,
    announceLater: (matter) => notifier.announceIn(5, matter),
    log,
  }),
});
app.timer('sweepModels', {
  schedule: sweepSchedule,
  handler: sweepHandler({ sweep: sweepModels(inBackground), name: 'sweepModels', log }),
});
app.timer('remind', {
  schedule: remindSchedule,
  handler: sweepHandler({ sweep: sendReminders(inBackground), name: 'remind', log }),
});
app.timer('handEdits', {
  schedule: remindSchedule,
  handler: sweepHandler({ sweep: async () => (await inBackground.store.handEdits()).length, name: 'handEdits', log }),
});
app.timer('tidy', {
  schedule: tidySchedule,
  handler: sweepHandler({ sweep: tidyDelivery(inBackground), name: 'tidy', log }),
});
app.timer('sweep', {
  schedule: sweepSchedule,
  handler: sweepHandler({ sweep: sweepAnnouncements(inBackground), log }),
});

// At start, so that the queue trigger does not meet a queue that is not there; failing now, it is made when needed.
notifier.prepare().catch((fault: unknown) => log.fault('queue.notMade', fault));
// At start, so that the first to ask waits for their records only; failing now, the lists are found when needed.
store.prepare().catch((fault: unknown) => log.fault('lists.notFound', fault));
// How long this process took from its start: nobody's request is answered before.
log.info('process.ready', { milliseconds: Math.round(performance.now()) });
