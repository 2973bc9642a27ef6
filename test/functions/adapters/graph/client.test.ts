import { ServerError } from '@azure/msal-node';
import { GraphFault } from '../../../../functions/adapters/graph/graphFault';
import { withCorrelation } from '../../../../functions/correlation';
import { Answer, answering, clientWith, faultOf, good, graphError, lost } from './graphAnswers';

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
