import { z } from 'zod';
import type { LocalDatabase, SqlValue } from '../database';
import type { Column } from './columnDefinitions';
import { invalidRequest, uniqueViolated } from './errors';
import type { Comparable } from './filterMatch';
import { allItems } from './itemRows';
import type { PagePosition, SortOrder } from './pageToken';
import { comparableOf, valueOf, type StoredItem } from './storedItem';

const ItemId = z.object({ itemId: z.number() });

const refuseTaken = (database: LocalDatabase, column: Column, item: StoredItem): void => {
  const value = comparableOf(column, valueOf(item, column));
  // Several items may leave a unique column empty.
  if (value === null) return;
  const other = database.row(
    ItemId,
    'select item_id as itemId from item_index where column_id = ? and value = ? and item_id <> ? limit 1',
    column.id,
    value,
    item.id,
  );
  if (other) throw uniqueViolated();
};

/** Brings the index rows of one item up to date, where it changed, and holds the unique columns. */
export const indexItem = (
  database: LocalDatabase,
  columns: readonly Column[],
  item: StoredItem,
  before: StoredItem | undefined,
): void => {
  for (const column of columns) {
    if (!column.indexed) continue;
    if (before && comparableOf(column, valueOf(before, column)) === comparableOf(column, valueOf(item, column)))
      continue;
    if (column.enforceUniqueValues) refuseTaken(database, column, item);
    database.change(
      'insert or replace into item_index (column_id, item_id, value) values (?, ?, ?)',
      column.id,
      item.id,
      comparableOf(column, valueOf(item, column)),
    );
  }
};

export const unindexItem = (database: LocalDatabase, columns: readonly Column[], itemId: number): void => {
  for (const column of columns)
    database.change('delete from item_index where column_id = ? and item_id = ?', column.id, itemId);
};

const Duplicate = z.object({ value: z.unknown() });

/** After a column changed: its index holds every item, or none. Duplicates refuse a unique column. */
export const rebuildIndex = (database: LocalDatabase, listId: string, column: Column): void => {
  database.change('delete from item_index where column_id = ?', column.id);
  if (!column.indexed) return;
  for (const item of allItems(database, listId, { texts: 'none' })) {
    database.change(
      'insert into item_index (column_id, item_id, value) values (?, ?, ?)',
      column.id,
      item.id,
      comparableOf(column, valueOf(item, column)),
    );
  }
  const duplicate = database.row(
    Duplicate,
    `select value from item_index where column_id = ? and value is not null
     group by value having count(*) > 1 limit 1`,
    column.id,
  );
  if (column.enforceUniqueValues && duplicate) throw invalidRequest();
};

const IndexRow = z.object({ id: z.number(), value: z.union([z.string(), z.number(), z.null()]) });

export interface IndexReading {
  readonly order: SortOrder;
  readonly after: PagePosition | undefined;
  readonly limit: number;
}

/** What comes after a value in an index; empty values are the least. */
const beyond = (value: Comparable, falling: boolean): string => {
  if (value === null) return falling ? '0 = ?' : 'value is not null and ? is null';
  return falling ? '(value < ? or value is null)' : 'value > ?';
};

/** The condition that leaves what comes after a position, and its values. */
const rest = (after: PagePosition, falling: boolean, tiesDescending: boolean): [string, ...SqlValue[]] => {
  const [value = null] = after.values;
  const sameValue = `value is ? and item_id ${tiesDescending ? '<' : '>'} ?`;
  return [`and (${beyond(value, falling)} or (${sameValue}))`, value, value, after.id];
};

/** The positions of a list's items in the order of one indexed column. */
export const positionsByIndex = (
  database: LocalDatabase,
  { id }: Column,
  { order: { descending, tiesDescending }, after, limit }: IndexReading,
): PagePosition[] => {
  const falling = descending[0] ?? false;
  const [condition, ...values] = after ? rest(after, falling, tiesDescending) : [''];
  const rows = database.rows(
    IndexRow,
    `select item_id as id, value from item_index where column_id = ? ${condition}
     order by value ${falling ? 'desc' : 'asc'}, item_id ${tiesDescending ? 'desc' : 'asc'} limit ?`,
    ...[id, ...values, limit],
  );
  return rows.map((row) => ({ values: [row.value], id: row.id }));
};
