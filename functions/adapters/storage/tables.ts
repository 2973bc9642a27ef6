import { RestError } from '@azure/data-tables';
import type { TableClient, TableEntity } from '@azure/data-tables';
import { z } from 'zod';
import { once } from '../../once';
import type { StorageSettings } from '../../storageSettings';
import { tableIn } from './account';
import { reaching } from './reaching';

const Stored = z.looseObject({ etag: z.string() });
export type Stored = z.infer<typeof Stored>;

/**
 * One table of ours, made when it is first needed. An answer that says "somebody was quicker" is not a fault. Without
 * an answer all of them throw `DeliveryUnavailable`.
 */
export interface Table {
  get(partitionKey: string, rowKey: string): Promise<Stored | undefined>;
  all(filter?: string): Promise<readonly Stored[]>;
  /** Every entity, as many at a time as Storage gives at once. */
  pages(): AsyncIterable<readonly Stored[]>;
  /** One of them, whichever; undefined where there is none. */
  any(): Promise<Stored | undefined>;
  /** The new ETag; undefined where the key is taken. */
  insert(entity: TableEntity): Promise<string | undefined>;
  /** The new ETag; undefined where the entity has changed since `etag` or is gone. */
  replace(entity: TableEntity, etag: string): Promise<string | undefined>;
  put(entity: TableEntity): Promise<void>;
  /** Lays these over what is there; the rest stays. */
  merge(entity: TableEntity): Promise<void>;
  /** False where it is gone, or has changed since `etag`; without one it is removed as it stands. */
  remove(partitionKey: string, rowKey: string, etag?: string): Promise<boolean>;
}

const unless = async <T>(statuses: readonly number[], act: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await act();
  } catch (error) {
    if (error instanceof RestError && error.statusCode !== undefined && statuses.includes(error.statusCode))
      return undefined;
    throw error;
  }
};

const etagIn = ({ etag }: { etag?: string }): string => {
  if (etag === undefined) throw new Error('Table Storage answered without an ETag.');
  return etag;
};

type Asking = <T>(act: (table: TableClient) => Promise<T>) => Promise<T>;

async function* pagesOf(ask: Asking): AsyncIterable<readonly Stored[]> {
  const pages = await ask(async (table) => table.listEntities().byPage());
  for (let page = await ask(() => pages.next()); page.done !== true; page = await ask(() => pages.next()))
    yield page.value.map((entity) => Stored.parse(entity));
}

const removal = async (table: TableClient, partitionKey: string, rowKey: string, etag: string): Promise<true> => {
  await table.deleteEntity(partitionKey, rowKey, { etag });
  return true;
};

export const createTable = (storage: StorageSettings, name: string): Table => {
  const client = tableIn(storage, name);
  const ready = once(async (): Promise<TableClient> => {
    await client.createTable();
    return client;
  });
  const ask: Asking = (act) => reaching(async () => act(await ready()));
  const upsert = (entity: TableEntity, mode: 'Merge' | 'Replace'): Promise<void> =>
    ask(async (table) => {
      await table.upsertEntity(entity, mode);
    });
  return {
    async get(partitionKey, rowKey) {
      const found = await ask((table) => unless([404], () => table.getEntity(partitionKey, rowKey)));
      return found === undefined ? undefined : Stored.parse(found);
    },
    all: (filter) =>
      ask(async (table) => {
        const found: Stored[] = [];
        const entities = table.listEntities(filter === undefined ? {} : { queryOptions: { filter } });
        for await (const entity of entities) found.push(Stored.parse(entity));
        return found;
      }),
    pages: () => pagesOf(ask),
    any: () =>
      ask(async (table) => {
        for await (const [first] of table.listEntities().byPage({ maxPageSize: 1 }))
          if (first !== undefined) return Stored.parse(first);
        return undefined;
      }),
    insert: (entity) => ask((table) => unless([409], async () => etagIn(await table.createEntity(entity)))),
    replace: (entity, etag) =>
      ask((table) => unless([404, 412], async () => etagIn(await table.updateEntity(entity, 'Replace', { etag })))),
    put: (entity) => upsert(entity, 'Replace'),
    merge: (entity) => upsert(entity, 'Merge'),
    remove: async (partitionKey, rowKey, etag = '*') =>
      (await ask((table) => unless([404, 412], () => removal(table, partitionKey, rowKey, etag)))) ?? false,
  };
};
