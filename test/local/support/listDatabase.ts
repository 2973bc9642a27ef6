import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../../../local/database';
import { createList } from '../../../local/graph/listStore';

/** The local Graph's database with one site in it, for the tests of one file: they go behind Graph's back. */
export const listDatabase = () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'assured-lists-'));
  const database = openDatabase(path.join(dataDir, 'lists.sqlite'));
  database.change(
    `insert into sites (id, hostname, path, display_name, created_at) values ('site', 'host', '/s', 'S', '2026-09-01')`,
  );
  afterAll(() => {
    database.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  let made = 0;
  const newList = () => {
    made += 1;
    return createList(database, 'site', { title: `List ${made}`, description: '', appId: 'test' });
  };
  return { database, newList };
};
