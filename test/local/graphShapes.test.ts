import { z } from 'zod';
import { install } from '../../local/graph/installations';
import { manifestAppId } from '../../local/settings';
import schemas from './support/graphSchemas.json';
import { Entity, Fields, reviewsList, sitePath, startLocalGraph, users, type LocalGraph } from './support/localGraph';

// Two processes beside this one, on a machine that may be busy.
jest.setTimeout(60_000);

let local: LocalGraph;
let list: string;
beforeAll(async () => {
  local = await startLocalGraph();
  list = await local.newList('Shapes');
  await local.product.post(Entity, `${list}/items`, { fields: { Title: 'one', Key: 'a', Term: 1, Document: 'text' } });
  await local.product.post(Entity, `${list}/items`, { fields: { Key: 'b' } });
  await local.product.post(Entity, `${list}/items`, { fields: { Key: 'c' } });
  await local.product.patch(Fields, `${list}/items/1/fields`, { Term: 2 });
  await local.product.remove(`${list}/items/3`);
  install(local.system.database, users[0]?.id ?? '');
});
afterAll(() => local.stop());

const Schemas = z.object({ $schema: z.string(), $defs: z.record(z.string(), z.unknown()) });
type Definition = Parameters<typeof z.fromJSONSchema>[0];

/** Microsoft's published type, closed: a property that it does not have is an error. */
const published = (name: keyof typeof schemas.$defs): z.ZodType => {
  const document = { ...schemas, $ref: `#/$defs/${name}` };
  Schemas.parse(document);
  return z.fromJSONSchema(document satisfies object as Definition);
};

type Client = 'product' | 'administrator' | 'installer';

const plain = async (client: Client, path: string, options = {}) => {
  const token = await local[client].token('https://graph.microsoft.com/.default');
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const answer = await local[client].fetch('GET', `/v1.0${path}`, { headers, ...options });
  return { ...answer, json: z.looseObject({}).parse(JSON.parse(answer.text)) };
};

test.each<[keyof typeof schemas.$defs, () => string, Client?]>([
  ['site', () => sitePath],
  ['list', () => list],
  ['list', () => `${list}?$expand=columns`],
  ['listCollectionResponse', () => `/sites/${local.siteId}/lists`],
  ['listCollectionResponse', () => `/sites/${local.siteId}/lists?$select=id,name,system&$expand=columns`],
  ['listItemCollectionResponse', () => `/sites/${local.siteId}/lists/User Information List/items?$expand=fields`],
  ['columnDefinitionCollectionResponse', () => `${list}/columns`],
  ['listItem', () => `${list}/items/1?$expand=fields`],
  ['fieldValueSet', () => `${list}/items/1/fields`],
  ['listItemCollectionResponse', () => `${list}/items?$expand=fields($select=Key)&$top=1`],
  ['listItemCollectionResponse', () => `${list}/items/delta?$expand=fields`],
  ['listItemVersionCollectionResponse', () => `${list}/items/1/versions?$expand=fields`],
  ['teamsAppCollectionResponse', () => `/appCatalogs/teamsApps?$filter=externalId eq '${manifestAppId}'`, 'installer'],
  [
    'userScopeTeamsAppInstallationCollectionResponse',
    () => `/users/${users[0]?.id}/teamwork/installedApps?$expand=teamsApp`,
    'installer',
  ],
])('%s is as Microsoft publishes it', async (name, path, client = 'product') => {
  const { status, json } = await plain(client, path());
  expect(status).toBe(200);
  expect(published(name).safeParse(json).error).toBeUndefined();
});

test('the answers to writes are, too', async () => {
  const body = { fields: { Key: 'written', Term: 4 } };
  const created = await local.product.post(Entity, `${list}/items`, body);
  expect(published('listItem').safeParse(created).error).toBeUndefined();
  const changed = await local.product.patch(Entity, `${list}/items/${created.id}`, { fields: { Term: 5 } });
  expect(published('listItem').safeParse(changed).error).toBeUndefined();
  const fields = await local.product.patch(Fields, `${list}/items/${created.id}/fields`, { Term: 6 });
  expect(published('fieldValueSet').safeParse(fields).error).toBeUndefined();
  const column = await local.administrator.post(Entity, `${list}/columns`, { name: 'Written', number: {} });
  expect(published('columnDefinition').safeParse(column).error).toBeUndefined();
  const renamed = await local.administrator.patch(Entity, list, { description: 'Changed' });
  expect(published('list').safeParse(renamed).error).toBeUndefined();
});

test('grants and new lists are as Microsoft publishes them', async () => {
  const grants = await plain('administrator', `/sites/${local.siteId}/permissions`);
  expect(published('permissionCollectionResponse').safeParse(grants.json).error).toBeUndefined();
  const body = { ...reviewsList, displayName: 'New' };
  const created = await local.administrator.post(z.unknown(), `/sites/${local.siteId}/lists`, body);
  expect(published('list').safeParse(created).error).toBeUndefined();
});

test('errors and batches are too, with the ids that support asks for', async () => {
  const missing = await plain('product', `${list}/items/99`);
  expect(missing.status).toBe(404);
  expect(published('ODataError').safeParse(missing.json).error).toBeUndefined();
  expect(missing.json).toMatchObject({
    error: { innerError: { 'request-id': missing.headers['request-id'], date: expectedDate } },
  });
  const requests = [{ id: '1', method: 'GET', url: `${list}/items/99` }];
  const batch = await local.product.post(z.unknown(), '/$batch', { requests });
  expect(published('batchResponse').safeParse(batch).error).toBeUndefined();
});

/** Without a zone. */
const expectedDate: unknown = expect.stringMatching(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);

test('the check itself refuses an invented property', () => {
  expect(published('listItem').safeParse({ id: '1', invented: true }).success).toBe(false);
});

test.each(['', 'Bearer nonsense'])('no token, no answer: %j', async (authorization) => {
  const answer = await local.product.fetch('GET', `/v1.0${list}/items`, { headers: { authorization } });
  expect(answer.status).toBe(401);
  expect(JSON.parse(answer.text)).toMatchObject({ error: { code: 'InvalidAuthenticationToken' } });
});
