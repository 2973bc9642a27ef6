import { z } from 'zod';
import type { LocalDatabase } from '../database';
import type { Column } from './columnDefinitions';
import { invalidRequest, uniqueViolated } from './errors';
import { allItems } from './itemRows';
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

/** Brings the index rows of one item up to date and holds the unique columns. */
export const indexItem = (database: LocalDatabase, columns: readonly Column[], item: StoredItem): void => {
  for (const column of columns) {
    if (!column.indexed) continue;
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
  for (const item of allItems(database, listId, { withTexts: false })) {
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
