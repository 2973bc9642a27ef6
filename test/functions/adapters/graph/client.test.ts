import { ServerError } from '@azure/msal-node';
import { z } from 'zod';
import { createGraphClient } from '../../../../functions/adapters/graph/client';
import { GraphFault } from '../../../../functions/adapters/graph/graphFault';
import { withCorrelation } from '../../../../functions/correlation';

const Answer = z.object({ id: z.string() });
const good = (): Response => Response.json({ id: '1' });
const graphError = (status: number, headers: Record<string, string> = {}): Response =>
  Response.json(
    {
      error: {
        code: 'someCode',
        message: 'Some words',
        innerError: { 'request-id': 'r-1', date: '2026-02-20T11:46:51' },
      },
    },
    { status, headers },
  );

interface Sent {
  readonly url: string;
  readonly init: RequestInit | undefined;
}

/** Answers in turn; the last answer stays. */
const answering = (...answers: readonly (() => Response | Promise<Response>)[]) => {
  const sent: Sent[] = [];
  const fetch = jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    sent.push({ url: input instanceof Request ? input.url : String(input), init });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (!answer) throw new Error('Nothing to answer with.');
    return answer();
  });
  return { sent, fetch };
};
const lost = async (): Promise<Response> => {
  throw new TypeError('fetch failed');
};

