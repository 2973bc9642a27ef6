import { z } from 'zod';
import type { LocalDatabase } from '../database';

/** A member of the trust's directory; `id` is the Entra object id. */
export interface DirectoryUser {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly userPrincipalName: string;
  readonly jobTitle: string;
}

const Row = z.object({
  id: z.string(),
  displayName: z.string(),
  mail: z.string(),
  userPrincipalName: z.string(),
  jobTitle: z.string(),
});
const columns = `id, display_name as displayName, mail, user_principal_name as userPrincipalName,
  job_title as jobTitle`;

export const allUsers = (database: LocalDatabase): DirectoryUser[] =>
  database.rows(Row, `select ${columns} from users order by position`);

/** By object id or user principal name. */
export const findUser = (database: LocalDatabase, key: string): DirectoryUser | undefined =>
  database.row(Row, `select ${columns} from users where id = ? or user_principal_name = ?`, key, key);

/** People keep their position, which SharePoint's lookups use, however often the directory is loaded. */
export const saveUser = (database: LocalDatabase, user: DirectoryUser): void => {
  database.change(
    `insert into users (id, position, display_name, mail, user_principal_name, job_title)
     values (?, (select coalesce(max(position), 9) + 1 from users), ?, ?, ?, ?)
     on conflict (id) do update set display_name = excluded.display_name, mail = excluded.mail,
       user_principal_name = excluded.user_principal_name, job_title = excluded.job_title`,
    user.id,
    user.displayName,
    user.mail,
    user.userPrincipalName,
    user.jobTitle,
  );
};
