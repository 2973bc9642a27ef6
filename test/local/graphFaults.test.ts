import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { rmSync } from 'node:fs';
import { startMicrosoft365 } from '../../local/microsoft365';
import { newDataDir } from '../support/dataDir';
import { Entity, Fields, Item, localGraphForAll, Page } from './support/localGraph';
import { createGraphClient } from './support/graphClient';

const local = localGraphForAll();
let list: string;
let token: string;
beforeAll(async () => {
  list = await local.newList('Faults');
  token = await local.product.token('https://graph.microsoft.com/.default');
});

const add = (key: string) => local.product.post(Entity, `${list}/items`, { fields: { Key: key } });
const keys = async (): Promise<unknown[]> =>
  (await local.product.get(Page, `${list}/items?$expand=fields($select=Key)`)).value.map((item) => item.fields?.Key);
const plain = (path: string, method: 'GET' | 'POST' = 'GET', body?: string) =>
  local.product.fetch(method, `/v1.0${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'client-request-id': 'mine' },
    body,
  });

describe('scripted answers', () => {
  test('are given as often as asked, after those that pass; the Graph client tries again', async () => {
    const { faults } = local.system;
    faults.answer(
      { method: 'POST', url: /\/items$/, skip: 1, times: 2 },
      { status: 503, retryAfter: 0.01, emptyBody: true },
    );
    const before = faults.usage.requests;
    await add('passes');
    await add('retried');
    expect(await keys()).toEqual(expect.arrayContaining(['passes', 'retried']));
    expect(faults.usage.requests - before).toBe(5);
  });

  test("have Graph's shape and headers", async () => {
    local.system.faults.answer({}, { status: 429, retryAfter: '7' });
    const answer = await plain(`${list}/items`);
    expect(answer).toMatchObject({ status: 429, headers: { 'retry-after': '7', 'client-request-id': 'mine' } });
    expect(JSON.parse(answer.text)).toMatchObject({
      error: { code: 'activityLimitReached', innerError: { 'client-request-id': 'mine' } },
    });
  });

  test('can meet each n-th request, and come after the request was carried out', async () => {
    const { faults } = local.system;
    faults.answer({ method: 'GET', url: /\/items\/1$/, every: 3 }, { status: 500 });
    const statuses: number[] = [];
    for (let at = 0; at < 7; at += 1) statuses.push((await plain(`${list}/items/1`)).status);
    expect(statuses).toEqual([200, 200, 500, 200, 200, 500, 200]);
    faults.reset();
    faults.answer({ method: 'POST', url: /\/items$/ }, { status: 502, afterwards: true });
    const answer = await plain(`${list}/items`, 'POST', JSON.stringify({ fields: { Key: 'after all' } }));
    expect(answer.status).toBe(502);
    expect(await keys()).toContain('after all');
  });

  test.each([
    [423, 'resourceLocked'],
    [507, 'quotaLimitReached'],
    [504, 'GatewayTimeout'],
    [409, 'resourceModified'],
    [422, 'notSupported'],
    [418, 'UnknownError'],
  ])('%i has the code %s', async (status, code) => {
    local.system.faults.answer({}, { status });
    const answer = await plain(`${list}/items`);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text)).toMatchObject({ error: { code } });
  });

  test('may have an empty body', async () => {
    local.system.faults.answer({}, { status: 503, emptyBody: true, retryAfter: 1 });
    expect(await plain(`${list}/items`)).toMatchObject({ status: 503, text: '', headers: { 'retry-after': '1' } });
  });

  test('reach the token endpoint too', async () => {
    const fresh = createGraphClient({ origin: local.system.origin, app: 'product' });
    local.system.faults.answer({ method: 'POST', url: /oauth2/ }, { status: 500 });
    const refused = await fresh.refusal(fresh.token('https://graph.microsoft.com/.default'));
    expect(refused.message).toContain('ServerError');
  });
});

describe('cut connections', () => {
  test('before the write nothing is kept', async () => {
    local.system.faults.dropBefore({ method: 'POST', url: /\/items$/ });
    expect(await local.product.refusal(add('never'))).toMatchObject({ statusCode: -1 });
    expect(await keys()).not.toContain('never');
  });

  test('after the write it is kept, though the caller saw a failure', async () => {
    local.system.faults.dropAfter({ method: 'POST', url: /\/items$/ });
    expect(await local.product.refusal(add('silently'))).toMatchObject({ statusCode: -1 });
    expect(await keys()).toContain('silently');
  });

  test('after the write the answer can be held while something else happens', async () => {
    const item = await local.product.post(Item, `${list}/items`, { fields: { Key: 'held', Term: 1 } });
    const hold = local.system.faults.holdAfter({ method: 'PATCH' });
    let answered = false;
    const write = local.product.patch(Fields, `${list}/items/${item.id}/fields`, { Term: 2 }).then(() => {
      answered = true;
    });
    await hold.arrived;
    expect(await local.product.get(Fields, `${list}/items/${item.id}/fields`)).toMatchObject({ Term: 2 });
    expect(answered).toBe(false);
    hold.release();
    await write;
    expect(answered).toBe(true);
  });

  test('a write can be held before it happens, so that another overtakes it', async () => {
    const item = await local.product.post(Item, `${list}/items`, { fields: { Key: 'overtaken', Term: 1 } });
    const headers = { 'If-Match': item.eTag };
    const path = `${list}/items/${item.id}/fields`;
    const hold = local.system.faults.holdBefore({ method: 'PATCH' });
    const slow = local.product.refusal(local.product.patch(Fields, path, { Term: 2 }, { headers }));
    await hold.arrived;
    await local.product.patch(Fields, path, { Term: 3 }, { headers });
    hold.release();
    expect(await slow).toMatchObject({ statusCode: 412 });
  });
});

test('latency is added to every Graph request', async () => {
  local.system.faults.latencyMs = 150;
  const before = Date.now();
  await plain(`/sites/${local.siteId}`);
  expect(Date.now() - before).toBeGreaterThanOrEqual(150);
});

test('missing required values are refused in strict mode only', async () => {
  const post = () => plain(`${list}/items`, 'POST', JSON.stringify({ fields: { Title: 'no key' } }));
  expect((await post()).status).toBe(201);
  local.system.faults.unsettled.requiredRefused = true;
  expect((await post()).status).toBe(400);
});

describe('a reading that lags', () => {
  test('does not see young writes, and does not lose them; one item is always read fresh', async () => {
    const path = await local.newList('Lagging');
    const state = async (query = ''): Promise<unknown[]> =>
      (await local.product.get(Page, `${path}/items?$expand=fields($select=Term)${query}`)).value.map(
        ({ id, fields }) => [id, fields?.Term],
      );
    for (const Key of ['a', 'b', 'c']) await local.product.post(Entity, `${path}/items`, { fields: { Key, Term: 1 } });
    local.system.faults.listLagMs = 60_000;
    await local.product.patch(Fields, `${path}/items/1/fields`, { Term: 2 });
    await local.product.patch(Fields, `${path}/items/1/fields`, { Term: 3 });
    await local.product.remove(`${path}/items/2`);
    await local.product.post(Entity, `${path}/items`, { fields: { Key: 'new', Term: 1 } });
    const before = [
      ['1', 1],
      ['2', 1],
      ['3', 1],
    ];
    expect(await state()).toEqual(before);
    expect(await state('&$filter=fields/Term eq 1&$orderby=fields/Term')).toEqual(before);
    expect(await state('&$top=2')).toEqual(before.slice(0, 2));
    expect(await local.product.get(Fields, `${path}/items/1/fields`)).toMatchObject({ Term: 3 });
    local.system.faults.listLagMs = 0;
    expect(await state()).toEqual([
      ['1', 3],
      ['3', 1],
      ['4', 1],
    ]);
  });
});

test('a run begins with the faults it was given, and refuses what is none', async () => {
  const dataDir = newDataDir();
  const start = (faults: object) => startMicrosoft365({ ports: { microsoft365: 0 }, dataDir, users: [], faults });
  const system = await start({ latencyMs: 80, unitsPerMinute: 1250, unsettled: { versioning: false } });
  expect(system.faults).toMatchObject({ latencyMs: 80, unitsPerMinute: 1250, unsettled: { versioning: false } });
  await system.close();
  await expect(start({ latencyMs: 'slow' })).rejects.toThrow('latencyMs');
  rmSync(dataDir, { recursive: true, force: true });
});

describe('switches over HTTP', () => {
  const Order = z.looseObject({ latencyMs: z.number(), holds: z.array(z.string()) });
  const order = async (body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await local.product.fetch('POST', '/__faults', { headers, body: JSON.stringify(body) });
    return { status: answer.status, json: JSON.parse(answer.text) as unknown };
  };

  test('set, hold, release and reset', async () => {
    const script = [{ on: { method: 'PATCH', url: '/items/' }, effect: { kind: 'holdAfter' } }];
    const state = Order.parse((await order({ latencyMs: 5, unitsPerMinute: 1250, script })).json);
    expect(state).toMatchObject({ latencyMs: 5, unitsPerMinute: 1250 });
    const [hold] = state.holds;
    const write = local.product.patch(Fields, `${list}/items/1/fields`, { Term: 9 });
    const waiting = async (): Promise<boolean> =>
      (await local.product.fetch('GET', `/__faults/holds/${hold}`)).text.includes('true');
    for (let tries = 0; tries < 100 && !(await waiting()); tries += 1) await wait(20);
    expect((await local.product.fetch('POST', `/__faults/holds/${hold}/release`)).status).toBe(204);
    expect(await write).toMatchObject({ Term: 9 });
    const switched = await order({ unitsPerMinute: null, raceMs: 7, unsettled: { listsPage: 3 } });
    expect(switched.json).toMatchObject({
      unitsPerMinute: null,
      raceMs: 7,
      unsettled: { listsPage: 3, versioning: true },
    });
    const reset = await order({ reset: true });
    expect(reset.json).toMatchObject({ latencyMs: 0, raceMs: 0, unsettled: { listsPage: 200 } });
  });

  test.each([
    { latencyMs: -1 },
    { nonsense: 1 },
    { unsettled: { colour: 'red' } },
    { script: [{ on: { url: '(' }, effect: { kind: 'dropAfter' } }] },
  ])('refuse %j', async (body) => {
    expect((await order(body)).status).toBe(400);
  });

  test('refuse anything but JSON', async () => {
    expect((await local.product.fetch('POST', '/__faults', { body: '{"reset":true}' })).status).toBe(415);
  });
});
