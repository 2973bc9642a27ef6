import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { LocalDatabase } from '../database';
import { nameExists } from './errors';
import { wholeSeconds } from './storedItem';

export interface Site {
  readonly id: string;
  readonly hostname: string;
  readonly path: string;
  readonly displayName: string;
  readonly createdAt: string;
}

export interface List {
  readonly id: string;
  readonly siteId: string;
  /** The display name, which may change. */
  readonly title: string;
  /** The name it was made with. */
  readonly name: string;
  /** The service's own: only listed when it is asked for. */
  readonly hidden: boolean;
  readonly description: string;
  readonly version: number;
  readonly folderId: string;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly createdBy: string;
}

const SiteRow = z.object({
  id: z.string(),
  hostname: z.string(),
  path: z.string(),
  displayName: z.string(),
  createdAt: z.string(),
});
const siteColumns = 'id, hostname, path, display_name as displayName, created_at as createdAt';

const ListRow = z.object({
  id: z.string(),
  siteId: z.string(),
  title: z.string(),
  name: z.string(),
  hidden: z.number().transform((hidden) => hidden === 1),
  description: z.string(),
  version: z.number(),
  folderId: z.string(),
  createdAt: z.string(),
  modifiedAt: z.string(),
  createdBy: z.string(),
});
const listColumns = `id, site_id as siteId, title, coalesce(name, title) as name, coalesce(hidden, 0) as hidden,
  description, version, folder_id as folderId, created_at as createdAt, modified_at as modifiedAt,
  created_by as createdBy`;
const listTables = 'lists left join list_details on list_id = id';

export const findSite = (database: LocalDatabase, id: string): Site | undefined =>
  database.row(SiteRow, `select ${siteColumns} from sites where id = ?`, id);

/** By host name and server-relative path; the path of the root site is empty. */
export const findSiteAt = (database: LocalDatabase, hostname: string, path: string): Site | undefined =>
  database.row(SiteRow, `select ${siteColumns} from sites where hostname = ? and path = ?`, hostname, path);

export const allSites = (database: LocalDatabase): Site[] =>
  database.rows(SiteRow, `select ${siteColumns} from sites order by path`);

export const listsOf = (database: LocalDatabase, siteId: string): List[] =>
  database.rows(ListRow, `select ${listColumns} from ${listTables} where site_id = ? order by title`, siteId);

/** A list answers to its id and to its title (facts/graph.md 1.2). */
export const findList = (database: LocalDatabase, siteId: string, idOrTitle: string): List | undefined =>
  database.row(
    ListRow,
    `select ${listColumns} from ${listTables} where site_id = ? and (id = ? or title = ?)`,
    siteId,
    idOrTitle.toLowerCase(),
    idOrTitle,
  );

export interface NewList {
  readonly title: string;
  readonly description: string;
  readonly appId: string;
  readonly hidden?: boolean;
}

export const createList = (
  database: LocalDatabase,
  siteId: string,
  { title, description, appId, hidden = false }: NewList,
): List => {
  if (findList(database, siteId, title)) throw nameExists();
  const now = wholeSeconds(new Date());
  const list: List = {
    id: randomUUID(),
    siteId,
    title,
    name: title,
    hidden,
    description,
    version: 1,
    folderId: randomUUID(),
    createdAt: now,
    modifiedAt: now,
    createdBy: appId,
  };
  database.change(
    `insert into lists (id, site_id, title, description, version, folder_id, created_at, modified_at, created_by)
     values (?, ?, ?, ?, 1, ?, ?, ?, ?)`,
    list.id,
    siteId,
    title,
    description,
    list.folderId,
    now,
    now,
    appId,
  );
  database.change('insert into list_details (list_id, name, hidden) values (?, ?, ?)', list.id, title, hidden ? 1 : 0);
  return list;
};

/** Calls the list something else; its `name` stays. */
export const changeList = (
  database: LocalDatabase,
  list: List,
  change: { readonly displayName?: string | undefined; readonly description?: string | undefined },
): void => {
  const { displayName = list.title, description = list.description } = change;
  const other = findList(database, list.siteId, displayName);
  if (other && other.id !== list.id) throw nameExists();
  database.change('update lists set title = ?, description = ? where id = ?', displayName, description, list.id);
  touchList(database, list.id);
};

/** A change of a list's columns is a new version of the list. */
export const touchList = (database: LocalDatabase, listId: string): void => {
  database.change(
    'update lists set version = version + 1, modified_at = ? where id = ?',
    wholeSeconds(new Date()),
    listId,
  );
};

export const deleteList = (database: LocalDatabase, listId: string): void => {
  database.change('delete from lists where id = ?', listId);
};
