import { rmSync } from 'node:fs';
import { Hono } from 'hono';
import { z } from 'zod';
import { createGraphClient } from '../../functions/adapters/graph/client';
import type { GraphClient } from '../../functions/adapters/graph/client';
import { createGraphStore } from '../../functions/adapters/graph/graphStore';
import type { GraphStore } from '../../functions/adapters/graph/graphStore';
import { lists } from '../../functions/adapters/graph/lists';
import type { Pace } from '../../functions/adapters/graph/pace';
import type { Patience } from '../../functions/adapters/graph/priority';
import { createSite } from '../../functions/adapters/graph/site';
import type { SiteAddress } from '../../functions/environment';
import type { Entra } from '../../local/entra/entra';
import type { Faults } from '../../local/graph/faults';
import { columnsOf } from '../../local/graph/columnStore';
import { createGraph } from '../../local/graph/graph';
import type { DirectoryUser } from '../../local/graph/directory';
import { createItem } from '../../local/graph/itemStore';
import { parseFieldChanges } from '../../local/graph/itemValues';
import { allSites, findList } from '../../local/graph/listStore';
import { startMicrosoft365 } from '../../local/microsoft365';
import { apps, tenant } from '../../local/settings';
import type { Kind } from '../../shared/application/ports/store';
import { tokensOf } from '../support/appTokens';
import { newDataDir } from '../support/dataDir';

export const siteAddress: SiteAddress = { hostname: tenant.siteHostname, path: tenant.sitePath };
export const checkKey = 'check-key-of-the-tests-0123456789abcdef';

export interface LocalGraph {
  readonly origin: string;
  readonly faults: Faults;
  /** What the apps of this tenant prove themselves with instead of secrets. */
  readonly certificates: Entra['certificates'];
  /** A client as the product or the provisioning app, with its own tokens. */
  client(app: 'product' | 'provisioning', options?: { pace?: Pace; patience?: Partial<Patience> }): GraphClient;
  /** A store with memory of its own: another process. */
  store(options?: { pace?: Pace; freshFor?: number; patience?: number; checkKey?: string }): GraphStore;
  /** Adds an item past the product. */
  add(kind: Kind, fields: Readonly<Record<string, string>>): Promise<void>;
  /** Writes columns of an item past the product, as somebody does in SharePoint. */
  edit(kind: Kind, key: string, fields: Readonly<Record<string, string | null>>): Promise<void>;
  /** Deletes an item, as somebody does in SharePoint. */
  remove(kind: Kind, key: string): Promise<void>;
  /** Sends a request without a body as the administrator: of a list, of a permission of the site. */
  administer(method: 'GET' | 'DELETE', path: string): Promise<unknown>;
  /** Puts many items past the product and past Graph, as they were written before this run. */
  seed(kind: Kind, items: readonly Readonly<Record<string, string | number>>[]): void;
  /** Asks the same Graph without a connection, past its faults and its latency: for tests of thousands of requests. */
  readonly direct: (url: string, init: RequestInit) => Promise<Response>;
  sitePath(): Promise<string>;
  listPath(kind: Kind): Promise<string>;
  close(): Promise<void>;
}

const Found = z.object({ value: z.array(z.object({ id: z.string() })) });

/** The local Graph on a free port, with a site on which nothing was provisioned yet. */
export const startLocalGraph = async ({
  users = [],
}: { readonly users?: readonly DirectoryUser[] } = {}): Promise<LocalGraph> => {
  const dataDir = newDataDir();
  const microsoft365 = await startMicrosoft365({ ports: { microsoft365: 0 }, dataDir, users });
  const { origin, faults } = microsoft365;
  const client: LocalGraph['client'] = (app, options = {}) =>
    createGraphClient({
      settings: { baseUrl: `${origin}/`, customHosts: ['localhost'] },
      tokens: tokensOf(origin, app),
      ...options,
    });
  const listPath = async (kind: Kind): Promise<string> => {
    const found = await createSite(client('provisioning'), siteAddress).listPath(lists[kind].title);
    if (found === undefined) throw new Error(`There is no list for ${kind}.`);
    return found;
  };
  const itemPath = async (kind: Kind, key: string): Promise<string> => {
    const from = await listPath(kind);
    const filter = encodeURIComponent(`fields/Key eq '${key}'`);
    const [item] = (await client('provisioning').get(`${from}/items?$filter=${filter}`, Found)).value;
    if (item === undefined) throw new Error(`There is no ${kind} item ${key}.`);
    return `${from}/items/${item.id}`;
  };
  const administer: LocalGraph['administer'] = async (method, place) => {
    const token = await tokensOf(origin, 'provisioning')();
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${origin}/v1.0${place}`, { method, headers });
    if (!answer.ok) throw new Error(`${method} ${place} was answered ${answer.status}.`);
    return answer.status === 204 ? undefined : answer.json();
  };
  const verified = new Map<string, ReturnType<Entra['verifyAppToken']>>();
  /** The same few tokens come thousands of times. */
  const verifyAppToken: Entra['verifyAppToken'] = (authorization, resource) => {
    const known = verified.get(authorization ?? '') ?? microsoft365.entra.verifyAppToken(authorization, resource);
    verified.set(authorization ?? '', known);
    return known;
  };
  const entra = { ...microsoft365.entra, verifyAppToken };
  const withoutConnection = new Hono().route('/v1.0', createGraph({ ...microsoft365, entra }));
  return {
    origin,
    faults,
    certificates: entra.certificates,
    direct: async (url, init) => withoutConnection.request(url, init),
    client,
    listPath,
    sitePath: () => createSite(client('provisioning'), siteAddress).path(),
    store: ({ pace, freshFor = 0, patience, ...options } = {}) =>
      createGraphStore({
        client: client('product', {
          ...(pace && { pace }),
          ...(patience !== undefined && { patience: { person: patience } }),
        }),
        site: siteAddress,
        checkKey,
        freshFor,
        ...(pace && { pace }),
        ...options,
      }),
    async add(kind, fields) {
      await client('provisioning').post(`${await listPath(kind)}/items`, { fields }, z.unknown());
    },
    async edit(kind, key, fields) {
      await client('provisioning').patch(await itemPath(kind, key), { fields }, z.unknown());
    },
    async remove(kind, key) {
      await administer('DELETE', await itemPath(kind, key));
    },
    administer,
    seed(kind, items) {
      const { database } = microsoft365;
      const site = allSites(database).find(({ path: place }) => place === tenant.sitePath);
      const list = site && findList(database, site.id, lists[kind].title);
      if (!list) throw new Error(`There is no list for ${kind}.`);
      const write = { database, listId: list.id, columns: columnsOf(database, list.id), appId: apps.product.id };
      database.atomically(() => {
        for (const fields of items) createItem(write, parseFieldChanges(write.columns, fields));
      });
    },
    async close() {
      await microsoft365.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};
