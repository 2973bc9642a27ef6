import { z } from 'zod';
import type { Unsettled } from '../../local/graph/unsettled';
import { Entity, Fields, localGraphForAll } from './support/localGraph';

const local = localGraphForAll();

const Change = z.looseObject({
  id: z.string(),
  fields: Fields.optional(),
  deleted: z.object({ state: z.string() }).optional(),
});
const Delta = z.looseObject({
  value: z.array(Change),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});
type Delta = z.infer<typeof Delta>;

const read = (address: string): Promise<Delta> => local.product.get(Delta, address);

/** Follows the pages to the end. */
const follow = async (address: string) => {
  const changes: z.infer<typeof Change>[] = [];
  let page = await read(address);
  changes.push(...page.value);
  while (page['@odata.nextLink']) {
    page = await read(page['@odata.nextLink']);
    changes.push(...page.value);
  }
  return { changes, link: page['@odata.deltaLink'] ?? '' };
};

const add = (list: string, key: string) => local.product.post(Entity, `${list}/items`, { fields: { Key: key } });

test('a first reading, then only what changed, deletions included', async () => {
  const list = await local.newList('Following');
  for (const key of ['a', 'b', 'c', 'd']) await add(list, key);
  await local.product.remove(`${list}/items/4`);
  const first = await follow(`${list}/items/delta?$expand=fields($select=Key)&$top=2`);
  expect(first.changes.map((item) => item.fields?.Key)).toEqual(['a', 'b', 'c']);

  expect((await follow(first.link)).changes).toEqual([]);
  await local.product.patch(Fields, `${list}/items/2/fields`, { Key: 'B' });
  await local.product.remove(`${list}/items/1`);
  await add(list, 'e');
  const second = await follow(first.link);
  expect(second.changes.map(({ id, fields, deleted }) => [id, deleted?.state ?? fields?.Key])).toEqual([
    ['2', 'B'],
    ['1', 'deleted'],
    ['5', 'e'],
  ]);
  expect((await follow(second.link)).changes).toEqual([]);
  // An old link still tells the whole way.
  expect((await follow(first.link)).changes).toHaveLength(3);
});

test('an item that changes while pages are read comes again at the end', async () => {
  const list = await local.newList('Moving');
  for (const key of ['a', 'b', 'c']) await add(list, key);
  const first = await read(`${list}/items/delta?$expand=fields&$top=2`);
  await local.product.patch(Fields, `${list}/items/1/fields`, { Key: 'A' });
  await local.product.remove(`${list}/items/2`);
  const rest = await follow(first['@odata.nextLink'] ?? '');
  expect(rest.changes.map(({ id, fields, deleted }) => [id, deleted?.state ?? fields?.Key])).toEqual([
    ['3', 'c'],
    ['1', 'A'],
    ['2', 'deleted'],
  ]);
});

test('latest tells nothing of the past', async () => {
  const list = await local.newList('Latest');
  await add(list, 'a');
  const latest = await follow(`${list}/items/delta?token=latest&$expand=fields`);
  expect(latest.changes).toEqual([]);
  await add(list, 'b');
  expect((await follow(latest.link)).changes.map((item) => item.fields?.Key)).toEqual(['b']);
});

test('an expired token is answered 410 with an address to start again', async () => {
  const list = await local.newList('Expiring');
  await add(list, 'a');
  const { link } = await follow(`${list}/items/delta`);
  local.system.faults.expireDeltaTokens();
  const refused = await local.product.refusal(read(link));
  expect(refused).toMatchObject({ statusCode: 410, code: 'resyncChangesApplyDifferences' });
  expect((await follow(refused.location ?? '')).changes).toHaveLength(1);
});

test('a token of another list, or nonsense, is refused', async () => {
  const [one, two] = [await local.newList('One'), await local.newList('Two')];
  const token = new URL((await follow(`${one}/items/delta`)).link).searchParams.get('token') ?? '';
  for (const wrong of [token, 'nonsense'])
    expect(await local.product.refusal(read(`${two}/items/delta?token=${wrong}`))).toMatchObject({ statusCode: 400 });
});

test('a lag hides young changes without losing them', async () => {
  const list = await local.newList('Lagging');
  const { link } = await follow(`${list}/items/delta?$expand=fields`);
  local.system.faults.deltaLagMs = 60_000;
  await add(list, 'a');
  const during = await follow(link);
  expect(during.changes).toEqual([]);
  local.system.faults.deltaLagMs = 0;
  expect((await follow(during.link)).changes).toHaveLength(1);
});

test('fields can be left out, as the documentation leaves open', async () => {
  const list = await local.newList('Bare');
  await add(list, 'a');
  local.system.faults.unsettled.deltaFields = 'never';
  const [change] = (await follow(`${list}/items/delta?$expand=fields`)).changes;
  expect(change).toMatchObject({ id: '1' });
  expect(change).not.toHaveProperty('fields');
});

/** The answers that Microsoft leaves open. */
describe('delta', () => {
  const settle = (answers: Partial<Unsettled>): void => void Object.assign(local.system.faults.unsettled, answers);

  test.each<[Unsettled['deltaFields'], string, boolean]>([
    ['asked', '', false],
    ['asked', '?$expand=fields', true],
    ['always', '', true],
    ['never', '?$expand=fields', false],
  ])('deltaFields %s%s: %s', async (deltaFields, query, there) => {
    const list = await local.newList(`Delta ${deltaFields}${query.length}`);
    await add(list, 'k');
    settle({ deltaFields });
    const [change] = (await read(`${list}/items/delta${query}`)).value;
    expect(change?.fields?.Key).toBe(there ? 'k' : undefined);
  });

  test('deltaPage', async () => {
    const list = await local.newList('Delta pages');
    for (const key of ['a', 'b', 'c']) await add(list, key);
    settle({ deltaPage: 2 });
    const first = await read(`${list}/items/delta`);
    expect(first.value).toHaveLength(2);
    expect(first['@odata.nextLink']).toBeDefined();
  });

  test('deltaRepeats: the older state comes first, the latest last', async () => {
    const list = await local.newList('Delta twice');
    await local.product.post(Entity, `${list}/items`, { fields: { Key: 'a', Term: 1 } });
    await local.product.patch(Fields, `${list}/items/1/fields`, { Term: 2 });
    settle({ deltaRepeats: true });
    const { value } = await read(`${list}/items/delta?$expand=fields($select=Term)`);
    expect(value.map(({ id, fields }) => [id, fields?.Term])).toEqual([
      ['1', 1],
      ['1', 2],
    ]);
  });

  test('resyncCode', async () => {
    const list = await local.newList('Delta resync');
    const { deltaLink = '' } = await local.product.pages(`${list}/items/delta`);
    local.system.faults.expireDeltaTokens();
    settle({ resyncCode: 'resyncChangesUploadDifferences' });
    expect(await local.product.refusal(local.product.pages(deltaLink))).toMatchObject({
      statusCode: 410,
      code: 'resyncChangesUploadDifferences',
    });
  });
});
