import { announceMatter } from '../../../shared/application/announceMatter';
import { cardSeen } from '../../../shared/application/cardSeen';
import { deliverHeld } from '../../../shared/application/deliverHeld';
import { resendCard } from '../../../shared/application/resendCard';
import { sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import type { ChatOutcome } from '../../../shared/application/ports/delivery';
import {
  announce,
  asksOf,
  awaiting,
  cardOf,
  messagesOf,
  hour,
  minutes,
  review,
  settleQueue,
  signOff,
  told,
} from '../../support/builders/announcing';
import { commandId } from '../../support/builders/ids';
import { valueOf } from '../../support/builders/outcome';
import { ada, hazel } from '../../support/builders/people';
import { conversationOf, type Around } from '../../support/fakeDelivery';

const evening = 9 * hour;

describe('quiet hours', () => {
  it('hold what is new, and let what was sent be redrawn', async () => {
    const trust = await awaiting();
    await announce(trust);
    trust.clock.forward(evening);
    await signOff(trust);
    await settleQueue(trust);
    expect(asksOf(trust, hazel)).toEqual([undefined]);
    expect(told(trust)).not.toHaveProperty('Dana Director');
    trust.clock.forward(3 * 24 * hour - evening);
    expect(await sweepAnnouncements(trust)()).toBe(1);
    await settleQueue(trust);
    expect(told(trust)).toHaveProperty('Dana Director', 1);
  });

  it('withdraw what has passed by the morning', async () => {
    const trust = await awaiting();
    trust.clock.forward(evening);
    await announce(trust);
    expect(cardOf(trust, hazel)?.state).toBe('held');
    await signOff(trust);
    await settleQueue(trust);
    expect(cardOf(trust, hazel)?.state).toBe('withdrawn');
    trust.clock.forward(3 * 24 * hour);
    await sweepAnnouncements(trust)();
    await settleQueue(trust);
    expect(messagesOf(trust, hazel)).toEqual([]);
  });

  it('let go at once what is urgent, and everything on a developer’s machine', async () => {
    const trust = await awaiting();
    trust.clock.forward(evening);
    await announce(trust);
    const held = cardOf(trust, hazel);
    if (held) await trust.sentCards.save({ ...held, urgent: true });
    await deliverHeld(trust)(hazel.id);
    expect(told(trust)).toEqual({ 'Hazel Head': 1 });
    for (const [person] of trust.memory.conversations) await deliverHeld({ ...trust, sendAtAnyHour: true })(person);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
  });
});

describe('a person who leaves while something is held for them', () => {
  it('is sent nothing, and the administrator sees why', async () => {
    const trust = await awaiting();
    await announceMatter(trust)(review);
    const loaded = await trust.store.load('people', hazel.id);
    if (loaded.status === 'found')
      await trust.store.replace('people', { ...loaded.document, roles: [] }, loaded.version);
    await deliverHeld(trust)(hazel.id);
    expect(messagesOf(trust, hazel)).toEqual([]);
    expect(cardOf(trust, hazel)).toMatchObject({
      state: 'undeliverable',
      reason: expect.stringMatching(/no role/) as string,
    });
  });
});

/** Teams' answer is lost; the message has arrived or not. */
const losing =
  (arrives: boolean): Around =>
  async (call, effect) => {
    if (call !== 'chat.send') return effect();
    if (arrives) effect();
    const lost: ChatOutcome = { status: 'unsure', reason: 'Teams did not say whether this message arrived.' };
    return lost as ReturnType<typeof effect>;
  };

describe('a lost answer', () => {
  it.each([true, false])(
    'leaves the card in doubt, and it is never sent again by itself (arrived: %s)',
    async (arrived) => {
      const trust = await awaiting();
      await announce(trust, review, losing(arrived));
      expect(cardOf(trust, hazel)).toMatchObject({
        state: 'unsure',
        reason: expect.stringMatching(/did not say/) as string,
      });
      for (let again = 0; again < 3; again += 1) {
        trust.clock.forward(hour);
        await announce(trust);
        await sweepAnnouncements(trust)();
        await settleQueue(trust);
      }
      expect(messagesOf(trust, hazel)).toHaveLength(arrived ? 1 : 0);
    },
  );

  it('is known to have arrived once its card is looked at, and is kept up to date from then on', async () => {
    const trust = await awaiting();
    await announce(trust, review, losing(true));
    const [message] = messagesOf(trust, hazel);
    const at = { activityId: message?.activityId ?? '', conversation: conversationOf(hazel.id) };
    await cardSeen(trust)(hazel.id, review, 'sign-off-1', at);
    expect(cardOf(trust, hazel)).toMatchObject({ state: 'sent', activityId: at.activityId });
    await signOff(trust);
    await settleQueue(trust);
    expect(asksOf(trust, hazel)).toEqual([undefined]);
  });

  it('is sent once more where an administrator says so', async () => {
    const trust = await awaiting();
    await announce(trust, review, losing(false));
    const again = { commandId: commandId('again'), matter: review, person: hazel.id, slot: 'sign-off-1' };
    valueOf(await resendCard(trust)(ada.id, again));
    valueOf(await resendCard(trust)(ada.id, again));
    await settleQueue(trust);
    expect(messagesOf(trust, hazel)).toHaveLength(1);
    valueOf(await resendCard(trust)(ada.id, again));
    await settleQueue(trust);
    expect(messagesOf(trust, hazel)).toHaveLength(1);
  });
});

describe('a send that Teams did not take', () => {
  it('is held again as it was, and thrown for the queue', async () => {
    const trust = await awaiting();
    await announceMatter(trust)(review);
    const { version: _version, ...held } = cardOf(trust, hazel) ?? { version: '' };
    trust.clock.forward(minutes);
    const failed = { ...trust, chat: { ...trust.chat, send: () => Promise.reject(new Error('429')) } };
    await expect(deliverHeld(failed)(hazel.id)).rejects.toThrow('429');
    expect(cardOf(trust, hazel)).toMatchObject(held);
    await deliverHeld(trust)(hazel.id);
    expect(messagesOf(trust, hazel)).toHaveLength(1);
  });
});
