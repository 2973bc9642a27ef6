import { z } from 'zod';
import { createApiClient, type ApiClient } from '../../../tabs/api/client';
import { ApiProblem } from '../../../tabs/api/problem';
import { hangUp, json, silence, startApi, type Answer, type ApiServer } from './apiServer';

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

describe('taking a file', () => {
  const named =
    (disposition: string): Answer =>
    (response) => {
      response.writeHead(200, { 'content-type': 'application/pdf', 'content-disposition': disposition });
      response.end('%PDF');
    };

  it('gives its bytes and the name that the server gave it', async () => {
    api.answers.push(named(`attachment; filename="Matrix.pdf"; filename*=UTF-8''Matrix%20T%C5%B7.pdf`));
    const { name, content } = await client.take('matrix/2026-27/autumn/export/pdf');
    expect([name, content.type, await content.text()]).toEqual(['Matrix Tŷ.pdf', 'application/pdf', '%PDF']);
    expect(api.seen[0]).toMatchObject({ method: 'GET', url: '/api/matrix/2026-27/autumn/export/pdf' });
  });

  it.each(['attachment', `attachment; filename*=UTF-8''%E0%A4%A`])(
    'has a plain name for it otherwise: %s',
    async (given) => {
      api.answers.push(named(given));
      expect((await client.take('x')).name).toBe('Assured export');
    },
  );

  it('is tried again like reading, and a refusal is the server’s own', async () => {
    api.answers.push(json(503, {}), hangUp, refusal(404, 'notFound'));
    expect(await failure(client.take('x'))).toMatchObject({ code: 'notFound', status: 404 });
    expect(api.seen).toHaveLength(3);
  });

  it('is asked for once more where the token had ended', async () => {
    api.answers.push(refusal(401, 'token.invalid'), named('attachment'));
    await client.take('x');
    expect(api.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer token-1', 'Bearer token-2']);
  });
});

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

  it('asks for a fresh token once where the one it had has ended, for reading and for sending', async () => {
    api.answers.push(refusal(401, 'token.invalid'), json(200, view), refusal(401, 'token.invalid'), json(200, view));
    await expect(client.read('work', View)).resolves.toEqual(view);
    await expect(client.send('PUT', 'x', { commandId: 'command-1' }, View)).resolves.toEqual(view);
    expect(api.seen.map(({ headers }) => headers.authorization)).toEqual([1, 2, 3, 4].map((n) => `Bearer token-${n}`));
  });

  it('says that a sign-in is needed where a fresh token does not help either', async () => {
    api.answers.push(refusal(401, 'token.invalid'), refusal(401, 'token.invalid'));
    const problem = await failure(client.read('work', View));
    expect(problem).toMatchObject({ status: 401, needsSignIn: true, mayTryAgain: true, outcomeUnknown: false });
    expect(api.seen).toHaveLength(2);
  });

  it.each([
    ['resourceRequiresConsent', 'tab.no-consent', /administrator .* can agree .* try again/],
    ['AADSTS65001: consent', 'tab.no-consent', /Permissions/],
    ['resourceDisabled', 'tab.switched-off', /switched Assured off/],
    ['CancelledByUser', 'tab.sign-in-closed', /Sign in again/],
    ['FailedToOpenWindow', 'tab.sign-in-closed', /allow that window/],
    ['who knows', 'tab.no-token', /sign in again/],
  ])('says what to do where Teams gives no token (%s), and asks nobody', async (reason, code, words) => {
    const without = createApiClient({
      baseUrl: api.baseUrl,
      getToken: () => Promise.reject(new Error(reason)),
      newCorrelationId: () => 'c',
      pause: async () => undefined,
    });
    const problem = await failure(without.read('work', View));
    expect(problem).toMatchObject({ code, needsSignIn: true, mayTryAgain: true });
    expect(problem.message).toMatch(words);
    expect(problem.message).not.toContain(reason);
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
