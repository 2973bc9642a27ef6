import { Client, PageIterator } from '@microsoft/microsoft-graph-client';
import type { PageCollection } from '@microsoft/microsoft-graph-client';
import { BrowserFetchWithRetry, DefaultParse } from '@pnp/queryable';
import type { Queryable } from '@pnp/queryable';
import { DefaultHeaders, DefaultInit, graphfi } from '@pnp/graph';
import '@pnp/graph/batching.js';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/sites/index.js';
import { z } from 'zod';
import { areaColumnName } from '../../functions/adapters/graph/areaColumns';
import { lists } from '../../functions/adapters/graph/lists';
import { benchFramework } from './records';
import type { Fields } from './orders';
import type { World } from './world';

/** How others would do the same work on the same list, whose id they are given. */
export interface Peer {
  readonly name: string;
  /** Reads every item with the columns of a row; answers how many. */
  readAll(): Promise<number>;
  createAll(items: readonly Fields[]): Promise<void>;
  /** Reads an item's document, changes it and writes it back. */
  update(itemId: string, change: (document: string) => string): Promise<void>;
}

const Item = z.object({ id: z.string(), fields: z.object({ Document: z.string() }) });

const columns = [
  'Title',
  ...lists.reviews.columns.map(({ name }) => name),
  ...benchFramework.areas.map(({ code }) => areaColumnName(code)),
].join(',');
const rows = `fields($select=${columns})`;

/** PnPjs, with the pages that it reads unless it is told otherwise, or with Graph's largest ones. */
export const pnp = async (world: World, pageSize?: number): Promise<Peer> => {
  const tokens = world.tokens();
  // What PnPjs for Node takes by default; its own package would add sign-in and nothing else.
  const defaults = [DefaultHeaders(), DefaultInit(`${world.origin}/v1.0`), BrowserFetchWithRetry(), DefaultParse()];
  const graph = graphfi().using(...defaults, (instance: Queryable) => {
    instance.on.auth.replace(async (url: URL, init: RequestInit): Promise<[URL, RequestInit]> => {
      const headers = { ...(init.headers as Record<string, string>), Authorization: `Bearer ${await tokens()}` };
      return [url, { ...init, headers }];
    });
    return instance;
  });
  const listId = await world.listId('reviews');
  const list = graph.sites.getById(world.siteId).lists.getById(listId);
  return {
    name: pageSize === undefined ? 'PnPjs' : `PnPjs, top(${pageSize})`,
    async readAll() {
      const asked = list.items.expand(rows);
      let count = 0;
      for await (const page of pageSize === undefined ? asked : asked.top(pageSize)) count += page.length;
      return count;
    },
    async createAll(items) {
      const [batched, execute] = graph.batched();
      const into = () => batched.sites.getById(world.siteId).lists.getById(listId).items;
      const added = items.map((fields) => into().add({ fields }));
      await execute();
      await Promise.all(added);
    },
    async update(itemId, change) {
      const item = list.items.getById(itemId);
      const { fields } = Item.parse(await item.expand('fields($select=Document)')());
      await item.update({ fields: { Document: change(fields.Document) } });
    },
  };
};

/** The Graph SDK with its own retries and its page iterator. */
export const bareSdk = async (world: World): Promise<Peer> => {
  const client = Client.initWithMiddleware({
    authProvider: { getAccessToken: world.tokens() },
    baseUrl: `${world.origin}/`,
    customHosts: new Set(['localhost']),
  });
  const items = `/sites/${world.siteId}/lists/${await world.listId('reviews')}/items`;
  return {
    name: 'Graph SDK',
    async readAll() {
      let count = 0;
      const first = (await client.api(items).expand(rows).get()) as PageCollection;
      await new PageIterator(client, first, () => {
        count += 1;
        return true;
      }).iterate();
      return count;
    },
    async createAll(all) {
      for (const fields of all) await client.api(items).post({ fields });
    },
    async update(itemId, change) {
      const { fields } = Item.parse(await client.api(`${items}/${itemId}`).expand('fields($select=Document)').get());
      await client.api(`${items}/${itemId}/fields`).patch({ Document: change(fields.Document) });
    },
  };
};
