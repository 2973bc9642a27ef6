import { environmentManager, focusManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { parse } from 'zod/mini';
import { readSession } from '../../../shared/application/readSession';
import type { Session } from '../../../shared/schema/views';
import type { ApiClient } from '../../../tabs/api/client';
import { ApiProblem, notSignedIn, unreachable, unreadable } from '../../../tabs/api/problem';
import { beginsAgainAfter, sessionQuery } from '../../../tabs/api/readSession';
import { valueOf } from '../../support/builders/outcome';
import { dana } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';

const answered = (status: number, retryAfter?: number): ApiProblem =>
  new ApiProblem({ type: 'about:blank', title: 'No', status, detail: 'No.', code: 'x' }, retryAfter);

describe('a page that could not begin', () => {
  test.each([
    ['the server is away', answered(503), 5_000],
    ['the server asks to wait', answered(503, 20), 20_000],
    ['the server asks to wait for very long', answered(503, 600), 60_000],
    ['the server has a fault', answered(500), 5_000],
    ['it was too much at once', answered(429, 9), 9_000],
    ['nothing answered', unreachable('ref-1'), 5_000],
  ])('asks again by itself where %s', (_, problem, wait) => {
    expect(beginsAgainAfter(problem, 1)).toBe(wait);
  });

  test.each([
    ['it is refused', answered(403)],
    ['somebody has to sign in, in a window that opens', notSignedIn('consent_required')],
    ['Teams gave no token', notSignedIn()],
    ['another version answered', unreadable('ref-1')],
    ['the page has a mistake', new TypeError('x')],
  ])('does not where %s', (_, problem) => {
    expect(beginsAgainAfter(problem, 1)).toBeUndefined();
  });

  test('waits longer each time, a minute at most', () => {
    const waits = [1, 2, 3, 4, 5, 6, 60].map((failures) => beginsAgainAfter(answered(503), failures));
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000, 60_000]);
  });
});

describe('the session', () => {
  let session: Session;
  beforeAll(async () => {
    session = valueOf(await readSession(await createTrust())(dana.id));
  });
  beforeEach(() => {
    jest.useFakeTimers();
    environmentManager.setIsServer(() => false);
    focusManager.setFocused(true);
  });
  afterEach(() => {
    focusManager.setFocused(undefined);
    environmentManager.setIsServer(() => true);
    jest.useRealTimers();
  });

  /** A page in front of a server that fails so often. */
  const open = (failures: readonly ApiProblem[]) => {
    const left = [...failures];
    const read = jest.fn(() => left.shift());
    const unasked = (): never => {
      throw new Error('Only the session is read.');
    };
    const api: ApiClient = {
      read: async (_path, view) => {
        const failure = read();
        if (failure) throw failure;
        return parse(view, session);
      },
      send: unasked,
      take: unasked,
    };
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    client.mount();
    const observer = new QueryObserver(client, sessionQuery(api));
    const stop = observer.subscribe(() => undefined);
    return { read, now: () => observer.getCurrentResult(), close: () => (stop(), client.unmount()) };
  };

  test('is asked for again until it is there, and then no more', async () => {
    const { read, now, close } = open([answered(503), unreachable('ref-1')]);
    await jest.advanceTimersByTimeAsync(0);
    expect([now().status, read.mock.calls.length]).toEqual(['error', 1]);
    await jest.advanceTimersByTimeAsync(5_000);
    expect([now().status, read.mock.calls.length]).toEqual(['error', 2]);
    await jest.advanceTimersByTimeAsync(10_000);
    expect([now().data, read.mock.calls.length]).toEqual([session, 3]);
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(read).toHaveBeenCalledTimes(3);
    close();
  });

  test('is not asked for by a page that nobody sees; when it is seen again, at once', async () => {
    const { read, now, close } = open([answered(503)]);
    await jest.advanceTimersByTimeAsync(0);
    focusManager.setFocused(false);
    await jest.advanceTimersByTimeAsync(600_000);
    expect(read).toHaveBeenCalledTimes(1);
    focusManager.setFocused(true);
    await jest.advanceTimersByTimeAsync(0);
    expect([now().data, read.mock.calls.length]).toEqual([session, 2]);
    close();
  });

  test('that is refused is not asked for again', async () => {
    const { read, close } = open([answered(403), answered(403)]);
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(read).toHaveBeenCalledTimes(1);
    close();
  });
});
