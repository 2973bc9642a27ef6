import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { LocalDatabase } from '../database';
import { catalogueAppId, manifestAppId } from '../settings';

/** The app in the organisation's catalogue: its own id there, and the manifest's as `externalId`. */
export const catalogueApp = {
  id: catalogueAppId,
  externalId: manifestAppId,
  displayName: 'Assured',
} as const;

const Row = z.object({ id: z.string(), userId: z.string(), teamsAppId: z.string() });
export type Installation = z.infer<typeof Row>;
const columns = 'id, user_id as userId, teams_app_id as teamsAppId';

export const installationsOf = (database: LocalDatabase, userId: string): Installation[] =>
  database.rows(Row, `select ${columns} from installations where user_id = ?`, userId);

/** Installs the app for a person. Nothing when it is there already. */
export const install = (database: LocalDatabase, userId: string): Installation | undefined => {
  if (installationsOf(database, userId).length > 0) return undefined;
  database.change(
    'insert into installations (id, user_id, teams_app_id) values (?, ?, ?)',
    Buffer.from(randomUUID()).toString('base64url'),
    userId,
    catalogueApp.id,
  );
  return installationsOf(database, userId)[0];
};

/** Says whether there was something to remove. */
export const uninstall = (database: LocalDatabase, userId: string): boolean =>
  database.change('delete from installations where user_id = ?', userId) > 0;
