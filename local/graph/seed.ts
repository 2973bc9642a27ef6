import { randomUUID } from 'node:crypto';
import type { LocalDatabase } from '../database';
import { apps, tenant } from '../settings';
import { saveUser, type DirectoryUser } from './directory';
import { findSiteAt } from './listStore';
import { grantSite } from './permissions';
import { wholeSeconds } from './storedItem';
import { keepUserList } from './userList';

const ensureSite = (database: LocalDatabase, path: string, displayName: string): string => {
  const known = findSiteAt(database, tenant.siteHostname, path);
  if (known) return known.id;
  const id = `${tenant.siteHostname},${randomUUID()},${randomUUID()}`;
  database.change(
    'insert into sites (id, hostname, path, display_name, created_at) values (?, ?, ?, ?, ?)',
    id,
    tenant.siteHostname,
    path,
    displayName,
    wholeSeconds(new Date()),
  );
  return id;
};

/**
 * The tenant before anybody provisioned anything: its directory, the root site, and the one site on which the
 * product holds the `write` role. Safe to repeat.
 */
export const seedTenant = ({ database, users }: { database: LocalDatabase; users: readonly DirectoryUser[] }): void =>
  database.atomically(() => {
    for (const user of users) saveUser(database, user);
    const root = ensureSite(database, '', 'Orchard');
    const site = ensureSite(database, tenant.sitePath, 'Assured');
    for (const id of [root, site]) keepUserList(database, id, users);
    grantSite(database, site, { appId: apps.product.id, displayName: 'Assured', role: 'write' });
  });
