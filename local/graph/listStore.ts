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
  readonly title: string;
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
  description: z.string(),
  version: z.number(),
  folderId: z.string(),
  createdAt: z.string(),
  modifiedAt: z.string(),
  createdBy: z.string(),
});
const listColumns = `id, site_id as siteId, title, description, version, folder_id as folderId,
  created_at as createdAt, modified_at as modifiedAt, created_by as createdBy`;

export const findSite = (database: LocalDatabase, id: string): Site | undefined =>
  database.row(SiteRow, `select ${siteColumns} from sites where id = ?`, id);

/** By host name and server-relative path; the path of the root site is empty. */
export const findSiteAt = (database: LocalDatabase, hostname: string, path: string): Site | undefined =>
  database.row(SiteRow, `select ${siteColumns} from sites where hostname = ? and path = ?`, hostname, path);

export const allSites = (database: LocalDatabase): Site[] =>
  database.rows(SiteRow, `select ${siteColumns} from sites order by path`);

export const listsOf = (database: LocalDatabase, siteId: string): List[] =>
  database.rows(ListRow, `select ${listColumns} from lists where site_id = ? order by title`, siteId);

/** A list answers to its id and to its title (facts/graph.md 1.2). */
export const findList = (database: LocalDatabase, siteId: string, idOrTitle: string): List | undefined =>
  database.row(
    ListRow,
    `select ${listColumns} from lists where site_id = ? and (id = ? or title = ?)`,
    siteId,
    idOrTitle.toLowerCase(),
    idOrTitle,
  );

export const createList = (
  database: LocalDatabase,
  siteId: string,
  { title, description, appId }: { title: string; description: string; appId: string },
): List => {
  if (findList(database, siteId, title)) throw nameExists();
  const now = wholeSeconds(new Date());
  const list: List = {
    id: randomUUID(),
    siteId,
    title,
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
  return list;
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
