import { InvocationContext } from '@azure/functions';
import { healthHandler } from '../../../functions/http/health';
import { createRecordedLog, read, requestFor } from './asking';

const away = () => Promise.reject(new Error('away'));

const healthOf = (checks: Readonly<Record<string, () => Promise<unknown>>>) => {
  let time = 0;
  const log = createRecordedLog();
  const handler = healthHandler({ checks, log, now: () => time });
  return {
    log,
    forward: (milliseconds: number) => void (time += milliseconds),
    ask: async () => read(await handler(requestFor({}), new InvocationContext())),
  };
};

describe('the health', () => {
  it('is good where every part answers', async () => {
    expect(await healthOf({ records: async () => [], queue: async () => undefined }).ask()).toMatchObject({
      status: 200,
      body: { status: 'ok', checks: { records: 'ok', queue: 'ok' } },
    });
  });

  it('is not where one does not, and says no more than which', async () => {
    const { ask, log } = healthOf({ records: away, queue: async () => undefined });
    const { status, body } = await ask();
    expect([status, body]).toEqual([503, { status: 'failing', checks: { records: 'failing', queue: 'ok' } }]);
    expect(log.lines).toMatchObject([{ event: 'health.failing', facts: { check: 'records' } }]);
  });

  it('costs nothing however often anybody asks', async () => {
    const check = jest.fn(async () => undefined);
    const { ask, forward } = healthOf({ records: check });
    await Promise.all([ask(), ask(), ask()]);
    forward(10_000);
    await ask();
    expect(check).toHaveBeenCalledTimes(1);
    forward(1);
    await ask();
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('does not wait for a part that never answers', async () => {
    jest.useFakeTimers();
    const { ask } = healthOf({ records: () => new Promise(() => undefined) });
    const asked = ask();
    await jest.advanceTimersByTimeAsync(8_000);
    expect((await asked).status).toBe(503);
    jest.useRealTimers();
  });
});
