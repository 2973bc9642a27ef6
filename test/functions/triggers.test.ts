import { correlationId } from '../../functions/correlation';
import { announceHandler } from '../../functions/queues/announce';
import { sweepHandler, sweepSchedule } from '../../functions/timers/sweep';
import { tidySchedule } from '../../functions/timers/tidy';
import { AnnouncementBusy } from '../../shared/application/announceMatter';
import { PersonId } from '../../shared/schema/ids';
import type { LateDecision } from '../../shared/schema/lateDecision';
import type { Matter } from '../../shared/schema/matter';
import { changeId } from '../support/builders/ids';
import { createRecordedLog } from './http/asking';

const context = { invocationId: 'invocation-0001', triggerMetadata: { dequeueCount: 5 } };
const matter: Matter = { kind: 'reviews', key: '100001|2026/27|autumn' };

const person = PersonId.parse('00000000-0000-4000-8000-000000000001');

const decision: LateDecision = {
  conversation: { person, conversationId: 'a:1', serviceUrl: 'https://chat.example/', userId: '29:1', botId: '28:1' },
  cardId: 'message-1',
  answer: { verb: 'change.approve', id: changeId(1), round: 1, step: 1, comment: '' },
};

/** The trigger over an announcer that notes what it is asked for, or fails. */
const trigger = (fault?: Error) => {
  const log = createRecordedLog();
  const asked: unknown[] = [];
  const later: Matter[] = [];
  const act = async (what: unknown): Promise<void> => {
    asked.push(what, correlationId());
    if (fault) throw fault;
  };
  const handle = announceHandler({
    announcer: async () => ({ announce: act, deliver: act, carryOut: act }),
    announceLater: async (again) => void later.push(again),
    log,
  });
  return { log, asked, later, handle: (message: unknown) => handle(message, context) };
};

describe('the announcements’ trigger', () => {
  it.each([
    ['announces a matter', matter, matter],
    ['announces a person’s work', { kind: 'work', key: person }, { kind: 'work', key: person }],
    ['delivers what is held for a person', { deliver: person }, person],
    ['carries a decision out that was taken down', { decide: decision }, decision],
  ])('%s, under the invocation’s id', async (_, message, asked) => {
    const made = trigger();
    await made.handle(message);
    expect(made.asked).toEqual([asked, 'invocation-0001']);
  });

  it.each([
    ['the request', { ...matter, correlationId: 'request-0001' }, 'request-0001'],
    ['the invocation where the id is none', { ...matter, correlationId: 'no id\n' }, 'invocation-0001'],
  ])('works under the id of %s that announced', async (_, message, id) => {
    const made = trigger();
    await made.handle(message);
    expect(made.asked).toEqual([matter, id]);
  });

  it.each([
    ['reviews', matter],
    ['person', { deliver: person }],
    ['decision', { decide: decision }],
  ])('throws a fault on, so that the queue asks again, and logs it without the key: %s', async (kind, message) => {
    const fault = new Error('away');
    const { log, handle } = trigger(fault);
    await expect(handle(message)).rejects.toBe(fault);
    expect(log.lines).toEqual([{ event: 'announce.fault', facts: { matter: kind, attempt: 5 }, fault }]);
  });

  it('counts no failure where another delivery is under way: it announces again a little later', async () => {
    const { log, later, handle } = trigger(new AnnouncementBusy());
    await handle(matter);
    expect(later).toEqual([matter]);
    expect(log.lines).toEqual([{ event: 'announce.busy', facts: { matter: 'reviews' } }]);
  });

  it('throws on too where the chat itself cannot be made', async () => {
    const announcer = () => Promise.reject(new Error('no bot'));
    const parts = { announcer, announceLater: async () => undefined, log: createRecordedLog() };
    await expect(announceHandler(parts)(matter, context)).rejects.toThrow('no bot');
  });

  it.each([
    ['text', 'reviews'],
    ['nothing', undefined],
    ['another kind', { kind: 'people', key: '1' }],
    ['no key', { kind: 'reviews', key: '' }],
    ['nobody', { deliver: 'somebody' }],
  ])('drops what is no message of ours and would never become one: %s', async (_, message) => {
    const { log, asked, handle } = trigger();
    await handle(message);
    expect(asked).toEqual([]);
    expect(log.lines).toEqual([{ event: 'announce.unreadable', facts: {} }]);
  });
});

describe('the sweep', () => {
  it('runs every minute', () => expect(sweepSchedule).toBe('0 * * * * *'));
  it('is not the tidying, which runs once a night', () => expect(tidySchedule).toBe('0 30 2 * * *'));

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
