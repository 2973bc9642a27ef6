import { z } from 'zod';
import { tenant } from '../../local/settings';
import { Item, reviewsList, startLocalGraph, type LocalGraph } from './support/localGraph';
import { startPnpClient, type PnpClient } from './support/pnpClient';

// Several processes beside this one, on a machine that may be busy.
jest.setTimeout(60_000);

let local: LocalGraph;
let product: PnpClient;
let administrator: PnpClient;
beforeAll(async () => {
  local = await startLocalGraph();
  [product, administrator] = await Promise.all([
    startPnpClient(local, 'product'),
    startPnpClient(local, 'administrator'),
  ]);
});
afterAll(async () => {
  product.stop();
  administrator.stop();
  await local.stop();
});
afterEach(() => local.system.faults.reset());

const Named = z.looseObject({ id: z.string(), displayName: z.string() });
const Column = z.looseObject({ id: z.string(), name: z.string(), indexed: z.boolean() });
const FullItem = Item.extend({ fields: z.looseObject({}) });
type FullItem = z.infer<typeof FullItem>;
const Items = z.array(z.looseObject({ id: z.string(), fields: z.looseObject({}).optional() }));

const newList = async (name: string): Promise<string> => (await local.newList(name)).split('/').at(-1) ?? '';
const add = (list: string, fields: object): Promise<FullItem> => product.ask(FullItem, 'add', { list, fields });
const ids = (items: z.infer<typeof Items>): string[] => items.map(({ id }) => id);

describe('sites, lists and columns', () => {
  test('the site by its address', async () => {
    const site = await product.ask(Named, 'siteByUrl', { hostname: tenant.siteHostname, path: tenant.sitePath });
    expect(site).toMatchObject({ id: local.siteId, displayName: 'Assured' });
  });

  test('a list is made, found, read in part, renamed and removed', async () => {
    const body = { ...reviewsList, displayName: 'Made by PnP' };
    const { id: list } = await administrator.ask(Named, 'addList', { body });
    const found = await product.ask(z.array(Named), 'lists', { filter: "displayName eq 'made by pnp'" });
    expect(found.map(({ id }) => id)).toEqual([list]);
    await administrator.ask(z.unknown(), 'renameList', { list, displayName: 'Renamed' });
    const part = await product.ask(z.looseObject({}), 'list', { list, select: ['name', 'displayName'] });
    expect(part).toMatchObject({ name: 'Made by PnP', displayName: 'Renamed' });
    expect(part).not.toHaveProperty('webUrl');
    await administrator.ask(z.unknown(), 'removeList', { list });
    expect(await product.refusal('list', { list, select: ['id'] })).toMatchObject({ statusCode: 404 });
  });

  test('a column is added, read and removed, and its values go with it', async () => {
    const list = await newList('Columns of PnP');
    const body = { name: 'Phase', text: { maxLength: 20 }, indexed: true };
    const column = await administrator.ask(Column, 'addColumn', { list, body });
    await add(list, { Key: 'k', Phase: 'Primary' });
    const columns = await product.ask(z.array(Column), 'columns', { list });
    expect(columns.find(({ name }) => name === 'Phase')).toMatchObject({ indexed: true, text: { maxLength: 20 } });
    await administrator.ask(z.unknown(), 'removeColumn', { list, column: column.id });
    await administrator.ask(Column, 'addColumn', { list, body });
    const item = await product.ask(FullItem, 'item', { list, item: '1', query: { expand: 'fields' } });
    expect(item.fields).toMatchObject({ Key: 'k' });
    expect(item.fields).not.toHaveProperty('Phase');
  });
});

