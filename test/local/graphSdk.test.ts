import { Entity, Fields, Item, Page, localGraphForAll, reviewsList, sitePath } from './support/localGraph';

const local = localGraphForAll();
let list: string;
beforeAll(async () => {
  list = await local.newList('Of the SDK');
});

const add = (key: string, more = {}) => local.product.post(Item, `${list}/items`, { fields: { Key: key, ...more } });

test('what the SDK is for: site, list, columns, items', async () => {
  const site = await local.product.get(Entity, `${sitePath}?$select=id`);
  expect(Object.keys(site).sort()).toEqual(['@odata.context', 'id']);
  const body = { ...reviewsList, displayName: 'Made by the SDK' };
  const made = await local.administrator.post(Entity, `/sites/${site.id}/lists`, body);
  const address = `/sites/${site.id}/lists/${made.id}`;
  const columns = await local.product.get(Page, `${address}/columns?$select=id,name`);
  const key = columns.value.find(({ name }) => name === 'Key');
  expect(Object.keys(key ?? {}).sort()).toEqual(['id', 'name']);
  const one = await local.product.get(Fields, `${address}/columns/${key?.id}`);
  expect(one).toMatchObject({ indexed: true, enforceUniqueValues: true });

  const item = await local.product.post(Item, `${address}/items`, { fields: { Key: 'a', Term: 1 } });
  await local.product.patch(Item, `${address}/items/${item.id}`, { fields: { Term: 2 } });
  const filter = encodeURIComponent("fields/Key eq 'a'");
  const found = await local.product.get(Page, `${address}/items?$filter=${filter}&$expand=fields($select=Term)`);
  expect(found.value.map(({ fields }) => fields?.Term)).toEqual([2]);
  await local.product.remove(`${address}/items/${item.id}`);
  await local.administrator.remove(address);
  expect(await local.product.refusal(local.product.get(Entity, address))).toMatchObject({ statusCode: 404 });
});

test('its PageIterator follows pages, and delta to its link', async () => {
  for (const key of ['p1', 'p2', 'p3', 'p4', 'p5']) await add(key);
  expect((await local.product.pages(`${list}/items?$top=2`)).items).toHaveLength(5);
  const first = await local.product.pages(`${list}/items/delta?$top=2`);
  expect(first.items).toHaveLength(5);
  await local.product.remove(`${list}/items/1`);
  const link = first.deltaLink ?? '';
  expect((await local.product.pages(link)).items).toEqual([
    expect.objectContaining({ id: '1', deleted: { state: 'deleted' } }),
  ]);
  const latest = await local.product.pages(`${list}/items/delta?token=latest`);
  expect(latest).toMatchObject({ items: [], deltaLink: expect.stringContaining('/items/delta?token=') as string });
});

test('its BatchResponseContent reads every part, with the time to wait', async () => {
  local.system.faults.answer({ method: 'GET', url: /\/columns$/ }, { status: 429, retryAfter: 3 });
  const parts = await local.product.batch([
    { id: '1', method: 'GET', url: `${list}/items` },
    { id: '2', method: 'GET', url: `${list}/columns` },
    { id: '3', method: 'GET', url: `${list}/items/99` },
  ]);
  expect([...parts].sort((a, b) => a.id.localeCompare(b.id))).toEqual([
    { id: '1', status: 200, retryAfter: null },
    { id: '2', status: 429, retryAfter: '3' },
    { id: '3', status: 404, retryAfter: null },
  ]);
});

describe('refusals are GraphErrors', () => {
  test.each<[number, string, () => Promise<unknown>]>([
    [400, 'invalidRequest', () => add('p2')],
    [400, 'invalidRequest', () => local.product.get(Page, `${list}/items?$orderby=fields/DueAt`)],
    [400, 'BadRequest', () => local.product.get(Page, `${list}/nonsense`)],
    [403, 'accessDenied', () => local.product.post(Entity, `/sites/${local.siteId}/lists`, { displayName: 'Mine' })],
    [404, 'itemNotFound', () => local.product.get(Item, `${list}/items/99`)],
    [409, 'nameAlreadyExists', () => local.newList('Of the SDK')],
    [
      412,
      'resourceModified',
      () =>
        local.product.remove(`${list}/items/2`, {
          headers: { 'If-Match': '"00000000-0000-0000-0000-000000000000,1"' },
        }),
    ],
  ])('%i %s', async (statusCode, code, work) => {
    const refused = await local.product.refusal(work());
    expect(refused).toMatchObject({ type: 'GraphError', statusCode, code });
  });

  test('409: an unconditional write that another overtook', async () => {
    const item = await add('raced', { Term: 0 });
    const path = `${list}/items/${item.id}/fields`;
    local.system.faults.raceMs = 200;
    const writes = [1, 2, 3].map((term) =>
      local.product.refusal(local.product.patch(Fields, path, { Term: term })).catch(() => undefined),
    );
    const refused = (await Promise.all(writes)).filter((failure) => failure !== undefined);
    expect(refused).toHaveLength(2);
    for (const failure of refused)
      expect(failure).toMatchObject({ type: 'GraphError', statusCode: 409, code: 'resourceModified' });
  });

  test('422: more rows than the threshold', async () => {
    local.system.faults.threshold = 2;
    const refused = await local.product.refusal(
      local.product.get(Page, `${list}/items?$filter=fields/State eq 'Draft'`),
    );
    expect(refused).toMatchObject({ type: 'GraphError', statusCode: 422, code: 'notSupported' });
  });

  test('429: when its own three retries are used up', async () => {
    local.system.faults.answer({ method: 'POST', url: /\/items$/, times: 4 }, { status: 429, retryAfter: 0.01 });
    expect(await local.product.refusal(add('throttled'))).toMatchObject({
      type: 'GraphError',
      statusCode: 429,
      code: 'activityLimitReached',
      retryAfter: '0.01',
    });
    expect(local.system.faults.usage.requests).toBe(4);
  });

  test('410: a link that has expired, with the address to start again', async () => {
    const { deltaLink = '' } = await local.product.pages(`${list}/items/delta?token=latest`);
    local.system.faults.expireDeltaTokens();
    const refused = await local.product.refusal(local.product.pages(deltaLink));
    expect(refused).toMatchObject({ type: 'GraphError', statusCode: 410, code: 'resyncChangesApplyDifferences' });
    expect(refused.location).toMatch(/\/items\/delta$/);
  });

  test('504 after a write that happened: the SDK sends it again, and the unique key refuses', async () => {
    local.system.faults.answer(
      { method: 'POST', url: /\/items$/ },
      { status: 504, retryAfter: 0.01, emptyBody: true, afterwards: true },
    );
    expect(await local.product.refusal(add('once'))).toMatchObject({
      type: 'GraphError',
      statusCode: 400,
      message: 'One or more fields with unique constraints already has the provided value.',
    });
    const found = await local.product.get(Page, `${list}/items?$filter=fields/Key eq 'once'`);
    expect(found.value).toHaveLength(1);
  });
});
