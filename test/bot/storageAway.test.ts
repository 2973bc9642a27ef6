import { createDeciding } from '../../bot/lateDecisions';
import type { Reply } from '../../bot/botService';
import { refreshVerb } from '../../bot/cards/refresh';
import { renderNotice } from '../../bot/cards/noticeCard';
import { DeliveryUnavailable, type Conversation } from '../../shared/application/ports/delivery';
import { CardAnswer } from '../../shared/schema/card';
import { keyOfReview } from '../../shared/domain/keys';
import { atApprove } from '../support/builders/changes';
import { cora, dana, hazel } from '../support/builders/people';
import { awaitingReview } from '../support/builders/reviews';
import { conversationOf } from '../support/fakeDelivery';
import { linesOf } from './cards/parts';
import { activity, pressed, signingForAll, written } from './teams';
import { startBot } from './trust';

const signing = signingForAll();

const away = (): Promise<never> => Promise.reject(new DeliveryUnavailable('Azure Storage cannot be reached.', 10));
const without = { conversations: { get: away, put: away }, sentCards: { forMatter: away, inState: away } };
const holdings = { reviews: [awaitingReview()], changes: [atApprove()] };
const start = () => startBot(signing, { ...holdings, without });

describe('while the tables are away', () => {
  test.each(['status alder', 'review', 'work', 'hello'])('whoever writes “%s” is answered', async (text) => {
    const { from, chat } = await start();
    expect(await from(hazel, written(text))).toEqual({ status: 200 });
    expect(linesOf(chat.sent[0]?.card).join()).toMatch(/Alder Academy|Assured/);
  });

  test('a message that arrives twice is answered once', async () => {
    const { from, chat } = await start();
    const message = written('hello');
    expect([await from(hazel, message), await from(hazel, message)]).toEqual([{ status: 200 }, { status: 200 }]);
    expect(chat.sent).toHaveLength(1);
  });

  test('a button decides, once for two presses, and a card that is looked at is drawn', async () => {
    const { from, announced } = await start();
    const { urn, year, period } = awaitingReview();
    const press = () => from(hazel, pressed({ verb: 'review.signOff', data: { urn, year, period, round: 1 } }));
    expect([await press(), await press()]).toMatchObject([
      { status: 200, body: { statusCode: 200 } },
      { status: 200, body: { statusCode: 200 } },
    ]);
    expect(announced).toHaveLength(1);
    const data = { kind: 'reviews', key: keyOfReview(awaitingReview()), slot: 'round 1/signOff' };
    expect(await from(dana, pressed({ verb: refreshVerb, data }, 'automatic'))).toMatchObject({
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    });
  });

  test('nobody waits for what a card that is looked at would tell', async () => {
    const never = () => new Promise<never>(() => undefined);
    const slow = { ...without, sentCards: { forMatter: never } };
    const { from } = await startBot(signing, { ...holdings, without: slow });
    const data = { kind: 'reviews', key: keyOfReview(awaitingReview()), slot: 'round 1/signOff' };
    expect(await from(hazel, pressed({ verb: refreshVerb, data }, 'automatic'))).toMatchObject({
      body: { statusCode: 200 },
    });
  });

  test('whoever wrote then and removed the app afterwards stays gone', async () => {
    const known = new Map<string, Conversation>();
    const state = { away: true };
    const conversations = {
      get: async (person: string) => (state.away ? away() : known.get(person)),
      put: async (one: Conversation) => (state.away ? away() : void known.set(one.person, one)),
    };
    const sentCards = { inState: async () => (state.away ? away() : []) };
    const { from } = await startBot(signing, { ...holdings, without: { conversations, sentCards } });
    for (const one of [hazel, cora]) await from(one, written('hello'));
    state.away = false;
    expect(await from(hazel, activity({ type: 'installationUpdate', action: 'remove' }))).toEqual({ status: 200 });
    await from(dana, written('hello'));
    // Behind his, were his kept.
    for (let i = 0; i < 500 && !known.has(cora.id); i += 1) await new Promise((resolve) => setImmediate(resolve));
    expect(known.get(hazel.id)?.removed).toBe(true);
    expect([dana, cora].map(({ id }) => known.get(id)?.removed)).toEqual([undefined, undefined]);
    expect(known.size).toBe(3);
  });

  test('Teams is asked to come again with what cannot be done: where somebody is reached, for the first time', async () => {
    const { from } = await start();
    const installed = activity({ type: 'installationUpdate', action: 'add' });
    expect(await from(hazel, installed)).toMatchObject({ status: 503 });
  });
});

describe('a decision that takes long while the queue is away', () => {
  const answer = CardAnswer.parse({ verb: 'change.approve', id: atApprove().id, round: 1, step: 1 });
  const click = { person: cora.id, conversation: conversationOf(cora.id), cardId: 'message-1' };
  const approved: Reply = { card: renderNotice({ tone: 'information', text: 'Approved.' }), summary: 'Approved.' };

  test('is waited for, and answered with what became of it', async () => {
    let end: (reply: Reply) => void = () => undefined;
    const decide = () => new Promise<Reply>((resolve) => (end = resolve));
    const shown: Reply[] = [];
    const later = async () => {
      setImmediate(() => end(approved));
      return away();
    };
    const show = async (_: object, reply: Reply) => void shown.push(reply);
    const pressing = createDeciding({ answering: { decide }, later, show, milliseconds: 5 });
    expect(await pressing(click, answer)).toBe(approved);
    expect(shown).toEqual([]);
  });
});
