import { createDeciding } from '../../bot/lateDecisions';
import type { Reply } from '../../bot/botService';
import { renderNotice } from '../../bot/cards/noticeCard';
import { StoreUnavailable } from '../../shared/application/ports/store';
import { CardAnswer } from '../../shared/schema/card';
import { LateDecision } from '../../shared/schema/lateDecision';
import { atApprove } from '../support/builders/changes';
import { cora } from '../support/builders/people';
import { conversationOf } from '../support/fakeDelivery';
import { linesOf } from './cards/parts';
import { pressed, signingForAll } from './teams';
import { startBot } from './trust';

const signing = signingForAll();

const answer = CardAnswer.parse({ verb: 'change.approve', id: atApprove().id, round: 1, step: 1 });
const click = { person: cora.id, conversation: conversationOf(cora.id), cardId: 'message-1' };
const approved: Reply = { card: renderNotice({ tone: 'information', text: 'Approved.' }), summary: 'Approved.' };
const never = () => new Promise<Reply>(() => undefined);

const setUp = (
  decide: () => Promise<Reply>,
  queue: { takeDown?: () => Promise<void>; takeBack?: () => Promise<void> } = {},
) => {
  const takenDown: (readonly [LateDecision, number])[] = [];
  const happened: string[] = [];
  const shown: Reply[] = [];
  const deciding = createDeciding({
    answering: { decide },
    async later(decision, seconds) {
      await queue.takeDown?.();
      takenDown.push([decision, seconds]);
      return async () => {
        await queue.takeBack?.();
        happened.push('taken back');
      };
    },
    show: async (_, reply) => {
      happened.push('shown');
      shown.push(reply);
    },
    milliseconds: 20,
  });
  return { takenDown, shown, happened, press: () => deciding(click, answer) };
};
const down: LateDecision = { conversation: click.conversation, cardId: 'message-1', answer };

it('a decision that is taken in time is answered, and not taken down', async () => {
  const { takenDown, shown, press } = setUp(async () => approved);
  expect(await press()).toBe(approved);
  expect([takenDown, shown]).toEqual([[], []]);
});

it('one that takes long is taken down for later and answered, goes on, and is shown when it is done', async () => {
  let end: (reply: Reply) => void = () => undefined;
  const { takenDown, shown, happened, press } = setUp(() => new Promise((resolve) => (end = resolve)));
  const { card } = await press();
  expect(linesOf(card).join()).toMatch(/has been taken down.*the work goes on/);
  expect(card.actions ?? []).toEqual([]);
  expect(takenDown).toEqual([[down, 20]]);
  expect(shown).toEqual([]);
  end(approved);
  await new Promise((resolve) => setImmediate(resolve));
  expect(shown).toEqual([approved]);
  expect(happened).toEqual(['taken back', 'shown']);
});

it('what the queue carries out already is not shown from here: one of the two must speak', async () => {
  let end: (reply: Reply) => void = () => undefined;
  const { shown, press } = setUp(() => new Promise((resolve) => (end = resolve)), {
    takeBack: () => Promise.reject(new Error('The message is being read.')),
  });
  await press();
  end(approved);
  await new Promise((resolve) => setImmediate(resolve));
  expect(shown).toEqual([]);
});

it('a decision that fails after its click was answered stays with the queue', async () => {
  let fail: (fault: Error) => void = () => undefined;
  const { happened, press } = setUp(() => new Promise((_, reject) => (fail = reject)));
  await press();
  fail(new Error('Graph went away.'));
  await new Promise((resolve) => setImmediate(resolve));
  expect(happened).toEqual([]);
});

it('one for which the lists cannot be reached is taken down at once, whole', async () => {
  const { takenDown, press } = setUp(() => Promise.reject(new StoreUnavailable('Graph asked to wait.', 30)));
  expect(linesOf((await press()).card).join()).toContain('the work goes on');
  expect(takenDown).toEqual([[down, 0]]);
  expect(LateDecision.parse(JSON.parse(JSON.stringify(down)))).toEqual(down);
});

it('nobody is told that it is taken down where it was not', async () => {
  const { press } = setUp(never, {
    takeDown: () => Promise.reject(new Error('The queue did not answer.')),
  });
  await expect(press()).rejects.toThrow('The queue did not answer.');
});

it('a fault that will not pass is not hidden', async () => {
  const { takenDown, press } = setUp(() => Promise.reject(new TypeError('a mistake')));
  await expect(press()).rejects.toThrow('a mistake');
  expect(takenDown).toEqual([]);
});

describe('a decision that was taken down', () => {
  it('is carried out later, and its card shows what became of it', async () => {
    const change = atApprove();
    const running = await startBot(signing, { changes: [change] });
    const load = jest
      .spyOn(running.store, 'load')
      .mockRejectedValueOnce(new StoreUnavailable('Graph asked to wait.', 9));
    await running.from(cora, pressed({ verb: 'change.approve', data: answer }));
    load.mockRestore();
    const [decision] = running.takenDown;
    if (!decision) throw new Error('not taken down');
    expect(decision.cardId).toBe('message-1');
    await running.bot.carryOut(decision);
    await running.bot.carryOut(decision);
    const loaded = await running.store.load('categoryChanges', change.id);
    expect(loaded).toMatchObject({ status: 'found', document: { step: 2 } });
    const sent = running.chat.sent.filter(({ method }) => method === 'PUT');
    expect(sent).toHaveLength(2);
    expect(JSON.stringify(sent[0])).toContain('approved by Cora Chief');
  });
});
