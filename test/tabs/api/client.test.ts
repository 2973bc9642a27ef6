import { z } from 'zod';
import { createApiClient, type ApiClient } from '../../../tabs/api/client';
import { ApiProblem } from '../../../tabs/api/problem';
import { hangUp, json, silence, startApi, type ApiServer } from './apiServer';

const View = z.object({ name: z.string() });
const view = { name: 'Alder' };
const refusal = (status: number, code: string) =>
  json(status, { type: `urn:assured:problem:${code}`, title: 'No', status, detail: 'Plain words.', code });

let api: ApiServer;
let client: ApiClient;
let tokens: number;
let pauses: number[];
let correlation: number;

beforeEach(async () => {
  api = await startApi();
  tokens = 0;
  pauses = [];
  correlation = 0;
  client = clientThatWaits(10_000);
});
afterEach(() => api.close());

/** Only what tests silence is impatient: on a busy machine an answer takes its time. */
const clientThatWaits = (timeout: number): ApiClient =>
  createApiClient({
    baseUrl: api.baseUrl,
    getToken: async () => `token-${++tokens}`,
    newCorrelationId: () => `correlation-${++correlation}`,
    pause: async (milliseconds) => {
      pauses.push(milliseconds);
    },
    timeout,
  });
const impatient = (): ApiClient => clientThatWaits(300);

const failure = async (attempt: Promise<unknown>): Promise<ApiProblem> => {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ApiProblem) return error;
  throw new Error('expected an ApiProblem');
};

describe('reading', () => {
  it('sends a token asked for anew, and a correlation id of its own, with every request', async () => {
    api.answers.push(json(200, view), json(200, view));
    await client.read('session', View);
    await client.read('session', View);
    expect(api.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(api.seen.map(({ headers }) => headers['x-correlation-id'])).toEqual(['correlation-1', 'correlation-2']);
    expect(api.seen[0]).toMatchObject({ method: 'GET', url: '/api/session' });
  });

  it('tries passing faults again, and waits as long as the server asks', async () => {
    api.answers.push(json(503, {}, { 'retry-after': '1.5' }), hangUp, json(200, view));
    await expect(client.read('work', View)).resolves.toEqual(view);
    expect(api.seen).toHaveLength(3);
    expect(pauses[0]).toBe(1500);
  });

  it('gives up after three attempts', async () => {
    api.answers.push(refusal(503, 'store.unavailable'), refusal(503, 'store.unavailable'), refusal(503, 'store.x'));
    const problem = await failure(client.read('work', View));
    expect(problem).toMatchObject({ code: 'store.x', status: 503, outcomeUnknown: true });
    expect(api.seen).toHaveLength(3);
  });

  it('does not keep somebody waiting for minutes', async () => {
    api.answers.push(json(429, {}, { 'retry-after': '120' }));
    const problem = await failure(client.read('work', View));
    expect(problem).toMatchObject({ status: 429, retryAfter: 120 });
    expect(api.seen).toHaveLength(1);
  });

  it('does not try a refusal again', async () => {
    api.answers.push(refusal(404, 'notFound'));
    const problem = await failure(client.read('work', View));
    expect(problem).toMatchObject({ code: 'notFound', message: 'Plain words.', outcomeUnknown: false });
    expect(api.seen).toHaveLength(1);
  });

  it('does not believe an answer of another shape', async () => {
    api.answers.push(json(200, { name: 7 }));
    expect(await failure(client.read('work', View))).toMatchObject({ code: 'tab.unreadable' });
    expect(api.seen).toHaveLength(1);
  });

  it('says so when Teams gives no token, and asks nobody', async () => {
    const without = createApiClient({
      baseUrl: api.baseUrl,
      getToken: () => Promise.reject(new Error('resourceRequiresConsent')),
      newCorrelationId: () => 'c',
      pause: async () => undefined,
    });
    expect(await failure(without.read('work', View))).toMatchObject({ code: 'tab.no-token' });
    expect(api.seen).toHaveLength(0);
  });
});

describe('sending', () => {
  it('sends the command once, whatever becomes of it', async () => {
    for (const answer of [hangUp, silence, refusal(503, 'store.unavailable'), refusal(409, 'review.wrong-state')]) {
      api.seen.length = 0;
      api.answers.push(answer);
      await failure(impatient().send('POST', 'reviews/x/send', { commandId: 'command-1' }, View));
      expect(api.seen).toHaveLength(1);
    }
  });

  it('knows when the outcome is not known', async () => {
    const outcomes: boolean[] = [];
    for (const answer of [hangUp, refusal(503, 'x'), refusal(412, 'review.area-changed'), refusal(400, 'malformed')]) {
      api.answers.push(answer);
      outcomes.push((await failure(client.send('PUT', 'x', {}, View))).outcomeUnknown);
    }
    expect(outcomes).toEqual([true, true, false, false]);
  });

  it('sends JSON and returns the parsed view', async () => {
    api.answers.push(json(201, view));
    await expect(client.send('PUT', 'category-changes/1', { to: 'repair' }, View)).resolves.toEqual(view);
    expect(api.seen[0]).toMatchObject({ method: 'PUT', body: { to: 'repair' } });
    expect(api.seen[0]?.headers['content-type']).toBe('application/json');
  });

  it('keeps the reference of an answer that is no problem document', async () => {
    api.answers.push(json(502, { oops: true }));
    const problem = await failure(client.send('PUT', 'x', {}, View));
    expect(problem.problem).toMatchObject({ status: 502, correlationId: 'correlation-1' });
    expect(problem.message).not.toContain('oops');
  });
});
