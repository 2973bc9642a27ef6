import { announceMatter } from '../../../shared/application/announceMatter';
import { cardSeen } from '../../../shared/application/cardSeen';
import { deliverHeld } from '../../../shared/application/deliverHeld';
import { rememberConversation } from '../../../shared/application/rememberConversation';
import { resendCard } from '../../../shared/application/resendCard';
import { sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import type { ChatOutcome } from '../../../shared/application/ports/delivery';
import type { Matter } from '../../../shared/schema/matter';
import type { Person } from '../../../shared/schema/people';
import { settings } from '../../support/builders/calendar';
import {
  announce,
  asksOf,
  awaiting,
  cardOf,
  minutes,
  processOf,
  review,
  settleQueue,
  signOff,
  told,
} from '../../support/builders/announcing';
import { atApprove } from '../../support/builders/changes';
import { changeId, commandId } from '../../support/builders/ids';
import { valueOf } from '../../support/builders/outcome';
import { ada, alder, birch, cedar, cora, hazel } from '../../support/builders/people';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { conversationOf, dyingAt, failing, ProcessDied, type Around } from '../../support/fakeDelivery';

const evening = 9 * 60 * minutes;
const hour = 60 * minutes;

const states = (trust: TestTrust, person: Person): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const card of trust.memory.cards.values())
    if (card.person === person.id) counts[card.state] = (counts[card.state] ?? 0) + 1;
  return counts;
};
const messagesTo = (trust: TestTrust, { id }: Person) =>
  [...trust.memory.messages.values()].filter(({ person }) => person === id);

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
    expect(messagesTo(trust, hazel)).toEqual([]);
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

describe('a person without the app', () => {
  const without = async (outcome?: Parameters<TestTrust['memory']['installations']['set']>[1]) => {
    const trust = await awaiting();
    trust.memory.conversations.delete(hazel.id);
    if (outcome) trust.memory.installations.set(hazel.id, outcome);
    await announce(trust);
    return trust;
  };

  it('is given it, and has the card when Teams tells of the chat', async () => {
    const trust = await without();
    expect(trust.memory.installed).toEqual([hazel.id]);
    expect(cardOf(trust, hazel)?.state).toBe('held');
    await rememberConversation(trust)(conversationOf(hazel.id));
    await settleQueue(trust);
    expect(cardOf(trust, hazel)?.state).toBe('sent');
    expect(messagesTo(trust, hazel)).toHaveLength(1);
  });

  it.each([
    [{ status: 'already' }, /has not told/],
    [{ status: 'refused', reason: 'A permission is missing.' }, /permission is missing/],
  ] as const)('is noted where that is not possible: %j', async (outcome, words) => {
    const trust = await without(outcome);
    expect(cardOf(trust, hazel)).toMatchObject({
      state: 'undeliverable',
      reason: expect.stringMatching(words) as string,
    });
    await rememberConversation(trust)(conversationOf(hazel.id));
    await settleQueue(trust);
    expect(cardOf(trust, hazel)?.state).toBe('sent');
    expect(cardOf(trust, hazel)).not.toHaveProperty('reason');
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
    expect(messagesTo(trust, hazel)).toEqual([]);
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
      expect(messagesTo(trust, hazel)).toHaveLength(arrived ? 1 : 0);
    },
  );

  it('is known to have arrived once its card is looked at, and is kept up to date from then on', async () => {
    const trust = await awaiting();
    await announce(trust, review, losing(true));
    const [message] = messagesTo(trust, hazel);
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
    expect(messagesTo(trust, hazel)).toHaveLength(1);
    valueOf(await resendCard(trust)(ada.id, again));
    await settleQueue(trust);
    expect(messagesTo(trust, hazel)).toHaveLength(1);
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
    expect(messagesTo(trust, hazel)).toHaveLength(1);
  });
});

const academies = [alder, birch, cedar];
const changes = academies.map((academy, i) => atApprove({ id: changeId(i + 1), academy }));
const matters: readonly Matter[] = changes.map(({ id }) => ({ kind: 'categoryChanges', key: id }));
/** A trust in which several changes wait for the CEO, announced and held. */
const several = async () => {
  const trust = await createTrust({
    changes,
    settings: { ...settings, delivery: { ...settings.delivery, digestFrom: 3 } },
  });
  for (const matter of matters) await announceMatter(trust)(matter);
  trust.notifier.toDeliver.splice(0);
  return trust;
};

