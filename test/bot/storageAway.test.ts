import { createRemembering } from '../../bot/remembering';
import { createDeciding } from '../../bot/lateDecisions';
import type { Reply } from '../../bot/botService';
import { refreshVerb } from '../../bot/cards/refresh';
import { renderNotice } from '../../bot/cards/noticeCard';
import { DeliveryUnavailable, type Conversation } from '../../shared/application/ports/delivery';
import { CardAnswer } from '../../shared/schema/card';
import { PersonId } from '../../shared/schema/ids';
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
    expect([...known.keys()]).toEqual([dana.id, cora.id]);
  });

  test('Teams is asked to come again with what cannot be done: where somebody is reached, for the first time', async () => {
    const { from } = await start();
    const installed = activity({ type: 'installationUpdate', action: 'add' });
    expect(await from(hazel, installed)).toMatchObject({ status: 503 });
  });
});

describe('where somebody who writes is reached', () => {
  const setUp = () => {
    const state = { away: true };
    const holdUps = new Map<PersonId, Promise<void>>();
    const kept: Conversation[] = [];
    const remembering = createRemembering({
      async rememberConversation(conversation) {
        if (state.away) return away();
        await holdUps.get(conversation.person);
        kept.push(conversation);
        return {};
      },
    });
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    return { state, holdUps, kept, settled, ...remembering };
  };
  const moved = { ...conversationOf(hazel.id), conversationId: 'moved' };

  test('is held while the tables are away, and kept with the next that anybody writes, the newest of each', async () => {
    const { state, kept, remember, settled } = setUp();
    for (const one of [conversationOf(hazel.id), conversationOf(dana.id), moved]) await remember(one);
    expect(kept).toEqual([]);
    state.away = false;
    await remember(conversationOf(cora.id));
    await settled();
    const [first, ...rest] = kept;
    expect(first).toEqual(conversationOf(cora.id));
    expect(rest).toHaveLength(2);
    expect(rest).toEqual(expect.arrayContaining([moved, conversationOf(dana.id)]));
    await remember(conversationOf(cora.id));
    await settled();
    expect(kept).toHaveLength(4);
  });

  test('is waited for no longer than a moment, and kept when storage answers at last', async () => {
    const known: Conversation[] = [];
    let answered: () => void = () => undefined;
    const hanging = new Promise<void>((resolve) => (answered = resolve));
    const rememberConversation = async (one: Conversation) => {
      await hanging;
      known.push(one);
      return {};
    };
    await createRemembering({ rememberConversation }, 10).remember(moved);
    expect(known).toEqual([]);
    answered();
    await new Promise((resolve) => setImmediate(resolve));
    expect(known).toEqual([moved]);
  });

  test('an older place never takes that of a newer one', async () => {
    const { state, kept, remember, settled } = setUp();
    await remember(conversationOf(hazel.id));
    state.away = false;
    await remember(moved);
    await settled();
    expect(kept).toEqual([moved]);
  });

  test('nor where the newer one comes while earlier ones are being kept', async () => {
    const { state, holdUps, kept, remember, settled } = setUp();
    for (const { id } of [dana, hazel]) await remember(conversationOf(id));
    state.away = false;
    let go: () => void = () => undefined;
    holdUps.set(dana.id, new Promise((resolve) => (go = resolve)));
    await remember(conversationOf(cora.id));
    await settled();
    // Dana's is on its way, and Hazel's would come after it.
    await remember(moved);
    go();
    await settled();
    expect(kept).toEqual([conversationOf(cora.id), moved, conversationOf(dana.id)]);
  });

  test('each is kept once, however many write at once when storage is back', async () => {
    const { state, kept, remember, settled } = setUp();
    for (const { id } of [dana, hazel]) await remember(conversationOf(id));
    state.away = false;
    await Promise.all(Array.from({ length: 5 }, () => remember(conversationOf(cora.id))));
    await settled();
    expect(kept.filter(({ person }) => person !== cora.id)).toEqual([dana, hazel].map(({ id }) => conversationOf(id)));
  });

  test('is not kept where they removed the app meanwhile', async () => {
    const { state, kept, remember, forget, settled } = setUp();
    for (const { id } of [dana, hazel]) await remember(conversationOf(id));
    forget(hazel.id);
    state.away = false;
    await remember(conversationOf(cora.id));
    await settled();
    expect(kept.map(({ person }) => person)).toEqual([cora.id, dana.id]);
  });

  test('is held for so many people, and of those who are among them the newest all the same', async () => {
    const { state, kept, remember, settled } = setUp();
    const many = Array.from({ length: 500 }, (_, i) =>
      PersonId.parse(`e0000000-0000-4000-8000-${String(i).padStart(12, '0')}`),
    );
    for (const id of many) await remember(conversationOf(id));
    const [first] = many.map((id) => ({ ...conversationOf(id), conversationId: 'moved' }));
    if (first) await remember(first);
    await remember(conversationOf(PersonId.parse('f0000000-0000-4000-8000-000000000000')));
    state.away = false;
    await remember(conversationOf(cora.id));
    await settled();
    const [, ...held] = kept;
    expect([held[0], held.length]).toEqual([first, 500]);
  });

  test('a fault of another kind is not hidden', async () => {
    const { remember } = createRemembering({ rememberConversation: () => Promise.reject(new TypeError('a mistake')) });
    await expect(remember(moved)).rejects.toThrow('a mistake');
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
