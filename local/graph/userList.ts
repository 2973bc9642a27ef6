import { z } from 'zod';
import type { LocalDatabase } from '../database';
import { builtInColumns, type ColumnInput } from './columnDefinitions';
import { addColumn, columnsOf } from './columnStore';
import type { DirectoryUser } from './directory';
import { createItem, updateItem, type ListWrite } from './itemStore';
import { findItem } from './itemRows';
import { createList, findList, type List } from './listStore';
import { siteUserOfApps, type FieldValue } from './storedItem';

/** The hidden list of a site that people columns point into (facts/graph.md 1.4). */
export const userListTitle = 'User Information List';

/** Who writes the service's own lists. */
const service = '00000003-0000-0ff1-ce00-000000000000';

const columns: readonly ColumnInput[] = [
  { name: 'Name', text: { maxLength: 255 }, indexed: true },
  { name: 'EMail', text: { maxLength: 255 }, indexed: true },
  { name: 'UserName', text: { maxLength: 255 } },
  { name: 'JobTitle', text: { maxLength: 255 } },
];

const Position = z.object({ position: z.number() });

const positionOf = (database: LocalDatabase, user: DirectoryUser): number =>
  database.row(Position, 'select position from users where id = ?', user.id)?.position ?? 0;

const makeList = (database: LocalDatabase, siteId: string): List => {
  const list = createList(database, siteId, { title: userListTitle, description: '', appId: service, hidden: true });
  for (const column of [...builtInColumns, ...columns]) addColumn(database, list.id, column);
  return list;
};

/** The row has the number that people columns hold; a person who is known already is brought up to date. */
const keepRow = (write: ListWrite, id: number, values: Readonly<Record<string, string>>): void => {
  const known = findItem(write.database, write.listId, id);
  const changes = new Map<string, FieldValue>(Object.entries(values).filter(([, value]) => value !== ''));
  if (known && [...changes].every(([name, value]) => known.fields[name] === value)) return;
  if (known) {
    updateItem(write, id, { changes, ifMatch: undefined });
    return;
  }
  write.database.change('update lists set next_item = ? where id = ?', id, write.listId);
  createItem(write, changes);
};

const loginOf = (name: string): string => `i:0#.f|membership|${name}`;

/** Everybody of the directory, and the row under which apps write. Safe to repeat. */
export const keepUserList = (database: LocalDatabase, siteId: string, users: readonly DirectoryUser[]): void => {
  const list = findList(database, siteId, userListTitle) ?? makeList(database, siteId);
  const write = { database, listId: list.id, columns: columnsOf(database, list.id), appId: service };
  keepRow(write, siteUserOfApps, { Title: 'SharePoint App', Name: 'SHAREPOINT\\system' });
  const byPosition = users.map((user) => ({ user, id: positionOf(database, user) })).sort((a, b) => a.id - b.id);
  for (const { user, id } of byPosition)
    keepRow(write, id, {
      Title: user.displayName,
      Name: loginOf(user.userPrincipalName),
      EMail: user.mail,
      UserName: user.userPrincipalName,
      JobTitle: user.jobTitle,
    });
};
