import { z } from 'zod';
import type { LocalDatabase } from '../database';
import type { Column } from './columnDefinitions';
import { findItem } from './itemRows';

/** What a lookup shows beside its number. */
export type LookupText = (column: Column, id: number) => string;

const UserRow = z.object({ name: z.string() });

/** People are rows of the site's user list; other lookups show a column of another list's item. */
export const lookupText =
  (database: LocalDatabase): LookupText =>
  (column, id) => {
    if (column.lookup) {
      const value = findItem(database, column.lookup.listId, id)?.fields[column.lookup.columnName];
      return value === undefined ? '' : String(value);
    }
    return database.row(UserRow, 'select display_name as name from users where position = ?', id)?.name ?? '';
  };
