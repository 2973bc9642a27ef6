import { deliverHeld } from '../../../shared/application/deliverHeld';
import { forgetConversation } from '../../../shared/application/forgetConversation';
import { rememberConversation } from '../../../shared/application/rememberConversation';
import { sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Installation } from '../../../shared/application/ports/installer';
import type { Matter } from '../../../shared/schema/matter';
import type { Review } from '../../../shared/schema/review';
import {
  announce,
  awaiting,
  cardOf,
  messagesOf,
  minutes,
  review,
  settleQueue,
} from '../../support/builders/announcing';
import { summerBefore } from '../../support/builders/calendar';
import { birch, dana, hazel } from '../../support/builders/people';
import { awaitingReview, queriedReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { conversationOf, deliveryOver, everyRegion, failing, type Around } from '../../support/fakeDelivery';

const matching = (words: RegExp): string => expect.stringMatching(words) as string;
const matterOf = (of: Review): Matter => ({ kind: 'reviews', key: keyOfReview(of) });
const chatOf = (trust: TestTrust) => trust.memory.conversations.get(hazel.id);

describe('where people are reached', () => {
  it('is kept, the newest for each person', async () => {
    const trust = await createTrust();
    trust.memory.conversations.clear();
    const moved = { ...conversationOf(hazel.id), conversationId: 'another' };
    for (const one of [conversationOf(hazel.id), moved]) await rememberConversation(trust)(one);
    expect([...trust.memory.conversations.values()]).toEqual([moved]);
  });

  it('is kept before there is anything of the trust', async () => {
    const trust = await createTrust();
    trust.memory.conversations.clear();
    const { conversations, sentCards, notifier } = trust;
    await rememberConversation({ conversations, sentCards, notifier })(conversationOf(hazel.id));
    expect(chatOf(trust)).toEqual(conversationOf(hazel.id));
  });

  it('and when it is known again, what could not be delivered is announced, to them and for them alone', async () => {
    const trust = await createTrust({ reviews: [awaitingReview(), queriedReview({ academy: birch })] });
    const ofBirch = matterOf(queriedReview({ academy: birch }));
    for (const { id } of [hazel, dana]) await forgetConversation(trust)(conversationOf(id));
    for (const matter of [review, ofBirch]) await announce(trust, matter);
    expect(await trust.sentCards.inState(['undeliverable'])).toHaveLength(2);
    await rememberConversation(trust)(conversationOf(hazel.id));
    expect(trust.notifier.announced).toEqual([review]);
    await settleQueue(trust);
    expect(messagesOf(trust, hazel)).toHaveLength(1);
    expect((await trust.sentCards.inState(['undeliverable'])).map((card) => card.person)).toEqual([dana.id]);
  });

  it('is kept though the queue does not answer', async () => {
    const trust = await awaiting();
    await forgetConversation(trust)(conversationOf(hazel.id));
    await announce(trust);
    trust.notifier.failNext();
    await rememberConversation(trust)(conversationOf(hazel.id));
    expect(chatOf(trust)).toEqual(conversationOf(hazel.id));
  });
});

describe('whoever removed the app', () => {
  it.each([true, false])('is not given it again, nor written to (known before: %s)', async (known) => {
    const trust = await awaiting();
    if (!known) trust.memory.conversations.delete(hazel.id);
    trust.memory.installations.set(hazel.id, { status: 'already' });
    await forgetConversation(trust)(conversationOf(hazel.id));
    await announce(trust);
    expect(trust.memory.installed).toEqual([]);
    expect(messagesOf(trust, hazel)).toEqual([]);
    expect(cardOf(trust, hazel)).toMatchObject({ state: 'undeliverable', reason: matching(/has removed Assured/) });
  });

  it('while their chat was being opened is not written to', async () => {
    const trust = await lost({ status: 'already' });
    const around: Around = async (call, effect) => {
      const result = effect();
      if (call === 'chat.open') await forgetConversation(trust)(conversationOf(hazel.id));
      return result;
    };
    await announce(trust, review, around);
    expect(chatOf(trust)?.removed).toBe(true);
    expect(cardOf(trust, hazel)).toMatchObject({ state: 'undeliverable', reason: matching(/has removed Assured/) });
  });
});

/** Nothing is known of Hazel's chat; what Graph says to an installation. */
const lost = async (installation?: Installation, reviews: readonly Review[] = [awaitingReview()]) => {
  const trust = await createTrust({ reviews });
  trust.memory.conversations.delete(hazel.id);
  if (installation) trust.memory.installations.set(hazel.id, installation);
  return trust;
};
const already: Installation = { status: 'already' };
const refused: Installation = { status: 'refused', reason: 'A permission is missing.' };

describe('a person without a known chat', () => {
  it('is given the app, and has the card when Teams tells of the chat', async () => {
    const trust = await lost();
    await announce(trust);
    expect(trust.memory.installed).toEqual([hazel.id]);
    expect(cardOf(trust, hazel)?.state).toBe('held');
    await rememberConversation(trust)(conversationOf(hazel.id));
    await settleQueue(trust);
    expect(cardOf(trust, hazel)?.state).toBe('sent');
    expect(messagesOf(trust, hazel)).toHaveLength(1);
  });

  it('has it soon all the same where Teams never tells of it', async () => {
    const trust = await lost();
    await announce(trust);
    trust.memory.installations.set(hazel.id, already);
    trust.clock.forward(minutes);
    await sweepAnnouncements(trust)();
    await settleQueue(trust);
    expect(messagesOf(trust, hazel)).toHaveLength(1);
  });

  it.each([already, refused])(
    'who has the app is written to in the chat that Teams opens: %j',
    async (installation) => {
      const trust = await lost(installation);
      await announce(trust);
      expect(cardOf(trust, hazel)).toMatchObject({ state: 'sent', serviceUrl: conversationOf(hazel.id).serviceUrl });
      expect(chatOf(trust)).toEqual(conversationOf(hazel.id));
      expect(messagesOf(trust, hazel)).toHaveLength(1);
    },
  );

  it('is sought at Teams’ address for all regions where nobody’s chat is known', async () => {
    const trust = await lost(already);
    trust.memory.conversations.clear();
    await announce(trust);
    expect(chatOf(trust)).toMatchObject({ serviceUrl: everyRegion });
  });

  it.each([
    [already, /does not have the app/],
    [refused, /permission is missing/],
  ] as const)(
    'and without the app is noted, and has the card once Teams tells of the chat: %j',
    async (outcome, words) => {
      const trust = await lost(outcome);
      trust.memory.withoutApp.add(hazel.id);
      await announce(trust);
      expect(cardOf(trust, hazel)).toMatchObject({ state: 'undeliverable', reason: matching(words) });
      expect(chatOf(trust)).toBeUndefined();
      await rememberConversation(trust)(conversationOf(hazel.id));
      await settleQueue(trust);
      expect(cardOf(trust, hazel)?.state).toBe('sent');
      expect(cardOf(trust, hazel)).not.toHaveProperty('reason');
    },
  );

  it('has with the first card that reaches them what could not be delivered before', async () => {
    const summer = awaitingReview({ period: summerBefore });
    const trust = await lost(already, [awaitingReview(), summer]);
    trust.memory.withoutApp.add(hazel.id);
    await announce(trust);
    expect(cardOf(trust, hazel)?.state).toBe('undeliverable');
    trust.memory.withoutApp.clear();
    await announce(trust, matterOf(summer));
    expect(messagesOf(trust, hazel)).toHaveLength(2);
  });

  it('keeps the cards held, and the queue asks again, where Teams does not answer', async () => {
    const trust = await lost(already);
    await expect(announce(trust, review, failing('chat.open'))).rejects.toThrow('429');
    expect(cardOf(trust, hazel)?.state).toBe('held');
    await deliverHeld(trust)(hazel.id);
    expect(messagesOf(trust, hazel)).toHaveLength(1);
  });

  it('has it once, however often and by however many it is delivered', async () => {
    const trust = await lost(already);
    trust.notifier.announced.push(review);
    await settleQueue({ ...trust, chat: { ...trust.chat, open: () => Promise.reject(new Error('429')) } }).catch(
      () => undefined,
    );
    await Promise.all(Array.from({ length: 4 }, () => deliverHeld(trust)(hazel.id)));
    await deliverHeld(trust)(hazel.id);
    expect(messagesOf(trust, hazel)).toHaveLength(1);
  });

  it('who writes meanwhile is written to where they wrote', async () => {
    const trust = await lost(already);
    const real = { ...conversationOf(hazel.id), serviceUrl: 'https://real.example/', userId: '29:real' };
    const around: Around = async (call, effect) => {
      if (call === 'chat.open') await deliveryOver(trust.memory).conversations.put(real);
      return effect();
    };
    await announce(trust, review, around);
    expect(chatOf(trust)).toEqual(real);
    expect(cardOf(trust, hazel)).toMatchObject({ state: 'sent', serviceUrl: real.serviceUrl });
  });
});
