import { addColumn, changeColumn, columnsOf, removeColumn } from '../../local/graph/columnStore';
import { allItems, type TextsWanted } from '../../local/graph/itemRows';
import { createItem } from '../../local/graph/itemStore';
import { listDatabase } from './support/listDatabase';

const { database, newList } = listDatabase();

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
