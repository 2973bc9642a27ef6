import { sealed } from '../../../../functions/adapters/graph/belief';
import type { GraphClient } from '../../../../functions/adapters/graph/client';
import { GraphFault } from '../../../../functions/adapters/graph/graphFault';
import { createListColumns } from '../../../../functions/adapters/graph/listColumns';
import { createListItems } from '../../../../functions/adapters/graph/listItems';
import { codesOnly } from '../../../../functions/adapters/graph/names';
import { review } from '../../../contract/documents';

const checkKey = 'a key of at least thirty-two characters';
const written = sealed('reviews', checkKey, review(1), codesOnly);
const usual = Object.keys(written.projection).filter((name) => name.startsWith('Area'));

/** A list that had one more area column when its columns were first asked for; it takes no write of a column it lacks. */
const listWithout = (gone: readonly string[], had: readonly string[]) => {
  const asked: string[][] = [];
  const patched: string[][] = [];
  const path = async (): Promise<string> => '/sites/s/lists/l';
  const refuse = (): never => {
    throw new Error('not asked for in this test');
  };
  const client: GraphClient = {
    get: async (_path, answer) => {
      const names = asked.length === 0 ? had : had.filter((name) => !gone.includes(name));
      asked.push([...names]);
      return answer.parse({ value: names.map((name) => ({ name })) });
    },
    patch: async (_path, body, answer) => {
      const fields = 'fields' in body ? Object.keys(body.fields as object) : [];
      patched.push(fields);
      if (fields.some((name) => gone.includes(name)))
        throw new GraphFault('Field is not recognized', { status: 400, code: 'invalidRequest' });
      return answer.parse({ id: '1', eTag: '"1,2"' });
    },
    post: refuse,
    postAll: refuse,
    patchAll: refuse,
    at: refuse,
  };
  const columns = createListColumns('reviews', client, path);
  const items = createListItems('reviews', client, { path, columns, forget: () => undefined }, { checkKey });
  return { asked, patched, change: () => items.change('1', written, '"1,1"') };
};

it('a column that was taken away since stops no write: it is asked for anew, and written once more', async () => {
  const list = listWithout(['AreaOld'], [...usual, 'AreaOld']);
  expect(await list.change()).toMatchObject({ id: '1' });
  expect(list.patched).toHaveLength(2);
  expect(list.patched[1]).not.toContain('AreaOld');
  await list.change();
  expect(list.patched).toHaveLength(3);
});

it('one that the record needs is said plainly', async () => {
  const [needed] = usual;
  if (needed === undefined) throw new Error('The review of this test judges an area.');
  const list = listWithout([needed], usual);
  await expect(list.change()).rejects.toThrow(`has no column ${needed}: the provisioning must be run`);
});

it('what is invalid for another reason is not tried again', async () => {
  const list = listWithout(['Title'], usual);
  await expect(list.change()).rejects.toThrow('Field is not recognized');
  expect(list.patched).toHaveLength(1);
});
