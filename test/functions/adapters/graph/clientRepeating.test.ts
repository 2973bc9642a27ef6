import { Answer, answering, clientWith, faultOf, good, graphError, lost } from './graphAnswers';

afterEach(() => jest.restoreAllMocks());

describe('repeating', () => {
  it.each([500, 502, 503, 504])('a read after %d, with growing waits', async (status) => {
    const { sent } = answering(
      () => graphError(status),
      () => graphError(status),
      good,
    );
    const { client, waits } = clientWith();
    expect(await client.get('/x', Answer)).toEqual({ id: '1' });
    expect([sent.length, waits]).toEqual([3, [100, 200]]);
  });

  it('a read after a lost answer', async () => {
    const { sent } = answering(lost, good);
    await clientWith().client.get('/x', Answer);
    expect(sent).toHaveLength(2);
  });

  it('a read only so often', async () => {
    const { sent } = answering(lost);
    await faultOf(clientWith().client.get('/x', Answer));
    expect(sent).toHaveLength(4);
  });

  it.each([
    ['500', () => graphError(500)],
    ['503', () => graphError(503, { 'Retry-After': '1' })],
    ['504', () => graphError(504)],
    ['a lost answer', lost],
  ])('no write after %s: it may have been carried out', async (_, answer) => {
    const { sent } = answering(answer, good);
    const { client } = clientWith();
    expect((await faultOf(client.post('/x', {}, Answer))).outcomeUnknown).toBe(true);
    expect(sent).toHaveLength(1);
    const again = answering(answer, good);
    await faultOf(client.patch('/x', {}, Answer));
    expect(again.sent).toHaveLength(1);
  });

  it.each([400, 401, 403, 404, 409, 410, 412, 422])('nothing after %d', async (status) => {
    const { sent } = answering(() => graphError(status), good);
    expect((await faultOf(clientWith().client.get('/x', Answer))).status).toBe(status);
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['2.128', [2128]],
    ['0', []],
  ])('a write after 429, as long as Retry-After %s says', async (retryAfter, expected) => {
    answering(() => graphError(429, { 'Retry-After': retryAfter }), good);
    const { client, waits } = clientWith();
    expect(await client.post('/x', {}, Answer)).toEqual({ id: '1' });
    expect(waits).toEqual(expected);
  });

  it('waits for the greater of Retry-After and RateLimit-Reset', async () => {
    answering(() => graphError(429, { 'Retry-After': '1', 'RateLimit-Reset': '3' }), good);
    const { client, waits } = clientWith();
    await client.get('/x', Answer);
    expect(waits).toEqual([3000]);
  });

  it('understands a date as Retry-After', async () => {
    answering(() => graphError(429, { 'Retry-After': new Date(Date.now() + 5_000).toUTCString() }), good);
    const { client, waits } = clientWith();
    await client.get('/x', Answer);
    expect(waits[0]).toBeGreaterThan(3_000);
    expect(waits[0]).toBeLessThanOrEqual(5_000);
  });

  it('holds all other requests back while Graph asks to wait', async () => {
    const { sent } = answering(() => graphError(429, { 'Retry-After': '4' }), good);
    const { client, waits } = clientWith({ patience: 2 });
    expect(await faultOf(client.get('/x', Answer))).toMatchObject({ status: 429, retryAfter: 4 });
    expect(await faultOf(client.get('/y', Answer))).toMatchObject({ status: 429, retryAfter: 4 });
    expect([sent.length, waits]).toEqual([1, []]);
  });
});

describe('Graph’s wishes', () => {
  it('to wait count after any fault that names a wait, and for every request', async () => {
    const { sent } = answering(() => graphError(503, { 'Retry-After': '3' }), good);
    const { client, waits } = clientWith();
    await faultOf(client.patch('/x', {}, Answer));
    await client.get('/y', Answer);
    expect([sent.length, waits]).toEqual([2, [3000]]);
  });

  it('of what is left of the budget are heard on good answers too', async () => {
    const counting = { 'RateLimit-Limit': '1250', 'RateLimit-Remaining': '3', 'RateLimit-Reset': '7' };
    const { sent } = answering(() => Response.json({ id: '1' }, { headers: counting }), good);
    const { client, waits } = clientWith();
    await client.get('/x', Answer);
    await client.get('/y', Answer);
    expect([sent.length, waits]).toEqual([2, [7000]]);
  });

  it('are borne longer by background work than by a person', async () => {
    const patient = () => answering(() => graphError(429, { 'Retry-After': '45' }), good);
    patient();
    expect(await faultOf(clientWith().client.get('/x', Answer))).toMatchObject({ status: 429, retryAfter: 45 });
    patient();
    const { client, waits } = clientWith();
    expect(await client.at(() => 'background').get('/x', Answer)).toEqual({ id: '1' });
    expect(waits).toEqual([45_000]);
  });
});
