import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { TokenSource } from '../../functions/adapters/entra/appToken';
import { createGraphClient } from '../../functions/adapters/graph/client';
import type { GraphClient } from '../../functions/adapters/graph/client';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import type { GraphStore } from '../../functions/adapters/graph/graphStore';
import type { Pace } from '../../functions/adapters/graph/pace';
import { lists } from '../../functions/adapters/graph/lists';
import { provision } from '../../functions/adapters/graph/provision';
import { createSite } from '../../functions/adapters/graph/site';
import { tenant } from '../../local/settings';
import type { Kind } from '../../shared/application/ports/store';
import { tokensOf } from '../support/appTokens';
import { newDataDir } from '../support/dataDir';
import { benchFramework, checkKey } from './records';
import { Answer } from './orders';
import type { Fields, Order, Usage } from './orders';

/** Milliseconds that every request takes on its way, and what a small trust may spend in a minute (facts 2.1, 8). */
export const conditions = { latencyMs: 80, unitsPerMinute: 1_250 };
export type Conditions = typeof conditions;

/** One local Graph in a process of its own, with its lists made. */
export interface World {
  readonly origin: string;
  readonly siteId: string;
  listId(kind: Kind): Promise<string>;
  tokens(): TokenSource;
  /** A process that has just started. */
  store(options?: { readonly freshFor?: number; readonly pace?: Pace }): GraphStore;
  seed(kind: Kind, items: readonly Fields[]): Promise<void>;
  /** Changes the items with the ids from `from` on, as another app does. */
  change(kind: Kind, from: number, items: readonly Fields[]): Promise<void>;
  begin(how: Conditions | 'unhindered'): Promise<void>;
  end(): Promise<Usage>;
  close(): Promise<void>;
}

const startServer = async (dataDir: string) => {
  const child = fork(path.join(import.meta.dirname, 'server.ts'), [dataDir], { execArgv: ['--import', 'tsx'] });
  const next = async () => {
    const answer = Answer.parse(await new Promise((resolve) => child.once('message', resolve)));
    if (answer.error !== undefined) throw new Error(answer.error);
    return answer;
  };
  const { origin = '' } = await next();
  return {
    origin,
    order: async (order: Order): Promise<Usage> => {
      const answered = next();
      child.send(order);
      return (await answered).usage ?? { requests: 0, units: 0, throttled: 0 };
    },
    async stop(): Promise<void> {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await gone;
    },
  };
};

const clientFor = (origin: string, app: 'product' | 'provisioning'): GraphClient =>
  createGraphClient({
    settings: { baseUrl: `${origin}/`, customHosts: ['localhost'] },
    tokens: tokensOf(origin, app),
  });

const address = { hostname: tenant.siteHostname, path: tenant.sitePath };
const chunk = 1_000;

export const startWorld = async (): Promise<World> => {
  const dataDir = newDataDir();
  const server = await startServer(dataDir);
  const { origin, order } = server;
  const administrator = clientFor(origin, 'provisioning');
  const { ok, lines } = await provision(administrator, address, [benchFramework]);
  if (!ok) throw new Error(lines.join('\n'));
  const site = createSite(administrator, address);
  return {
    origin,
    siteId: (await site.path()).replace('/sites/', ''),
    listId: async (kind) => (await site.listPath(lists[kind].title))?.split('/').at(-1) ?? '',
    tokens: () => tokensOf(origin, 'product'),
    store: (options = {}) =>
      createGraphStore({ client: clientFor(origin, 'product'), site: address, checkKey, ...options }),
    async seed(kind, items) {
      for (let at = 0; at < items.length; at += chunk)
        await order({ do: 'seed', list: lists[kind].title, items: items.slice(at, at + chunk) });
    },
    change: async (kind, from, items) =>
      void (await order({ do: 'change', list: lists[kind].title, from, items: [...items] })),
    begin: async (how) => {
      const { latencyMs, unitsPerMinute } = how === 'unhindered' ? { latencyMs: 0, unitsPerMinute: null } : how;
      await order({ do: 'begin', latencyMs, unitsPerMinute });
    },
    end: () => order({ do: 'end' }),
    async close() {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
