import type { Projection } from './document';

export interface Column {
  /** Internal name: never changes, letters and digits only (facts 1.3). */
  readonly name: string;
  readonly displayName: string;
  /** `line` holds at most 255 characters on one line; `text` is long and cannot be indexed. */
  readonly type: 'line' | 'text' | 'number';
  readonly indexed?: true;
  readonly unique?: true;
}

export const keyColumn = 'Key';
export const openForColumn = 'OpenFor';
/** Built into every list. */
export const titleColumn = 'Title';
/** What the matrix and the trends read of an item, in codes; the columns for people are never read back. */
export const rowColumn: Column = { name: 'Row', displayName: 'Row (for Assured)', type: 'text' };
export const documentColumn: Column = { name: 'Document', displayName: 'Document (for Assured)', type: 'text' };
export const checkColumn: Column = { name: 'Check', displayName: 'Check (for Assured)', type: 'line' };

export const key: Column = {
  name: keyColumn,
  displayName: 'Key (for Assured)',
  type: 'line',
  indexed: true,
  unique: true,
};
export const openFor: Column = {
  name: openForColumn,
  displayName: 'Open for (for Assured)',
  type: 'line',
  indexed: true,
  unique: true,
};
export const line = (name: string, displayName: string): Column => ({ name, displayName, type: 'line' });
export const text = (name: string, displayName: string): Column => ({ name, displayName, type: 'text' });
/** Indexed for people: a view of more than 5,000 items can be narrowed by it in SharePoint. */
export const indexedLine = (name: string, displayName: string): Column => ({
  ...line(name, displayName),
  indexed: true,
});

const forRows: readonly string[] = [keyColumn, openForColumn, rowColumn.name];
/** The few columns that every reading of a list asks for; all others are read together with the document. */
export const isRowColumn = (name: string): boolean => forRows.includes(name);

/** The most characters of a single line of text. */
const longestLine = 255;

/** One line as SharePoint keeps it: nothing that it might fold or cut on its own. */
export const oneLine = (words: string): string => {
  const folded = words.replace(/\s+/g, ' ').trim();
  if (folded.length <= longestLine) return folded;
  return `${folded.slice(0, longestLine - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
};

/** SharePoint drops empty values, so they are left out from the start. */
export const columnsOf = (values: Readonly<Record<string, string | number | undefined>>): Projection =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  );
