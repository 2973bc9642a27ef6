import { RestError } from '@azure/data-tables';
import type { TableClient, TableEntity } from '@azure/data-tables';
import { z } from 'zod';
import { once } from '../../once';
import type { StorageSettings } from '../../storageSettings';
import { tableIn } from './account';

const Stored = z.looseObject({ etag: z.string() });
export type Stored = z.infer<typeof Stored>;

/** One table of ours, made when it is first needed. An answer that says "somebody was quicker" is not a fault. */
export interface Table {
  get(partitionKey: string, rowKey: string): Promise<Stored | undefined>;
  all(filter?: string): Promise<readonly Stored[]>;
  /** The new ETag; undefined where the key is taken. */
  insert(entity: TableEntity): Promise<string | undefined>;
  /** The new ETag; undefined where the entity has changed since `etag` or is gone. */
  replace(entity: TableEntity, etag: string): Promise<string | undefined>;
  put(entity: TableEntity): Promise<void>;
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

export const createTable = (storage: StorageSettings, name: string): Table => {
  const client = tableIn(storage, name);
  const ready = once(async (): Promise<TableClient> => {
    await client.createTable();
    return client;
  });
  return {
    async get(partitionKey, rowKey) {
      const found = await unless([404], async () => (await ready()).getEntity(partitionKey, rowKey));
      return found === undefined ? undefined : Stored.parse(found);
    },
    async all(filter) {
      const found: Stored[] = [];
      const entities = (await ready()).listEntities(filter === undefined ? {} : { queryOptions: { filter } });
      for await (const entity of entities) found.push(Stored.parse(entity));
      return found;
    },
    insert: (entity) => unless([409], async () => etagIn(await (await ready()).createEntity(entity))),
    replace: (entity, etag) =>
      unless([404, 412], async () => etagIn(await (await ready()).updateEntity(entity, 'Replace', { etag }))),
    async put(entity) {
      await (await ready()).upsertEntity(entity, 'Replace');
    },
  };
};
