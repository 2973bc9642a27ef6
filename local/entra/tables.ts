/** Signing keys outlive a restart: a token from before it must still verify. */
export const entraTables = `
create table if not exists signing_keys (
  kid text primary key,
  purpose text not null check (purpose in ('entra', 'channel')),
  private_key text not null,
  position integer not null
) strict;
`;
