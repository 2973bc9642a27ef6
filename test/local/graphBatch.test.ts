import { z } from 'zod';
import { localGraphForAll } from './support/localGraph';

const local = localGraphForAll();

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
  expect(parts.get('c')?.headers['OData-Version']).toBe('4.0');
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
  expect(parts.get('1')).toMatchObject({ status: 429, headers: { 'Retry-After': '2.128' } });
  expect(parts.get('2')).toMatchObject({ status: 200 });
});

test('an address that Graph does not know is a 404 of its own kind; the version is not part of one', async () => {
  const parts = await partsOf([
    { id: '1', method: 'GET', url: '/nowhere' },
    { id: '2', method: 'GET', url: `/v1.0/sites/${local.siteId}` },
  ]);
  for (const id of ['1', '2'])
    expect(parts.get(id)).toMatchObject({ status: 404, body: { error: { code: 'UnknownError', message: '' } } });
});

test('a body may come as base64url; headers are spelt as Graph spells them', async () => {
  const list = await local.newList('Encoded');
  const body = Buffer.from(JSON.stringify({ fields: { Key: 'encoded' } })).toString('base64url');
  const parts = await partsOf([{ id: '1', method: 'POST', url: `${list}/items`, headers, body }]);
  expect(parts.get('1')).toMatchObject({ status: 201, body: { fields: { Key: 'encoded' } } });
  const names = Object.keys(parts.get('1')?.headers ?? {}).sort();
  expect(names).toEqual(['Cache-Control', 'Content-Type', 'ETag', 'OData-Version']);
});

test('a part that was carried out may still answer 504', async () => {
  const list = await local.newList('Lost part');
  local.system.faults.answer({ method: 'POST', url: /\/items$/ }, { status: 504, afterwards: true });
  const parts = await partsOf([
    { id: '1', method: 'POST', url: `${list}/items`, headers, body: { fields: { Key: 'k' } } },
  ]);
  expect(parts.get('1')?.status).toBe(504);
  expect((await local.product.pages(`${list}/items`)).items).toHaveLength(1);
});

test('without a token the whole batch is refused', async () => {
  const answer = await local.product.fetch('POST', '/v1.0/$batch', {
    headers,
    body: JSON.stringify({ requests: [{ id: '1', method: 'GET', url: '/sites' }] }),
  });
  expect(answer.status).toBe(401);
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
  [
    'two dependencies of one part',
    [
      { ...site, id: '1' },
      { ...site, id: '2' },
      { ...site, id: '3', dependsOn: ['1', '2'] },
    ],
  ],
  ['a missing id', [site]],
])('refuses %s as a whole', async (_what, requests) => {
  const refused = await local.product.refusal(send(requests));
  expect(refused).toMatchObject({ statusCode: 400, code: 'BadRequest' });
});