describe('many at once', () => {
  it('become one digest, which lists them all', async () => {
    const trust = await several();
    await deliverHeld(trust)(cora.id);
    const [message, ...others] = messagesTo(trust, cora);
    expect(others).toEqual([]);
    expect(message?.card).toMatchObject({ card: 'work', occasion: 'digest' });
    expect(message?.card.card === 'work' && message.card.items.map(({ subPageId }) => subPageId).sort()).toEqual(
      changes.map(({ id }) => `categories/${id}`).sort(),
    );
    expect(states(trust, cora)).toEqual({ inDigest: 3, sent: 1 });
  });

  it('go each for itself below the trust’s number', async () => {
    const trust = await several();
    const [one] = await trust.sentCards.inState(['held'], cora.id);
    if (one) await trust.sentCards.save({ ...one, urgent: true });
    await deliverHeld(trust)(cora.id);
    expect(messagesTo(trust, cora).map(({ card }) => card.card)).toEqual(['change', 'change', 'change']);
  });

  it('that come within the hour stand on the same digest; later they are messages of their own', async () => {
    const trust = await several();
    await deliverHeld(trust)(cora.id);
    const claimAgain = (slot: string) =>
      trust.sentCards.claim({
        matter: matters[0] as Matter,
        person: cora.id,
        slot,
        state: 'held',
        since: trust.clock.now(),
      });
    const [held] = [...trust.memory.cards.values()].filter(({ state }) => state === 'inDigest');
    await trust.sentCards.save({ ...(held as NonNullable<typeof held>), state: 'held' });
    await deliverHeld(trust)(cora.id);
    expect(messagesTo(trust, cora)).toHaveLength(1);
    expect(states(trust, cora)).toEqual({ inDigest: 3, sent: 1 });
    await claimAgain('not-due');
    trust.clock.forward(hour);
    const [again] = [...trust.memory.cards.values()].filter(({ state }) => state === 'inDigest');
    await trust.sentCards.save({ ...(again as NonNullable<typeof again>), state: 'held' });
    await deliverHeld(trust)(cora.id);
    expect(messagesTo(trust, cora).map(({ card }) => card.card)).toEqual(['work', 'change']);
    expect(states(trust, cora)).toEqual({ inDigest: 2, sent: 2, withdrawn: 1 });
  });

  it('fill one digest though several deliver at once', async () => {
    const trust = await several();
    await Promise.all(Array.from({ length: 4 }, () => deliverHeld(trust)(cora.id)));
    await deliverHeld(trust)(cora.id);
    expect(messagesTo(trust, cora)).toHaveLength(1);
    expect(states(trust, cora)).toEqual({ inDigest: 3, sent: 1 });
  });

  it.each(['before', 'after'] as const)(
    'are never lost nor doubled by a process that dies %s any call',
    async (when) => {
      const whole = dyingAt(0, when);
      await deliverHeld(processOf(await several(), whole.around))(cora.id);
      for (let n = 1; n <= whole.calls.length; n += 1) {
        const trust = await several();
        const mortal = dyingAt(n, when);
        await expect(deliverHeld(processOf(trust, mortal.around))(cora.id)).rejects.toThrow(ProcessDied);
        trust.clock.forward(3 * minutes);
        await sweepAnnouncements(trust)();
        await settleQueue(trust);
        const { sent = 0, unsure = 0, held = 0 } = states(trust, cora);
        const messages = messagesTo(trust, cora).length;
        expect([n, held, sent + unsure > 0, messages <= sent + unsure]).toEqual([n, 0, true, true]);
        const onDigest = [...trust.memory.cards.values()].some(
          ({ matter, state }) => matter.kind === 'work' && (state === 'sent' || state === 'unsure'),
        );
        expect([n, (states(trust, cora)['inDigest'] ?? 0) === 0 || onDigest]).toEqual([n, true]);
      }
    },
  );

  it('are held again, the digest with them, where Teams does not take it', async () => {
    const trust = await several();
    await expect(deliverHeld(processOf(trust, failing('chat.send')))(cora.id)).rejects.toThrow('429');
    expect(states(trust, cora)).toEqual({ inDigest: 3, held: 1 });
    await deliverHeld(trust)(cora.id);
    expect(messagesTo(trust, cora)).toHaveLength(1);
    expect(states(trust, cora)).toEqual({ inDigest: 3, sent: 1 });
  });
});
