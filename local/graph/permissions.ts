import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { LocalDatabase } from '../database';
import type { AppCaller } from '../entra/tokens';
import { accessDenied, GraphFault } from './errors';

/** From the least to the most. */
const levels = ['read', 'write', 'manage', 'fullcontrol'] as const;
export const Level = z.enum(levels);
export type Level = z.infer<typeof Level>;

/** Application permissions that reach every site. */
const everySite: Readonly<Record<string, Level>> = {
  'Sites.Read.All': 'read',
  'Sites.ReadWrite.All': 'write',
  'Sites.Manage.All': 'manage',
  'Sites.FullControl.All': 'fullcontrol',
};

const rank = (level: Level | undefined): number => (level === undefined ? -1 : levels.indexOf(level));

const GrantRow = z.object({ id: z.string(), appId: z.string(), displayName: z.string(), role: Level });
export type Grant = z.infer<typeof GrantRow>;
const grantColumns = 'id, app_id as appId, display_name as displayName, role';

export const grantsOf = (database: LocalDatabase, siteId: string): Grant[] =>
  database.rows(GrantRow, `select ${grantColumns} from grants where site_id = ? order by id`, siteId);

/** Gives an app a role on one site; a second grant replaces the first. */
export const grantSite = (
  database: LocalDatabase,
  siteId: string,
  { appId, displayName, role }: Omit<Grant, 'id'>,
): Grant => {
  database.change(
    `insert into grants (id, site_id, app_id, display_name, role) values (?, ?, ?, ?, ?)
     on conflict (site_id, app_id) do update set role = excluded.role, display_name = excluded.display_name`,
    randomUUID(),
    siteId,
    appId,
    displayName,
    role,
  );
  const grant = grantsOf(database, siteId).find((candidate) => candidate.appId === appId);
  if (!grant) throw new Error('A grant was not kept.');
  return grant;
};

export const changeGrant = (database: LocalDatabase, siteId: string, id: string, role: Level): Grant | undefined => {
  database.change('update grants set role = ? where site_id = ? and id = ?', role, siteId, id);
  return grantsOf(database, siteId).find((grant) => grant.id === id);
};

export const revokeGrant = (database: LocalDatabase, siteId: string, id: string): boolean =>
  database.change('delete from grants where site_id = ? and id = ?', siteId, id) > 0;

const levelOn = (database: LocalDatabase, siteId: string, caller: AppCaller): Level | undefined => {
  const broad = caller.roles.map((role) => everySite[role]);
  const granted = caller.roles.includes('Sites.Selected')
    ? grantsOf(database, siteId).find((grant) => grant.appId === caller.appId)?.role
    : undefined;
  return [...broad, granted].sort((a, b) => rank(b) - rank(a))[0];
};

/** Refuses a caller who may do less than `needed` on the site (facts/graph.md 3.1). */
export const requireOnSite = (database: LocalDatabase, siteId: string, caller: AppCaller, needed: Level): void => {
  if (rank(levelOn(database, siteId, caller)) < rank(needed)) throw accessDenied();
};

export const hasAnyRole = (caller: AppCaller, roles: readonly string[]): boolean =>
  roles.some((role) => caller.roles.includes(role));

/** Directory and Teams resources refuse with a code of their own. */
export const requireRole = (caller: AppCaller, roles: readonly string[]): void => {
  if (!hasAnyRole(caller, roles))
    throw new GraphFault(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
};
