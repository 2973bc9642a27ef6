/**
 * Sites, lists and their items. Long texts lie last in their own column, so that reading short fields of a whole
 * list does not touch them; `item_index` holds the comparable values of indexed columns. A list
 * without details is called by its title and shown.
 */
export const graphTables = `
create table if not exists users (
  id text primary key,
  position integer not null unique,
  display_name text not null,
  mail text not null collate nocase,
  user_principal_name text not null collate nocase,
  job_title text not null
) strict;
create table if not exists installations (
  id text primary key,
  user_id text not null references users (id),
  teams_app_id text not null,
  unique (user_id, teams_app_id)
) strict;
create table if not exists sites (
  id text primary key,
  hostname text not null collate nocase,
  path text not null collate nocase,
  display_name text not null,
  created_at text not null,
  unique (hostname, path)
) strict;
create table if not exists grants (
  id text primary key,
  site_id text not null references sites (id),
  app_id text not null,
  display_name text not null,
  role text not null check (role in ('read', 'write', 'manage', 'fullcontrol')),
  unique (site_id, app_id)
) strict;
create table if not exists lists (
  id text primary key,
  site_id text not null references sites (id),
  title text not null collate nocase,
  description text not null,
  version integer not null,
  folder_id text not null,
  created_at text not null,
  modified_at text not null,
  created_by text not null,
  next_item integer not null default 1,
  change_seq integer not null default 0,
  unique (site_id, title)
) strict;
create table if not exists list_details (
  list_id text primary key references lists (id) on delete cascade,
  name text not null,
  hidden integer not null
) strict;
create table if not exists columns (
  id text primary key,
  list_id text not null references lists (id) on delete cascade,
  name text not null collate nocase,
  position integer not null,
  definition text not null,
  unique (list_id, name)
) strict;
create table if not exists items (
  list_id text not null references lists (id) on delete cascade,
  id integer not null,
  guid text not null,
  version integer not null,
  created_at text not null,
  modified_at text not null,
  created_by text not null,
  modified_by text not null,
  deleted integer not null default 0,
  change integer not null,
  changed_ms integer not null,
  fields text not null,
  texts text not null,
  primary key (list_id, id)
) strict;
create index if not exists items_by_change on items (list_id, change);
create table if not exists item_versions (
  list_id text not null references lists (id) on delete cascade,
  item_id integer not null,
  version integer not null,
  modified_at text not null,
  modified_by text not null,
  fields text not null,
  texts text not null,
  primary key (list_id, item_id, version)
) strict;
create table if not exists item_index (
  column_id text not null references columns (id) on delete cascade,
  item_id integer not null,
  value any,
  primary key (column_id, item_id)
) strict, without rowid;
create index if not exists item_index_by_value on item_index (column_id, value, item_id);
`;