const clientWith = (options: { patience?: number; tokens?: () => Promise<string> } = {}) => {
  const waits: number[] = [];
  let time = 0;
  const pace = {
    now: () => time,
    random: () => 0,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
  const client = createGraphClient({
    settings: { baseUrl: 'https://localhost:1/', customHosts: ['localhost'] },
    tokens: async () => 'token',
    pace,
    ...(options.tokens && { tokens: options.tokens }),
    ...(options.patience !== undefined && { patience: { person: options.patience } }),
  });
  return { client, waits };
};

const faultOf = async (act: Promise<unknown>): Promise<GraphFault> => {
  const fault: unknown = await act.catch((error: unknown) => error);
  if (!(fault instanceof GraphFault)) throw new Error(`No GraphFault: ${String(fault)}`);
  return fault;
};

afterEach(() => jest.restoreAllMocks());

describe('a request', () => {
  it('carries the token, our name for decorated traffic, and the correlation id', async () => {
    const { sent } = answering(good);
    await withCorrelation('asked-with-this', () => clientWith().client.get('/sites/x', Answer));
    const headers = new Headers(sent[0]?.init?.headers);
    expect(sent[0]?.url).toBe('https://localhost:1/v1.0/sites/x');
    expect(headers.get('authorization')).toBe('Bearer token');
    expect(headers.get('user-agent')).toBe('NONISV|Assured|Assured/1.0');
    expect(headers.get('client-request-id')).toBe('asked-with-this');
  });

  it('carries If-Match where it is given, and never otherwise', async () => {
    const { sent } = answering(good);
    const { client } = clientWith();
    await client.patch('/x', { a: 1 }, Answer, { ifMatch: '"guid,3"' });
    await client.patch('/x', { a: 1 }, Answer);
    expect(sent.map(({ init }) => new Headers(init?.headers).get('if-match'))).toEqual(['"guid,3"', null]);
  });

  it('does not give the token to a host that is none of Graph’s', async () => {
    const { sent } = answering(good);
    await clientWith().client.get('https://elsewhere.example/v1.0/x', Answer);
    expect(new Headers(sent[0]?.init?.headers).has('authorization')).toBe(false);
  });

  it('keeps encoded values and the links of pages as they are', async () => {
    const { sent } = answering(good);
    const { client } = clientWith();
    const filter = encodeURIComponent("fields/Key eq '1|2026/27|A&B #1'");
    await client.get(`/sites/x/items?$filter=${filter}&$top=1`, Answer);
    const next =
      'https://localhost:1/v1.0/sites/a,b,c/lists/x/items?$expand=fields($select=Key)&$skiptoken=UGFnZWQ9VFJVRSZwX0lEPTE';
    await client.get(next, Answer);
    expect(new URL(sent[0]?.url ?? '').searchParams.get('$filter')).toBe("fields/Key eq '1|2026/27|A&B #1'");
    expect(sent[1]?.url).toBe(next);
  });
});

describe('an answer', () => {
  it('of another shape is a fault that will not pass', async () => {
    answering(() => Response.json({ id: 7 }));
    const fault = await faultOf(clientWith().client.get('/x', Answer));
    expect([fault.code, fault.passing]).toEqual(['unexpectedShape', false]);
  });

  it('keeps Graph’s status, code, request id and wait', async () => {
    answering(() => graphError(409, { 'Retry-After': '1.5' }));
    expect(await faultOf(clientWith().client.patch('/x', {}, Answer))).toMatchObject({
      status: 409,
      code: 'someCode',
      requestId: 'r-1',
      retryAfter: 1.5,
    });
  });

  it('that breaks off while it is read counts as lost', async () => {
    const broken = () => new Response('{"id":"1', { headers: { 'content-type': 'application/json' } });
    answering(broken);
    const fault = await faultOf(clientWith().client.post('/x', {}, Answer));
    expect([fault.status, fault.outcomeUnknown]).toEqual([0, true]);
  });

  it('that never comes counts as lost', async () => {
    answering(lost);
    expect((await faultOf(clientWith().client.patch('/x', {}, Answer))).outcomeUnknown).toBe(true);
  });
});

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

describe('a batch', () => {
  const post = { path: '/x', body: {} };

  it('answered in another shape leaves open what became of its parts', async () => {
    answering(() => Response.json({ something: 'else' }));
    const outcomes = await clientWith().client.postAll([post, post], Answer);
    expect(outcomes.map((outcome) => outcome instanceof GraphFault && outcome.outcomeUnknown)).toEqual([true, true]);
  });

  it('is not sent again when its answer is lost', async () => {
    const { sent } = answering(lost, good);
    const [outcome] = await clientWith().client.postAll([post], Answer);
    expect(outcome).toMatchObject({ status: 0, outcomeUnknown: true });
    expect(sent).toHaveLength(1);
  });

  it('gives each part its own fault or answer', async () => {
    const fault = { error: { code: 'invalidRequest', message: 'Taken.' } };
    answering(() =>
      Response.json({
        responses: [
          { id: '1', status: 400, headers: { 'Retry-After': '2' }, body: fault },
          { id: '0', status: 201, body: { id: '7' } },
          { id: '2', status: 201, body: { id: 7 } },
        ],
      }),
    );
    const outcomes = await clientWith().client.postAll([post, post, post], Answer);
    expect(outcomes[0]).toEqual({ id: '7' });
    expect(outcomes[1]).toMatchObject({ status: 400, code: 'invalidRequest', message: 'Taken.', retryAfter: 2 });
    expect(outcomes[2]).toMatchObject({ code: 'unexpectedShape' });
  });

  it('gives up on throttled parts after some tries', async () => {
    const { sent } = answering(() => Response.json({ responses: [{ id: '0', status: 429 }] }));
    const [outcome] = await clientWith().client.postAll([post], Answer);
    expect(outcome).toMatchObject({ status: 429 });
    expect(sent).toHaveLength(4);
  });
});

describe('a token that cannot be had', () => {
  it('because the credential is refused is for the administrator, not for another try', async () => {
    const { sent } = answering(good);
    const refusal = new ServerError('invalid_client', 'AADSTS7000215');
    const { client, waits } = clientWith({ tokens: () => Promise.reject(refusal) });
    await expect(client.get('/x', Answer)).rejects.toBe(refusal);
    expect([sent.length, waits.length]).toEqual([0, 0]);
  });

  it('because nobody answers will pass', async () => {
    answering(good);
    const { client } = clientWith({ tokens: () => Promise.reject(new TypeError('fetch failed')) });
    expect(await faultOf(client.get('/x', Answer))).toMatchObject({ code: 'tokenUnavailable', passing: true });
  });
});