describe('items', () => {
  test('are added, read in part, updated under a tag, and removed', async () => {
    const list = await newList('Items of PnP');
    const made = await add(list, { Key: 'a', Term: 1, Document: 'text' });
    expect(made.fields).toMatchObject({ Key: 'a', State: 'Draft' });
    const query = { expand: 'fields($select=Key,Term)', select: ['id', 'eTag'] };
    const read = await product.ask(FullItem, 'item', { list, item: made.id, query });
    expect(read.fields).toEqual({ '@odata.etag': made.eTag, Key: 'a', Term: 1 });
    const update = { list, item: made.id, ifMatch: made.eTag };
    await product.ask(z.unknown(), 'update', { ...update, fields: { Term: 2 } });
    expect(await product.refusal('update', { ...update, fields: { Term: 3 } })).toMatchObject({
      type: 'HttpRequestError',
      statusCode: 412,
      code: 'resourceModified',
    });
    const Versions = z.array(z.looseObject({ id: z.string() }));
    expect(ids(await product.ask(Versions, 'versions', { list, item: made.id }))).toEqual(['2.0', '1.0']);
    await product.ask(z.unknown(), 'remove', { list, item: made.id });
    expect(await product.refusal('item', { list, item: made.id, query: {} })).toMatchObject({
      type: 'HttpRequestError',
      statusCode: 404,
      code: 'itemNotFound',
    });
  });

  test('are filtered, ordered, cut and paged to the end', async () => {
    const list = await newList('Pages of PnP');
    for (let at = 1; at <= 5; at += 1)
      await add(list, { Key: `k${at}`, Academy: at % 2 === 0 ? 'Even' : 'Odd', Term: 10 - at });
    const query = { filter: "fields/Academy eq 'Odd'", orderBy: ['fields/Term', true], expand: 'fields($select=Term)' };
    const odd = await product.ask(Items, 'items', { list, query });
    expect(odd.map(({ id, fields }) => [id, fields?.Term])).toEqual([
      ['5', 5],
      ['3', 7],
      ['1', 9],
    ]);
    const Pages = z.array(Items);
    const pages = await product.ask(Pages, 'pages', { list, query: { top: 2, expand: 'fields($select=Key)' } });
    expect(pages.map(ids)).toEqual([['1', '2'], ['3', '4'], ['5']]);
    const sorted = { top: 2, orderBy: ['fields/Term', false] };
    expect((await product.ask(Pages, 'pages', { list, query: sorted })).map(ids)).toEqual([
      ['1', '2'],
      ['3', '4'],
      ['5'],
    ]);
  });

  test('go through a batch, whose answers come in another order', async () => {
    const list = await newList('Batch of PnP');
    await add(list, { Key: 'first' });
    const adds = Array.from({ length: 24 }, (_, at) => ({ Key: `k${at}` }));
    const Outcome = z.looseObject({ value: FullItem.optional(), status: z.number().optional() });
    const outcomes = await product.ask(z.array(Outcome), 'batch', { list, adds, reads: ['1', '99'] });
    expect(outcomes.map(({ value, status }) => value?.fields.Key ?? status)).toEqual([
      ...adds.map(({ Key }) => Key),
      'first',
      404,
    ]);
  });

  test('a part that is throttled fails alone and is not tried again', async () => {
    const list = await newList('Throttled batch of PnP');
    local.system.faults.answer({ method: 'POST', url: /\/items$/, skip: 1 }, { status: 429, retryAfter: 1 });
    const Outcome = z.looseObject({ status: z.number().optional() });
    const adds = [{ Key: 'a' }, { Key: 'b' }, { Key: 'c' }];
    const outcomes = await product.ask(z.array(Outcome), 'batch', { list, adds, reads: [] });
    expect(outcomes.map(({ status }) => status)).toEqual([undefined, 429, undefined]);
  });
});

describe('refusals are PnPjs’ own errors', () => {
  let list: string;
  beforeAll(async () => {
    list = await newList('Refusals of PnP');
    await add(list, { Key: 'taken', Term: 1 });
  });

  test.each<[string, string, () => object, number, string]>([
    ['a taken unique value', 'add', () => ({ fields: { Key: 'Taken' } }), 400, 'invalidRequest'],
    ['an unknown field', 'add', () => ({ fields: { Nonsense: 1 } }), 400, 'invalidRequest'],
    ['a value of another shape', 'add', () => ({ fields: { Key: { deep: 1 } } }), 500, 'generalException'],
    [
      'a column without an index',
      'items',
      () => ({ query: { filter: "fields/DueAt gt '2026-01-01'" } }),
      400,
      'invalidRequest',
    ],
    ['$skip', 'skip', () => ({ count: 1 }), 400, 'invalidRequest'],
    ['an item that is not there', 'remove', () => ({ item: '99' }), 404, 'itemNotFound'],
    ['a list of its own', 'addList', () => ({ body: { displayName: 'Mine' } }), 403, 'accessDenied'],
  ])('%s', async (_what, kind, order, statusCode, code) => {
    expect(await product.refusal(kind, { list, ...order() })).toMatchObject({
      type: 'HttpRequestError',
      statusCode,
      code,
    });
  });

  test('the threshold, and the way around an index that is missing', async () => {
    local.system.faults.threshold = 1;
    await add(list, { Key: 'second' });
    const query = { filter: "fields/DueAt gt '2026-01-01'", prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };
    expect(await product.refusal('items', { list, query })).toMatchObject({ statusCode: 422, code: 'notSupported' });
    local.system.faults.reset();
    expect(await product.ask(Items, 'items', { list, query })).toEqual([]);
  });

  test('a race that is lost', async () => {
    local.system.faults.raceMs = 300;
    const slow = product.refusal('update', { list, item: '1', fields: { Term: 5 } });
    const [item] = await Promise.all([slow, overtake()]);
    expect(item).toMatchObject({ type: 'HttpRequestError', statusCode: 409, code: 'resourceModified' });
  });

  /** Writes with a tag, and so at once, until the slow write is under way. */
  const overtake = async (): Promise<void> => {
    for (let at = 0; at < 10; at += 1) {
      const { eTag } = await local.product.get(Item, `/sites/${local.siteId}/lists/${list}/items/1`);
      const path = `/sites/${local.siteId}/lists/${list}/items/1/fields`;
      await local.product.patch(z.unknown(), path, { Term: at }, { headers: { 'If-Match': eTag } });
    }
  };

  test('throttling is waited out, and shown when it lasts', async () => {
    const posts = { method: 'POST', url: /\/items$/ };
    local.system.faults.answer({ ...posts, times: 2 }, { status: 429, retryAfter: 0.128 });
    expect((await add(list, { Key: 'patient' })).fields).toMatchObject({ Key: 'patient' });
    local.system.faults.answer(posts, { status: 429, retryAfter: 2.128 });
    const refused = await product.refusal('add', { list, fields: { Key: 'hasty' }, patient: false });
    expect(refused).toMatchObject({
      type: 'HttpRequestError',
      statusCode: 429,
      code: 'activityLimitReached',
      retryAfter: '2.128',
    });
    local.system.faults.answer({ ...posts, times: 3 }, { status: 503, retryAfter: 0, emptyBody: true });
    expect(await product.refusal('add', { list, fields: { Key: 'unlucky' } })).toMatchObject({ statusCode: 503 });
  });
});
