import { rmSync } from 'node:fs';
import path from 'node:path';
import { openDatabase, type LocalDatabase } from '../../local/database';
import { addColumn, changeColumn, columnsOf, removeColumn } from '../../local/graph/columnStore';
import { allItems, type TextsWanted } from '../../local/graph/itemRows';
import { createItem } from '../../local/graph/itemStore';
import { createList } from '../../local/graph/listStore';
import { newDataDir } from './support/localGraph';

const dataDir = newDataDir();
let database: LocalDatabase;
beforeAll(() => {
  database = openDatabase(path.join(dataDir, 'texts.sqlite'));
  database.change(
    `insert into sites (id, hostname, path, display_name, created_at) values ('site', 'host', '/s', 'S', '2026-09-01')`,
  );
});
afterAll(() => {
  database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

let made = 0;

const newList = () => {
  made += 1;
  return createList(database, 'site', { title: `List ${made}`, description: '', appId: 'test' });
};

const names = (listId: string): string[] =>
  columnsOf(database, listId)
    .filter(({ readOnly }) => !readOnly)
    .map(({ name }) => name);

it('reads those texts that are named, and nothing for an item that lacks them', () => {
  const list = newList();
  for (const name of ['Row', 'Document']) addColumn(database, list.id, { name, text: { allowMultipleLines: true } });
  const write = { database, listId: list.id, columns: columnsOf(database, list.id), appId: 'test' };
  createItem(
    write,
    new Map([
      ['Title', 'A'],
      ['Row', '{"a":"\u00e9 \\"quoted\\""}'],
      ['Document', 'long'],
    ]),
  );
  createItem(write, new Map([['Document', 'long']]));
  const read = (texts: TextsWanted) => allItems(database, list.id, { texts }).map(({ fields }) => fields);
  expect(read(['Row'])).toEqual([{ Title: 'A', Row: '{"a":"\u00e9 \\"quoted\\""}' }, {}]);
  expect(read('all')[1]).toEqual({ Document: 'long' });
  expect(read('none')).toEqual([{ Title: 'A' }, {}]);
});

it('knows the columns of a list as they are after every change of them', () => {
  const list = newList();
  const before = names(list.id);
  const column = addColumn(database, list.id, { name: 'Own', text: {} });
  expect(names(list.id)).toEqual([...before, 'Own']);
  changeColumn(database, list.id, column.id, { displayName: 'Mine' });
  expect(columnsOf(database, list.id).find(({ name }) => name === 'Own')?.displayName).toBe('Mine');
  expect(() => addColumn(database, list.id, { name: 'own', text: {} })).toThrow();
  removeColumn(database, list.id, column.id);
  expect(names(list.id)).toEqual(before);
  expect(names('no such list')).toEqual([]);
});
