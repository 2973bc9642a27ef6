import { z } from 'zod';
import type { LocalDatabase, SqlValue } from '../database';
import { fieldsFrom, type StoredItem } from './storedItem';

const ItemRow = z
  .object({
    id: z.number(),
    guid: z.string(),
    version: z.number(),
    createdAt: z.string(),
    modifiedAt: z.string(),
    createdBy: z.string(),
    modifiedBy: z.string(),
    deleted: z.number(),
    change: z.number(),
    fields: z.string(),
    texts: z.string(),
  })
  .transform(({ texts, ...row }): StoredItem => ({
    ...row,
    deleted: row.deleted === 1,
    fields: fieldsFrom(row.fields, texts),
  }));

/** Which multi-line texts are read too; those that are named are picked out by the database, past the long ones. */
export type TextsWanted = 'none' | 'all' | readonly string[];

export interface Wanted {
  readonly texts: TextsWanted;
}

const textsColumn = (texts: TextsWanted): string => {
  if (texts === 'all') return 'texts';
  return texts === 'none' ? "'{}'" : `json_object(${texts.map(() => '?, texts ->> ?').join(', ')})`;
};

const columnsFor = (texts: TextsWanted): string =>
  `id, guid, version, created_at as createdAt, modified_at as modifiedAt, created_by as createdBy,
   modified_by as modifiedBy, deleted, change, fields, ${textsColumn(texts)} as texts`;

const namesAndPaths = (texts: TextsWanted): string[] =>
  typeof texts === 'string' ? [] : texts.flatMap((name) => [name, `$."${name}"`]);

const select = (database: LocalDatabase, { texts }: Wanted, rest: string, ...values: SqlValue[]): StoredItem[] =>
  database.rows(ItemRow, `select ${columnsFor(texts)} from items where ${rest}`, ...namesAndPaths(texts), ...values);

export const findItem = (database: LocalDatabase, listId: string, id: number): StoredItem | undefined =>
  select(database, { texts: 'all' }, 'list_id = ? and id = ? and deleted = 0', listId, id)[0];

/** The items after an id, in the order of their ids. */
export const itemsAfter = (
  database: LocalDatabase,
  listId: string,
  { afterId, limit, texts }: Wanted & { afterId: number; limit: number },
): StoredItem[] =>
  select(database, { texts }, 'list_id = ? and id > ? and deleted = 0 order by id limit ?', listId, afterId, limit);

export const allItems = (database: LocalDatabase, listId: string, wanted: Wanted): StoredItem[] =>
  select(database, wanted, 'list_id = ? and deleted = 0 order by id', listId);

export const itemsById = (
  database: LocalDatabase,
  listId: string,
  ids: readonly number[],
  wanted: Wanted,
): StoredItem[] =>
  select(
    database,
    wanted,
    'list_id = ? and deleted = 0 and id in (select value from json_each(?)) order by id',
    listId,
    JSON.stringify(ids),
  );

/** What changed after a change number and before a moment, deleted items included, oldest change first. */
export const itemsChangedAfter = (
  database: LocalDatabase,
  listId: string,
  { change, limit, before, texts }: Wanted & { change: number; limit: number; before: number },
): StoredItem[] =>
  select(
    database,
    { texts },
    'list_id = ? and change > ? and changed_ms <= ? order by change limit ?',
    listId,
    change,
    before,
    limit,
  );

const Count = z.object({ count: z.number() });

export const countItems = (database: LocalDatabase, listId: string): number =>
  database.row(Count, 'select count(*) as count from items where list_id = ? and deleted = 0', listId)?.count ?? 0;

const Last = z.object({ change: z.number() });

/** The newest change that is older than a moment. */
export const lastChange = (database: LocalDatabase, listId: string, before: number): number =>
  database.row(
    Last,
    'select coalesce(max(change), 0) as change from items where list_id = ? and changed_ms <= ?',
    listId,
    before,
  )?.change ?? 0;
