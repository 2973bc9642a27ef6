import { createRateLimits, perMinute } from '../../../functions/http/rateLimits';
import { Problem } from '../../../shared/schema/views';
import { dana, hazel } from '../../support/builders/people';
import { createTrust } from '../../support/builders/trust';
import { ask, createRecordedLog, partsFor, routeNamed } from './asking';
import type { Answered } from './asking';
import { examples } from './requests';

describe('a person who asks too often', () => {
  const asking = async (most: { reading: number; writing: number }) => {
    const log = createRecordedLog();
    const trust = await createTrust(examples.signOffReview.holds);
    const parts = partsFor(trust, { limits: createRateLimits(most), log });
    const { params, body } = examples.signOffReview;
    return {
      log,
      read: (as: string): Promise<Answered> => ask(parts, routeNamed('readSession'), { as }),
      write: (as: string): Promise<Answered> =>
        ask(parts, routeNamed('signOffReview'), { as, params, ...(body && { body }) }),
    };
  };

  it('is told when to come back, and nothing was done', async () => {
    const { write, log } = await asking({ reading: 5, writing: 1 });
    expect((await write(hazel.id)).status).toBe(200);
    const { status, headers, body } = await write(hazel.id);
    expect(status).toBe(429);
    expect(Problem.parse(body).code).toBe('rate.limited');
    const wait = Number(headers.get('retry-after'));
    expect(Number.isInteger(wait) && wait >= 1 && wait <= 60).toBe(true);
    expect(log.lines).toEqual([{ event: 'http.limited', facts: { route: 'signOffReview', person: hazel.id } }]);
  });

  it('takes nobody else’s room, and reading takes none of writing’s', async () => {
    const { read, write } = await asking({ reading: 2, writing: 1 });
    const statuses = [];
    for (const as of [hazel.id, hazel.id, hazel.id, dana.id]) statuses.push((await read(as)).status);
    expect(statuses).toEqual([200, 200, 429, 200]);
    expect((await write(hazel.id)).status).toBe(200);
  });

  it('who is not known by a token takes nobody’s room', async () => {
    const { read } = await asking({ reading: 1, writing: 1 });
    for (const as of ['nobody', 'nobody', 'nobody']) expect((await read(as)).status).toBe(401);
    expect((await read(hazel.id)).status).toBe(200);
  });

  it('has room again a minute later', async () => {
    jest.useFakeTimers();
    const limits = createRateLimits({ reading: 1, writing: 1 });
    expect(await limits.take(hazel.id, 'reading')).toBeUndefined();
    expect(await limits.take(hazel.id, 'reading')).toBe(60);
    jest.advanceTimersByTime(60_000);
    expect(await limits.take(hazel.id, 'reading')).toBeUndefined();
    jest.useRealTimers();
  });

  it('has room for whatever a person can do', () => {
    expect(perMinute.writing).toBeGreaterThanOrEqual(120);
    expect(perMinute.reading).toBeGreaterThanOrEqual(600);
  });
});
