import { rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { openDatabase, type LocalDatabase } from '../../local/database';
import { addColumn, columnsOf } from '../../local/graph/columnStore';
import { positionsByIndex } from '../../local/graph/itemIndex';
import { createItem } from '../../local/graph/itemStore';
import { createList } from '../../local/graph/listStore';
import { comparePositions, type PagePosition } from '../../local/graph/pageToken';
import { newDataDir } from './support/localGraph';

const dataDir = newDataDir();
let database: LocalDatabase;
beforeAll(() => {
  database = openDatabase(path.join(dataDir, 'order.sqlite'));
  database.change(
    `insert into sites (id, hostname, path, display_name, created_at) values ('site', 'host', '/s', 'S', '2026-09-01')`,
  );
});
afterAll(() => {
  database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

let made = 0;

/** A list whose items have these values in an indexed column, some of them none. */
const listOf = (values: readonly (number | null)[]) => {
  made += 1;
  const list = createList(database, 'site', { title: `List ${made}`, description: '', appId: 'test' });
  const column = addColumn(database, list.id, { name: 'Value', number: {}, indexed: true });
  const write = { database, listId: list.id, columns: columnsOf(database, list.id), appId: 'test' };
  for (const value of values) createItem(write, new Map(value === null ? [] : [['Value', value]]));
  return column;
};

test('pages of an index are the pages of the whole order, in every direction', () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 3 })), { maxLength: 12 });
  const size = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(values, size, fc.boolean(), fc.boolean(), (given, limit, falling, tiesDescending) => {
      const column = listOf(given);
      const order = { descending: [falling], tiesDescending };
      const whole = given
        .map((value, at): PagePosition => ({ values: [value], id: at + 1 }))
        .sort((a, b) => comparePositions(a, b, order));
      const paged: PagePosition[] = [];
      for (let page: PagePosition[] | undefined; page === undefined || page.length === limit;) {
        page = positionsByIndex(database, column, { order, after: paged.at(-1), limit });
        paged.push(...page);
      }
      expect(paged).toEqual(whole);
    }),
    { numRuns: 60 },
  );
});
