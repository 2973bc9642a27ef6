import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { LocalDatabase } from '../database';
import {
  Column,
  kindOf,
  mayBeIndexed,
  newColumn,
  type ColumnChange,
  type ColumnInput,
  type NameRules,
} from './columnDefinitions';
import { invalidRequest, itemNotFound, nameExists } from './errors';
import { rebuildIndex } from './itemIndex';
import { touchList } from './listStore';
import { likeliest } from './unsettled';

/** Up to 20 indexes for each list (facts/graph.md 1.3). */
const mostIndexes = 20;

const Row = z
  .object({ definition: z.string().transform((text): unknown => JSON.parse(text)) })
  .transform((row) => Column.parse(row.definition));

const Version = z.object({ version: z.number() });

interface Read {
  readonly version: number;
  readonly columns: readonly Column[];
}

/** What was read of each list, which counts for as long as the list has the same version. */
const readBefore = new WeakMap<LocalDatabase, Map<string, Read>>();

const readOf = (database: LocalDatabase): Map<string, Read> => {
  const known = readBefore.get(database) ?? new Map<string, Read>();
  readBefore.set(database, known);
  return known;
};

/** Every request asks for them. */
export const columnsOf = (database: LocalDatabase, listId: string): readonly Column[] => {
  const version = database.row(Version, 'select version from lists where id = ?', listId)?.version;
  if (version === undefined) return [];
  const known = readOf(database);
  const before = known.get(listId);
  if (before?.version === version) return before.columns;
  const columns = database.rows(Row, 'select definition from columns where list_id = ? order by position', listId);
  known.set(listId, { version, columns });
  return columns;
};

export const findColumn = (database: LocalDatabase, listId: string, id: string): Column => {
  const column = columnsOf(database, listId).find((candidate) => candidate.id === id || candidate.name === id);
  if (!column) throw itemNotFound();
  return column;
};

const refuseImpossible = (column: Column, others: readonly Column[]): void => {
  // A unique column must be indexed; both are declared together.
  if (column.enforceUniqueValues && !column.indexed) throw invalidRequest();
  if (!column.indexed) return;
  if (!mayBeIndexed(column)) throw invalidRequest();
  if (others.filter((other) => other.indexed).length >= mostIndexes) throw invalidRequest();
};

export const addColumn = (
  database: LocalDatabase,
  listId: string,
  input: ColumnInput,
  rules: NameRules = likeliest,
): Column =>
  database.atomically(() => {
    const column = newColumn(randomUUID(), input, rules);
    const others = columnsOf(database, listId);
    if (others.some((other) => other.name.toLowerCase() === column.name.toLowerCase())) throw nameExists();
    refuseImpossible(column, others);
    database.change(
      `insert into columns (id, list_id, name, position, definition)
       values (?, ?, ?, (select coalesce(max(position), 0) + 1 from columns where list_id = ?), ?)`,
      column.id,
      listId,
      column.name,
      listId,
      JSON.stringify(column),
    );
    rebuildIndex(database, listId, column);
    touchList(database, listId);
    return column;
  });

/** A column keeps its name and its type; everything else may change. */
export const changeColumn = (database: LocalDatabase, listId: string, id: string, change: ColumnChange): Column =>
  database.atomically(() => {
    const before = findColumn(database, listId, id);
    const after = Column.parse({ ...before, ...change });
    if (kindOf(after) !== kindOf(before)) throw invalidRequest();
    refuseImpossible(
      after,
      columnsOf(database, listId).filter((other) => other.id !== before.id),
    );
    database.change('update columns set definition = ? where id = ?', JSON.stringify(after), before.id);
    if (after.indexed !== before.indexed || after.enforceUniqueValues !== before.enforceUniqueValues)
      rebuildIndex(database, listId, after);
    touchList(database, listId);
    return after;
  });

/** The values go with their column: one of the same name begins empty. */
export const removeColumn = (database: LocalDatabase, listId: string, id: string): void => {
  const column = findColumn(database, listId, id);
  if (column.readOnly || column.name === 'Title') throw invalidRequest();
  database.atomically(() => {
    database.change('delete from columns where id = ?', column.id);
    for (const table of ['items', 'item_versions'])
      database.change(
        `update ${table} set fields = json_remove(fields, ?), texts = json_remove(texts, ?) where list_id = ?`,
        ...[`$."${column.name}"`, `$."${column.name}"`, listId],
      );
    touchList(database, listId);
  });
};
