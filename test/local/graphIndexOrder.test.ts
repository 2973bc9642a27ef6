import fc from 'fast-check';
import { addColumn, columnsOf } from '../../local/graph/columnStore';
import { positionsByIndex } from '../../local/graph/itemIndex';
import { createItem } from '../../local/graph/itemStore';
import { comparePositions, type PagePosition } from '../../local/graph/pageToken';
import { listDatabase } from './support/listDatabase';

const { database, newList } = listDatabase();

/** A list whose items have these values in an indexed column, some of them none. */
const listOf = (values: readonly (number | null)[]) => {
  const list = newList();
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
