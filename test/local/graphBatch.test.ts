import { z } from 'zod';
import { startLocalGraph, type LocalGraph } from './support/localGraph';

// Two processes beside this one, on a machine that may be busy.
jest.setTimeout(60_000);

let local: LocalGraph;
beforeAll(async () => {
  local = await startLocalGraph();
});
afterAll(() => local.stop());
afterEach(() => local.system.faults.reset());

const Part = z.looseObject({
  id: z.string(),
  status: z.number(),
  headers: z.record(z.string(), z.string()),
  body: z.looseObject({}).optional(),
});
const Answer = z.object({ responses: z.array(Part) });

const headers = { 'Content-Type': 'application/json' };
const send = (requests: unknown[]) => local.product.post(Answer, '/$batch', { requests });
const partsOf = async (requests: unknown[]) => new Map((await send(requests)).responses.map((part) => [part.id, part]));

test('parts succeed and fail on their own, and are told apart by id', async () => {
  const list = await local.newList('Batch');
  const parts = await partsOf([
    { id: 'a', method: 'POST', url: `${list}/items`, headers, body: { fields: { Key: 'a' } } },
    { id: 'b', method: 'POST', url: `${list}/items`, headers, body: { fields: { Key: 'b' } }, dependsOn: ['a'] },
    { id: 'c', method: 'GET', url: `${list}/items?%24top=1&$expand=fields($select=Key)`, dependsOn: ['b'] },
    { id: 'd', method: 'DELETE', url: `${list.slice(1)}/items/2`, dependsOn: ['c'] },
    { id: 'e', method: 'GET', url: `${list}/items/99` },
    { id: 'f', method: 'GET', url: `${list}/items`, dependsOn: ['e'] },
  ]);
  expect([...parts].map(([id, { status }]) => [id, status]).sort()).toEqual([
    ['a', 201],
    ['b', 201],
    ['c', 200],
    ['d', 204],
    ['e', 404],
    ['f', 424],
  ]);
  expect(parts.get('d')).not.toHaveProperty('body');
  const page = parts.get('c')?.body ?? {};
  expect(String(page['@odata.nextLink'])).toContain(`${local.system.origin}/v1.0/sites/`);
  expect(parts.get('c')?.headers['odata-version']).toBe('4.0');
});

test('answers come in another order than the requests', async () => {
  const requests = ['1', '2', '3'].map((id) => ({ id, method: 'GET', url: `/sites/${local.siteId}` }));
  expect((await send(requests)).responses.map((part) => part.id)).toEqual(['3', '2', '1']);
});

test('a throttled part carries its own Retry-After', async () => {
  local.system.faults.answer({ method: 'GET', url: /\/lists$/ }, { status: 429, retryAfter: 2.128 });
  const parts = await partsOf([
    { id: '1', method: 'GET', url: `/sites/${local.siteId}/lists` },
    { id: '2', method: 'GET', url: `/sites/${local.siteId}` },
  ]);
  expect(parts.get('1')).toMatchObject({ status: 429, headers: { 'retry-after': '2.128' } });
  expect(parts.get('2')).toMatchObject({ status: 200 });
});

const site = { method: 'GET', url: '/sites' };
test.each([
  ['no requests', []],
  ['21 requests', Array.from({ length: 21 }, (_, at) => ({ ...site, id: String(at) }))],
  [
    'a repeated id',
    [
      { ...site, id: 'x' },
      { ...site, id: 'X' },
    ],
  ],
  ['an absolute address', [{ ...site, id: '1', url: 'https://graph.microsoft.com/v1.0/sites' }]],
  ['a batch in a batch', [{ id: '1', method: 'POST', url: '/$batch', headers, body: {} }]],
  ['a body without its type', [{ id: '1', method: 'POST', url: '/sites', body: {} }]],
  ['a dependency that is not there', [{ ...site, id: '1', dependsOn: ['2'] }]],
  ['a missing id', [site]],
])('refuses %s as a whole', async (_what, requests) => {
  const refused = await local.product.refusal(send(requests));
  expect(refused).toMatchObject({ statusCode: 400, code: 'BadRequest' });
});
