import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createBot } from '../../bot/createBot';
import { createDeliveryTables } from '../../functions/adapters/storage/deliveryTables';
import { createQueueNotifier } from '../../functions/adapters/storage/queueNotifier';
import type { Log } from '../../functions/log';
import { announceHandler } from '../../functions/queues/announce';
import { together } from '../../functions/queues/together';
import { bindUseCases, type UseCases } from '../../functions/useCases';
import { startAzurite } from '../../local/azurite';
import { apps, portsFrom, storageConnection, tenant } from '../../local/settings';
import { announceMatter } from '../../shared/application/announceMatter';
import { deliverHeld } from '../../shared/application/deliverHeld';
import type { SentCards } from '../../shared/application/ports/delivery';
import type { Notifier } from '../../shared/application/ports/notifier';
import type { Store } from '../../shared/application/ports/store';
import { nameOfMatter } from '../../shared/application/nameOfMatter';
import type { PersonId } from '../../shared/schema/ids';
import type { LateDecision } from '../../shared/schema/lateDecision';
import type { Matter } from '../../shared/schema/matter';
import { createDeliveryMemory, deliveryOver } from '../support/fakeDelivery';
import type { Chats } from './deliveryChat';
import { startPump, type Pump } from './deliveryQueue';
import type { trustOf } from './records';
import { seedTrust } from './seedTrust';
import { conditions, startWorld } from './world';

export type Trust = ReturnType<typeof trustOf>;

/** What a trust with some ten thousand licences may spend in a minute (facts 2.1). */
const graph = { latencyMs: conditions.latencyMs, unitsPerMinute: 3_750 };
export const graphConditions = `${graph.latencyMs} ms a request, ${graph.unitsPerMinute} units a minute`;

/** The product without its Functions host: its store on the local Graph, its queue and tables in Azurite, its bot. */
export interface Product {
  readonly useCases: UseCases;
  readonly store: Store;
  readonly notifier: Notifier;
  readonly sentCards: SentCards;
  readonly pump: Pump;
  /** Epoch milliseconds of the first announcement since it was last asked; undefined where there was none. */
  firstAnnounced(): number | undefined;
  /** What the product logged as faults: how often each. */
  faults(): ReadonlyMap<string, number>;
  /** Resources spent at Graph so far, and requests that it refused. */
  close(): Promise<{ readonly units: number; readonly throttled: number }>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const startStorage = async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'assured-bench-'));
  const [blob, queue, table] = [await freePort(), await freePort(), await freePort()];
  const ports = { ...portsFrom(0), blob, queue, table };
  const azurite = await startAzurite({ ports, dataDir });
  return {
    connection: storageConnection(ports),
    async close() {
      await azurite.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

/** A school morning, from which time passes as it does here: the trust's own sending hours hold. */
const createClock = () => {
  const begun = Date.now();
  return { now: () => new Date(Date.parse('2026-11-20T10:00:00.000Z') + Date.now() - begun).toISOString() };
};

const createCountingLog = () => {
  const faults = new Map<string, number>();
  const count = (event: string, fault?: unknown): void => {
    const name = fault instanceof Error ? `${event}: ${fault.name}: ${fault.message}` : event;
    faults.set(name, (faults.get(name) ?? 0) + 1);
  };
  const log: Log = { info: (event) => count(event), warn: (event) => count(event), fault: count };
  return { log, faults };
};

const botConfigAt = (origin: string) => ({
  ...{ appId: apps.bot.id, tenantId: tenant.id, credential: { clientSecret: apps.bot.secret } },
  ...{ loginUrl: `${origin}/${tenant.id}`, knownAuthorities: [new URL(origin).host] },
  openIdMetadataUrl: `${origin}/botframework/v1/.well-known/openidconfiguration`,
  ...{ oauthUrl: `${origin}/oauth`, tokenIssuer: 'https://api.botframework.com', serviceUrl: `${origin}/connector/` },
  ...{ teamsAppId: apps.bot.id, tabOrigin: 'https://assured.example' },
});

/** Everybody has the app already: where they are reached is known. */
export const startProduct = async (trust: Trust, chats: Chats): Promise<Product> => {
  const [world, storage] = await Promise.all([startWorld(), startStorage()]);
  await seedTrust(world, trust);
  const { log, faults } = createCountingLog();
  const store = world.store();
  const settings = { kind: 'connectionString', connectionString: storage.connection } as const;
  const queued = createQueueNotifier({ storage: settings, log });
  let announcedAt: number | undefined;
  const notifier: Notifier = {
    deliver: (person) => queued.deliver(person),
    announce: (matter) => {
      announcedAt ??= Date.now();
      return queued.announce(matter);
    },
  };
  const clock = createClock();
  const tables = createDeliveryTables(settings);
  const { installer, failedMessages } = deliveryOver(createDeliveryMemory());
  const deps = { store, clock, notifier, ...tables, installer, failedMessages };
  const inBackground = { ...deps, store: store.inBackground };
  const useCases = bindUseCases(deps);
  const bot = createBot({
    ...{
      useCases,
      patient: bindUseCases(inBackground),
      later: queued.decideLater,
      admit: async () => true,
    },
    ...{ config: botConfigAt(world.origin), now: clock.now },
  });
  const delivering = { ...inBackground, chat: bot.chat };
  const announcer = {
    announce: together(nameOfMatter, announceMatter(delivering)),
    deliver: together((person: PersonId) => person, deliverHeld(delivering)),
    carryOut: (decision: LateDecision) => bot.carryOut(decision),
  };
  const announceLater = (matter: Matter): Promise<void> => queued.announceIn(5, matter);
  const handle = announceHandler({ announcer: async () => announcer, announceLater, log });
  for (const { id } of trust.people) await tables.conversations.put(chats.conversationOf(id));
  await Promise.all([store.prepare(), queued.prepare()]);
  const pump = startPump(storage.connection, (message) => handle(message, { invocationId: crypto.randomUUID() }));
  await world.begin(graph);
  return {
    ...{ useCases, store, notifier, sentCards: tables.sentCards, pump },
    firstAnnounced: () => announcedAt,
    faults: () => faults,
    async close() {
      await pump.stop();
      const usage = await world.end();
      await Promise.all([world.close(), storage.close()]);
      return usage;
    },
  };
};
