import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { LocalDatabase } from '../database';
import { kindOf, type Column } from './columnDefinitions';
import { itemNotFound, lostRace } from './errors';
import { indexItem, unindexItem } from './itemIndex';
import { findItem } from './itemRows';
import type { FieldChanges } from './itemValues';
import { holdsPrecondition } from './precondition';
import { wholeSeconds, type FieldValue, type StoredFields, type StoredItem } from './storedItem';

/** The most that a list can be set to keep, as the set-up of the trust's lists does. */
const mostVersions = 50_000;

export interface ListWrite {
  readonly database: LocalDatabase;
  readonly listId: string;
  readonly columns: readonly Column[];
  readonly appId: string;
  /** How many versions of an item the list keeps. */
  readonly versionsKept?: number | undefined;
  /** Told what an item was before, so that readings can lag. */
  readonly remember?: ((itemId: number, before: StoredItem | undefined) => void) | undefined;
  /** The inner code of a 412, if it is to have one. */
  readonly mismatchInner?: string | null;
}

const NextNumbers = z.object({ item: z.number(), change: z.number() });

/** Ids and change numbers only ever rise: a deleted item's id never comes back. */
const takeChange = ({ database, listId }: ListWrite, newItem: boolean): { item: number; change: number } => {
  const next = database.row(
    NextNumbers,
    `update lists set next_item = next_item + ?, change_seq = change_seq + 1 where id = ?
     returning next_item - ? as item, change_seq as change`,
    newItem ? 1 : 0,
    listId,
    newItem ? 1 : 0,
  );
  if (!next) throw itemNotFound();
  return next;
};

const applied = (fields: StoredFields, changes: FieldChanges): StoredFields => {
  const all = new Map<string, FieldValue>(Object.entries(fields));
  for (const [name, value] of changes) {
    if (value === null) all.delete(name);
    else all.set(name, value);
  }
  return Object.fromEntries(all);
};

const split = (columns: readonly Column[], fields: StoredFields): { fields: string; texts: string } => {
  const notes = new Set(columns.filter((column) => kindOf(column) === 'note').map((column) => column.name));
  const entries = Object.entries(fields);
  return {
    fields: JSON.stringify(Object.fromEntries(entries.filter(([name]) => !notes.has(name)))),
    texts: JSON.stringify(Object.fromEntries(entries.filter(([name]) => notes.has(name)))),
  };
};

const save = (write: ListWrite, item: StoredItem, before: StoredItem | undefined): void => {
  const { database, listId, columns, versionsKept = mostVersions } = write;
  const { fields, texts } = split(columns, item.fields);
  database.change(
    `insert into items (list_id, id, guid, version, created_at, modified_at, created_by, modified_by, deleted, change,
       changed_ms, fields, texts)
     values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)
     on conflict (list_id, id) do update set version = excluded.version, modified_at = excluded.modified_at,
       modified_by = excluded.modified_by, change = excluded.change, changed_ms = excluded.changed_ms,
       fields = excluded.fields, texts = excluded.texts`,
    ...[listId, item.id, item.guid, item.version, item.createdAt, item.modifiedAt, item.createdBy, item.modifiedBy],
    ...[item.change, Date.now(), fields, texts],
  );
  database.change(
    `insert into item_versions (list_id, item_id, version, modified_at, modified_by, fields, texts)
     values (?, ?, ?, ?, ?, ?, ?)`,
    ...[listId, item.id, item.version, item.modifiedAt, item.modifiedBy, fields, texts],
  );
  if (item.version > versionsKept)
    database.change(
      'delete from item_versions where list_id = ? and item_id = ? and version <= ?',
      listId,
      item.id,
      item.version - versionsKept,
    );
  indexItem(database, columns, item, before);
};

export const createItem = (write: ListWrite, values: FieldChanges): StoredItem =>
  write.database.atomically(() => {
    const numbers = takeChange(write, true);
    const now = wholeSeconds(new Date());
    const item: StoredItem = {
      id: numbers.item,
      guid: randomUUID(),
      version: 1,
      createdAt: now,
      modifiedAt: now,
      createdBy: write.appId,
      modifiedBy: write.appId,
      deleted: false,
      change: numbers.change,
      fields: applied({}, values),
    };
    save(write, item, undefined);
    write.remember?.(item.id, undefined);
    return item;
  });

export interface ItemUpdate {
  readonly changes: FieldChanges;
  readonly ifMatch: string | undefined;
  /** The version that the write began with, where it took its time: another since then makes it lose. */
  readonly raced?: number | undefined;
}

export const updateItem = (write: ListWrite, id: number, { changes, ifMatch, raced }: ItemUpdate): StoredItem =>
  write.database.atomically(() => {
    const before = findItem(write.database, write.listId, id);
    if (!before) throw itemNotFound();
    holdsPrecondition(ifMatch, before, write.mismatchInner ?? null);
    if (raced !== undefined && raced !== before.version) throw lostRace();
    const after: StoredItem = {
      ...before,
      version: before.version + 1,
      modifiedAt: wholeSeconds(new Date()),
      modifiedBy: write.appId,
      change: takeChange(write, false).change,
      fields: applied(before.fields, changes),
    };
    save(write, after, before);
    write.remember?.(id, before);
    return after;
  });

/** To the recycle bin: the row stays, so that delta can tell of it. */
export const deleteItem = (write: ListWrite, id: number, ifMatch: string | undefined): void =>
  write.database.atomically(() => {
    const item = findItem(write.database, write.listId, id);
    if (!item) throw itemNotFound();
    holdsPrecondition(ifMatch, item, write.mismatchInner ?? null);
    write.database.change(
      'update items set deleted = 1, change = ?, changed_ms = ? where list_id = ? and id = ?',
      takeChange(write, false).change,
      Date.now(),
      write.listId,
      id,
    );
    unindexItem(write.database, write.columns, id);
    write.remember?.(id, item);
  });
