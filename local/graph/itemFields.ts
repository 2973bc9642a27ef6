import { fieldKey, kindOf, type Column } from './columnDefinitions';
import { invalidRequest } from './errors';
import type { FilterField } from './filterMatch';
import { comparableOf, literalFor, valueOf, type BooleanLiterals, type StoredItem } from './storedItem';

/** A field of an item as filters and orders see it. */
export interface ItemField extends FilterField<StoredItem> {
  readonly column: Column;
  /** The item's id needs no index of its own. */
  readonly isId: boolean;
  readonly indexed: boolean;
}

/** The properties of the item itself that may be named without `fields/`. */
const ownProperties: Readonly<Record<string, string>> = {
  id: 'ID',
  createdDateTime: 'Created',
  lastModifiedDateTime: 'Modified',
};

const columnNameOf = (path: string): string => {
  const own = ownProperties[path];
  if (own) return own;
  const name = /^fields\/(\w+)$/.exec(path)?.[1];
  if (!name) throw invalidRequest('Invalid filter clause');
  return name.toLowerCase() === 'id' ? 'ID' : name;
};

/** Finds what a path in `$filter` or `$orderby` names; fields need the prefix `fields/`. */
export const itemField = (columns: readonly Column[], path: string, booleans: BooleanLiterals): ItemField => {
  const name = columnNameOf(path);
  const column = columns.find((candidate) => fieldKey(candidate) === name || candidate.name === name);
  if (!column) throw invalidRequest(`Field '${name}' is not recognized`);
  const isId = column.name === 'ID';
  return {
    column,
    isId,
    indexed: isId || column.indexed,
    read: (item) => comparableOf(column, valueOf(item, column)),
    literal: (value) => literalFor(column, value, booleans),
  };
};

export const isNote = (field: ItemField): boolean => kindOf(field.column) === 'note';
