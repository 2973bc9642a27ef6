import { z } from 'zod';
import type { LocalDatabase } from '../database';
import type { Column } from './columnDefinitions';
import { findItem } from './itemRows';

/** What a lookup shows beside its number; a person has an address too. */
export type LookupText = (column: Column, id: number) => { readonly LookupValue: string; readonly Email?: string };

const UserRow = z.object({ LookupValue: z.string(), Email: z.string() });

/** People are rows of the site's user list; other lookups show a column of another list's item. */
export const lookupText =
  (database: LocalDatabase): LookupText =>
  (column, id) => {
    if (column.lookup) {
      const value = findItem(database, column.lookup.listId, id)?.fields[column.lookup.columnName];
      return { LookupValue: value === undefined ? '' : String(value) };
    }
    const text = 'select display_name as LookupValue, mail as Email from users where position = ?';
    return database.row(UserRow, text, id) ?? { LookupValue: '' };
  };
