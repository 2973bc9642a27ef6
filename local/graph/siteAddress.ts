import type { LocalDatabase } from '../database';
import { invalidRequest, itemNotFound } from './errors';
import { allSites, findSiteAt } from './listStore';

const byPath = /^\/sites\/([^/:]+):\/([^:]+?)\/?(?::(\/.*)?)?$/;
const byHost = /^\/sites\/([^/:,]+)(\/.*)?$/;

const siteIdAt = (database: LocalDatabase, hostname: string, path: string): string => {
  if (!allSites(database).some((site) => site.hostname.toLowerCase() === hostname.toLowerCase()))
    throw invalidRequest('Invalid hostname for this tenancy');
  const site = findSiteAt(database, hostname, path);
  if (!site) throw itemNotFound('Requested site could not be found');
  return site.id;
};

const rootHost = (database: LocalDatabase, named: string): string =>
  named === 'root' ? (allSites(database)[0]?.hostname ?? '') : named;

const byPathAddress = (database: LocalDatabase, path: string): string | undefined => {
  const [match, hostname = '', sitePath = '', rest = ''] = byPath.exec(path) ?? [];
  if (match === undefined) return undefined;
  return `/sites/${siteIdAt(database, hostname, `/${decodeURIComponent(sitePath)}`)}${rest}`;
};

const byHostAddress = (database: LocalDatabase, path: string): string | undefined => {
  const [match, named = '', rest = ''] = byHost.exec(path) ?? [];
  // An id has commas, escaped or not.
  if (match === undefined || named.toLowerCase().includes('%2c')) return undefined;
  return `/sites/${siteIdAt(database, rootHost(database, named), '')}${rest}`;
};

/**
 * Turns `/sites/{host}:/{path}[:/rest]`, `/sites/{host}` and `/sites/root` into the address by id; any other
 * path stays as it is.
 */
export const resolveSiteAddress = (database: LocalDatabase, path: string): string =>
  byPathAddress(database, path) ?? byHostAddress(database, path) ?? path;
