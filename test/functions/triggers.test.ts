import { correlationId } from '../../functions/correlation';
import { announceHandler } from '../../functions/queues/announce';
import { sweepHandler, sweepSchedule } from '../../functions/timers/sweep';
import type { Matter } from '../../shared/schema/matter';
import { createRecordedLog } from './http/asking';

const context = { invocationId: 'invocation-0001' };
const matter: Matter = { kind: 'reviews', key: '100001|2026/27|autumn' };

describe('the announcements’ trigger', () => {
  it('announces the matter, under the invocation’s id', async () => {
    const seen: unknown[] = [];
    const announce = async () => async (given: Matter) => void seen.push(given, correlationId());
    await announceHandler({ announce, log: createRecordedLog() })(matter, context);
    expect(seen).toEqual([matter, 'invocation-0001']);
  });

  it('throws a fault on, so that the queue asks again, and logs it without the key', async () => {
    const log = createRecordedLog();
    const fault = new Error('away');
    const announce = async () => () => Promise.reject(fault);
    await expect(announceHandler({ announce, log })(matter, context)).rejects.toBe(fault);
    expect(log.lines).toEqual([{ event: 'announce.fault', facts: { matter: 'reviews' }, fault }]);
  });

  it('throws on too where the chat itself cannot be made', async () => {
    const announce = () => Promise.reject(new Error('no bot'));
    await expect(announceHandler({ announce, log: createRecordedLog() })(matter, context)).rejects.toThrow('no bot');
  });

  it.each([
    ['text', 'reviews'],
    ['nothing', undefined],
    ['another kind', { kind: 'people', key: '1' }],
    ['no key', { kind: 'reviews', key: '' }],
  ])('drops what is no matter and would never become one: %s', async (_, message) => {
    const log = createRecordedLog();
    const announced = jest.fn(async () => undefined);
    await announceHandler({ announce: async () => announced, log })(message, context);
    expect(announced).not.toHaveBeenCalled();
    expect(log.lines).toEqual([{ event: 'announce.unreadable', facts: {} }]);
  });
});

describe('the sweep', () => {
  it('runs every minute', () => expect(sweepSchedule).toBe('0 * * * * *'));

  it.each([
    [0, []],
    [3, [{ event: 'sweep.due', facts: { due: 3 } }]],
  ])('says how much was due, where something was: %d', async (due, lines) => {
    const log = createRecordedLog();
    await sweepHandler({ sweep: async () => due, log })({}, context);
    expect(log.lines).toEqual(lines);
  });

  it('is told from the other sweep in the log', async () => {
    const log = createRecordedLog();
    await sweepHandler({ sweep: async () => 2, name: 'sweepModels', log })({}, context);
    expect(log.lines).toEqual([{ event: 'sweepModels.due', facts: { due: 2 } }]);
  });

  it('throws a fault on and logs it', async () => {
    const log = createRecordedLog();
    const fault = new Error('away');
    await expect(sweepHandler({ sweep: () => Promise.reject(fault), log })({}, context)).rejects.toBe(fault);
    expect(log.lines).toEqual([{ event: 'sweep.fault', facts: {}, fault }]);
  });
});
