import { costOf } from '../../local/graph/units';
import { Entity, localGraphForAll, Page, users } from './support/localGraph';

const local = localGraphForAll();
let list: string;
beforeAll(async () => {
  list = await local.newList('Budgets');
  await local.product.post(Entity, `${list}/items`, { fields: { Key: 'one' } });
});

const get = async (path: string, as: 'product' | 'administrator' | 'installer' = 'product') => {
  const token = await local[as].token('https://graph.microsoft.com/.default');
  return local[as].fetch('GET', `/v1.0${path}`, { headers: { authorization: `Bearer ${token}` } });
};

test.each([
  ['GET', '/sites', 'sites', 2],
  ['GET', '/sites/s', 'sites', 1],
  ['GET', '/sites/s/lists', 'sites', 2],
  ['GET', '/sites/s/lists/l', 'sites', 1],
  ['GET', '/sites/s/lists/l/columns', 'sites', 2],
  ['GET', '/sites/s/lists/l/items?$top=5000', 'sites', 2],
  ['GET', '/sites/s/lists/l/items/1', 'sites', 1],
  ['GET', '/sites/s/lists/l/items/1/versions', 'sites', 2],
  ['GET', '/sites/s/lists/l/items/delta', 'sites', 2],
  ['GET', '/sites/s/lists/l/items/delta?token=latest', 'sites', 2],
  ['GET', '/sites/s/lists/l/items/delta?token=abc', 'sites', 1],
  ['POST', '/sites/s/lists/l/items', 'sites', 2],
  ['PATCH', '/sites/s/lists/l/items/1/fields', 'sites', 2],
  ['DELETE', '/sites/s/lists/l/items/1', 'sites', 2],
  ['GET', '/sites/s/permissions', 'sites', 5],
  ['POST', '/sites/s/permissions', 'sites', 5],
  ['GET', '/sites/s/lists/l/items/1?$expand=permissions', 'sites', 5],
  ['GET', '/users', 'directory', 2],
  ['GET', '/users?$select=id', 'directory', 1],
  ['GET', '/users?$expand=manager&$top=10', 'directory', 2],
  ['GET', '/users?$select=id&$top=10', 'directory', 1],
  ['GET', '/users/u', 'directory', 1],
  ['GET', '/users/u/teamwork/installedApps', 'sites', 0],
] as const)('%s %s is paid from the budget of the %s: %i', (method, address, budget, units) => {
  expect(costOf(method, new URL(`https://localhost/v1.0${address}`))).toEqual({ budget, units });
});

describe('each budget', () => {
  const seconds = ({ headers }: { headers: Record<string, string> }): number => Number(headers['retry-after']);

  test('the minute: Retry-After may have a fraction, and is not longer than RateLimit-Reset', async () => {
    Object.assign(local.system.faults, { unitsPerMinute: 1, fractionalRetryAfter: true });
    const refused = await get(`${list}/items`);
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toMatch(/^\d+\.\d{3}$/);
    expect(seconds(refused)).toBeLessThanOrEqual(Number(refused.headers['ratelimit-reset']));
    expect(refused.headers).toMatchObject({ 'ratelimit-limit': '1', 'ratelimit-remaining': '0' });
  });

  test('the day: Retry-After without the counting headers', async () => {
    local.system.faults.unitsPerDay = 3;
    expect((await get(`${list}/items`)).status).toBe(200);
    const refused = await get(`${list}/items`);
    expect(refused.status).toBe(429);
    expect(seconds(refused)).toBeGreaterThan(60);
    expect(refused.headers).not.toHaveProperty('ratelimit-limit');
  });

  test('the tenant: one app pays for what another used', async () => {
    local.system.faults.tenantUnitsPer5Minutes = 3;
    expect((await get(`${list}/items`, 'administrator')).status).toBe(200);
    const refused = await get(`${list}/items`);
    expect(refused.status).toBe(429);
    expect(seconds(refused)).toBeLessThanOrEqual(300);
  });

  test('the directory: a budget of its own, with headers of its own', async () => {
    Object.assign(local.system.faults, { directoryUnitsPer10Seconds: 4, unitsPerMinute: 1 });
    const first = await get('/users', 'installer');
    expect(first).toMatchObject({ status: 200, headers: { 'x-ms-resource-unit': '2' } });
    expect(first.headers).not.toHaveProperty('x-ms-throttle-limit-percentage');
    const second = await get(`/users`, 'installer');
    expect(second).toMatchObject({ status: 200, headers: { 'x-ms-throttle-limit-percentage': '1.00' } });
    const refused = await get(`/users/${users[0]?.id}`, 'installer');
    expect(refused.status).toBe(429);
    expect(JSON.parse(refused.text)).toMatchObject({ error: { code: 'TooManyRequests' } });
    expect(refused.headers['x-ms-throttle-scope']).toMatch(/^Tenant_Application\//);
    expect(seconds(refused)).toBeLessThanOrEqual(10);
    expect(local.system.faults.usage).toMatchObject({ units: 0, directoryUnits: 5, throttled: 1 });
  });

  test('a batch saves no units: each part is counted, and refused by itself', async () => {
    local.system.faults.unitsPerMinute = 5;
    const requests = ['1', '2', '3'].map((id) => ({ id, method: 'GET', url: `${list}/items` }));
    const parts = await local.product.batch(requests);
    expect(parts.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
    expect(parts.find(({ status }) => status === 429)?.retryAfter).toMatch(/^\d+$/);
    expect(local.system.faults.usage).toMatchObject({ requests: 1, units: 6 });
  });

  test('a refused request has the ids of support in its headers and its body', async () => {
    local.system.faults.unitsPerMinute = 1;
    const refused = await get(`${list}/items`);
    const { error } = JSON.parse(refused.text) as { error: { innerError: Record<string, string> } };
    expect(refused.headers['request-id']).toBe(error.innerError['request-id']);
  });

  test('what was used is forgotten at a reset', async () => {
    local.system.faults.unitsPerMinute = 2;
    expect((await get(`${list}/items`)).status).toBe(200);
    expect((await get(`${list}/items`)).status).toBe(429);
    local.system.faults.reset();
    local.system.faults.unitsPerMinute = 2;
    expect((await get(`${list}/items`)).status).toBe(200);
  });
});

describe('the budget', () => {
  test('counts units, warns from 80 %, then refuses with the time to wait', async () => {
    local.system.faults.unitsPerMinute = 10;
    const statuses: number[] = [];
    const remaining: (string | undefined)[] = [];
    let last = await get(`${list}/items/1`);
    for (let at = 0; at < 5; at += 1) {
      last = await get(`${list}/items`);
      statuses.push(last.status);
      remaining.push(last.headers['ratelimit-remaining']);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 429]);
    expect(remaining).toEqual([undefined, undefined, undefined, '1', '0']);
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(last.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect(JSON.parse(last.text)).toMatchObject({ error: { code: 'activityLimitReached' } });
    expect(local.system.faults.usage).toMatchObject({ units: 11, throttled: 1 });
  });

  test('is one for each app', async () => {
    local.system.faults.unitsPerMinute = 1;
    expect((await get(`${list}/items`)).status).toBe(429);
    local.system.faults.unitsPerMinute = 1_000;
    expect((await local.administrator.get(Page, `${list}/items`)).value.length).toBeGreaterThan(0);
  });
});
