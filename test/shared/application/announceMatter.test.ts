import { AnnouncementBusy } from '../../../shared/application/announceMatter';
import type { Person } from '../../../shared/schema/people';
import { queryReview } from '../../../shared/application/queryReview';
import { sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import { atApprove, decidedChange } from '../../support/builders/changes';
import { valueOf } from '../../support/builders/outcome';
import { bo, coHead, cora, dana, hazel, people } from '../../support/builders/people';
import { judgedReview, queriedReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { deliveryOver, failing, type Around } from '../../support/fakeDelivery';
import * as command from '../../support/builders/commands';
import {
  announce,
  asksOf,
  awaiting,
  cardOf,
  change,
  expectAnnounced,
  messagesOf,
  minutes,
  query,
  review,
  sendAgain,
  settleQueue,
  signOff,
  told,
} from '../../support/builders/announcing';

describe('announcing', () => {
  it('sends each card that is due, once, and records the version', async () => {
    const trust = await awaiting();
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    expect(asksOf(trust, hazel)).toEqual(['signOff']);
    await expectAnnounced(trust);
  });

  it('twice sends and redraws nothing', async () => {
    const trust = await awaiting();
    await announce(trust);
    const before = [...trust.memory.messages.values()];
    await announce(trust);
    await announce(trust);
    expect([...trust.memory.messages.values()]).toEqual(before);
  });

  it('redraws every card when the matter has moved on', async () => {
    const trust = await awaiting();
    await announce(trust);
    await signOff(trust);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1, 'Dana Director': 1 });
    expect([...asksOf(trust, hazel), ...asksOf(trust, coHead)]).toEqual([undefined, undefined]);
    await expectAnnounced(trust);
  });

  it('follows a query, an answer and a second sending: nobody keeps a button that is out of date', async () => {
    const trust = await awaiting();
    await announce(trust);
    await query(trust);
    await announce(trust);
    expect(asksOf(trust, dana)).toEqual(['answerQuery']);
    expect(asksOf(trust, hazel)).toEqual([undefined]);
    await sendAgain(trust);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 2, 'Colin Cohead': 2, 'Dana Director': 1 });
    expect(asksOf(trust, hazel)).toEqual([undefined, 'signOff']);
    expect(asksOf(trust, dana)).toEqual([undefined]);
    await expectAnnounced(trust);
  });

  it('sends the outcome of a change to the proposer and the heads, not to whoever decided', async () => {
    const trust = await createTrust({ changes: [decidedChange()] });
    await announce(trust, change);
    expect(told(trust)).toEqual({ 'Dana Director': 1, 'Hazel Head': 1, 'Colin Cohead': 1 });
    await expectAnnounced(trust, change);
  });

  it('of a review that waits for nobody sends nothing and is done', async () => {
    const trust = await createTrust({ reviews: [judgedReview()] });
    await announce(trust);
    expect(told(trust)).toEqual({});
    await expectAnnounced(trust);
  });

  it('of what is not there, or cannot be believed, sends nothing', async () => {
    const trust = await awaiting();
    await announce(trust, { kind: 'reviews', key: 'nothing|here|autumn' });
    trust.store.handEdit('reviews', review.key);
    await announce(trust);
    expect(told(trust)).toEqual({});
    expect(trust.memory.announced.size).toBe(0);
  });
});

/** Graph does not let the app be installed for this person. */
const notForEverybody = (trust: TestTrust, { id }: Person): void => {
  trust.memory.conversations.delete(id);
  trust.memory.installations.set(id, { status: 'refused', reason: 'Assured is not installed for this person.' });
};

describe('people who cannot be reached', () => {
  it('who do not have the app are noted for the administrator, and the others have their cards', async () => {
    const trust = await awaiting();
    notForEverybody(trust, hazel);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Colin Cohead': 1 });
    expect(cardOf(trust, hazel)).toMatchObject({
      state: 'undeliverable',
      reason: expect.stringContaining('not installed') as string,
    });
    expect(trust.memory.announced.size).toBe(1);
  });

  it('who install it later have their card then, once', async () => {
    const trust = await awaiting();
    const known = trust.memory.conversations.get(hazel.id);
    notForEverybody(trust, hazel);
    await announce(trust);
    await announce(trust);
    if (known) trust.memory.conversations.set(hazel.id, known);
    await announce(trust);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    await expectAnnounced(trust);
  });

  it('are noted no more when nothing waits for them any more', async () => {
    const trust = await awaiting();
    notForEverybody(trust, coHead);
    await announce(trust);
    expect(cardOf(trust, coHead)?.state).toBe('undeliverable');
    await signOff(trust);
    await announce(trust);
    expect(cardOf(trust, coHead)?.state).toBe('withdrawn');
    expect(asksOf(trust, hazel)).toEqual([undefined]);
  });

  it('who blocked it are noted, and the others have their cards', async () => {
    const trust = await awaiting();
    trust.memory.blocked.add(hazel.id);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Colin Cohead': 1 });
    expect(cardOf(trust, hazel)).toMatchObject({ state: 'undeliverable', reason: 'This person has blocked the app.' });
    expect(trust.memory.announced.size).toBe(1);
  });

  it('who blocked it after they had a card are noted when it cannot be redrawn', async () => {
    const trust = await awaiting();
    await announce(trust);
    trust.memory.blocked.add(hazel.id);
    await signOff(trust);
    await announce(trust);
    expect(cardOf(trust, hazel)).toMatchObject({ state: 'undeliverable' });
    expect(asksOf(trust, coHead)).toEqual([undefined]);
    expect(trust.memory.announced.size).toBe(1);
  });

  it('who have left the trust are sent nothing, and the administrator sees what waits for them', async () => {
    const trust = await createTrust({ reviews: [queriedReview()], people: people.filter((person) => person !== dana) });
    const stayed = deliveryOver(trust.memory);
    await stayed.conversations.put({
      person: dana.id,
      conversationId: 'c',
      serviceUrl: 'https://chat.example/',
      userId: '29:x',
      botId: '28:y',
    });
    await announce(trust);
    expect(told(trust)).toEqual({});
    expect(trust.memory.announced.size).toBe(1);
    expect(cardOf(trust, dana)).toMatchObject({ state: 'undeliverable', slot: 'query-1' });
    expect(cardOf(trust, dana)?.reason).toMatch(/no longer set up/);
  });

  it('who may no longer see the matter have their card emptied of it', async () => {
    const trust = await awaiting();
    await announce(trust);
    const moved = await trust.store.load('people', hazel.id);
    if (moved.status !== 'found') throw new Error('Hazel is in the list.');
    await trust.store.replace('people', { ...moved.document, roles: [] }, moved.version);
    valueOf(await queryReview(trust)(coHead.id, command.toQuery()));
    await announce(trust);
    const [card] = messagesOf(trust, hazel).map((message) => message.card);
    expect(card?.card).toBe('gone');
    expect(JSON.stringify(card)).not.toMatch(/Alder|review|100001/);
    await expectAnnounced(trust);
  });
});

describe('faults that pass', () => {
  it('on sending: the others have their cards all the same, the queue is asked to try again, and then it is made good', async () => {
    const trust = await awaiting();
    await expect(announce(trust, review, failing('chat.send'))).rejects.toThrow('429');
    expect(Object.values(told(trust))).toEqual([1]);
    trust.clock.forward(minutes);
    expect(await sweepAnnouncements(trust)()).toBe(1);
    await settleQueue(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    await expectAnnounced(trust);
  });

  it('on redrawing: the others are redrawn all the same, and the next time makes good at once', async () => {
    const trust = await awaiting();
    await announce(trust);
    await signOff(trust);
    trust.notifier.announced.splice(0);
    await expect(announce(trust, review, failing('chat.update'))).rejects.toThrow('429');
    expect([...asksOf(trust, hazel), ...asksOf(trust, coHead)].sort()).toEqual(['signOff', undefined]);
    expect(await sweepAnnouncements(trust)()).toBe(1);
    await announce(trust);
    await expectAnnounced(trust);
  });

  it.each(['sentCards.forMatter', 'sentCards.claim', 'sentCards.save', 'conversations.get', 'announcements.record'])(
    'on %s: the sweep finds it, and it is made good',
    async (call) => {
      const trust = await awaiting();
      await expect(announce(trust, review, failing(call))).rejects.toThrow('429');
      trust.clock.forward(3 * minutes);
      expect(await sweepAnnouncements(trust)()).toBeGreaterThan(0);
      await settleQueue(trust);
      await expectAnnounced(trust);
    },
  );

  it('of a card that cannot be drawn because the store does not answer', async () => {
    const trust = await awaiting();
    trust.store.failNext('load', 'unavailable');
    await expect(announce(trust)).rejects.toThrow();
    expect(told(trust)).toEqual({});
  });
});

describe('the matter changing meanwhile', () => {
  const during = (call: string, act: () => Promise<unknown>): Around => {
    let done = false;
    return async (name, effect) => {
      const first = name === call && !done;
      done ||= first;
      if (first) await act();
      return effect();
    };
  };

  it.each(['sentCards.forMatter', 'sentCards.claim', 'conversations.get', 'chat.send', 'sentCards.save'])(
    'before %s: the cards show the new state at the end',
    async (call) => {
      const trust = await awaiting();
      await announce(
        trust,
        review,
        during(call, () => signOff(trust)),
      );
      for (const message of trust.memory.messages.values()) expect(message.card).not.toHaveProperty('ask');
      await expectAnnounced(trust);
    },
  );

  it.each(['chat.update', 'sentCards.save'])('again, before %s', async (call) => {
    const trust = await awaiting();
    await announce(trust);
    await query(trust);
    await announce(
      trust,
      review,
      during(call, () => sendAgain(trust)),
    );
    expect(asksOf(trust, hazel)).toEqual([undefined, 'signOff']);
    await expectAnnounced(trust);
  });
});

describe('a redrawing that arrives after a newer one', () => {
  it('is drawn again, so that the newest state stays', async () => {
    const trust = await awaiting({ people: people.filter((person) => person !== coHead) });
    await announce(trust);
    await query(trust);
    let overtaken = false;
    const late: Around = async (call, effect) => {
      if (call === 'chat.update' && !overtaken) {
        overtaken = true;
        await sendAgain(trust);
        await announce(trust);
      }
      return effect();
    };
    await announce(trust, review, late);
    expect(overtaken).toBe(true);
    expect(asksOf(trust, hazel)).toEqual([undefined, 'signOff']);
    expect(asksOf(trust, dana)).toEqual([undefined]);
    await expectAnnounced(trust);
  });
});

describe('a send under way', () => {
  const claimedBy = async (trust: TestTrust, slot: string) => {
    await trust.sentCards.claim({ matter: review, person: hazel.id, slot, state: 'sending', since: trust.clock.now() });
  };

  it('is left to whoever has it, and the queue is asked to try again', async () => {
    const trust = await awaiting();
    await claimedBy(trust, 'sign-off-1');
    await expect(announce(trust)).rejects.toThrow(AnnouncementBusy);
    expect(told(trust)).toEqual({ 'Colin Cohead': 1 });
    expect(trust.memory.announced.size).toBe(0);
  });

  it('that began just after this one looked is left to whoever has it: nothing is recorded as announced', async () => {
    const trust = await awaiting();
    let begun = false;
    const around: Around = async (call, effect) => {
      if (call === 'sentCards.claim' && !begun) {
        begun = true;
        await claimedBy(trust, 'sign-off-1');
      }
      return effect();
    };
    await expect(announce(trust, review, around)).rejects.toThrow(AnnouncementBusy);
    expect(told(trust)).toEqual({ 'Colin Cohead': 1 });
    expect(trust.memory.announced.size).toBe(0);
  });

  it('is in doubt after two minutes, and never sent again by itself', async () => {
    const trust = await awaiting();
    await claimedBy(trust, 'sign-off-1');
    trust.clock.forward(2 * minutes);
    await expect(announce(trust)).rejects.toThrow(AnnouncementBusy);
    trust.clock.forward(1);
    await announce(trust);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Colin Cohead': 1 });
    expect(cardOf(trust, hazel)).toMatchObject({
      state: 'unsure',
      reason: expect.stringMatching(/not known/) as string,
    });
    expect(trust.memory.announced.size).toBe(1);
  });

  it('that was given up and is due no more is sent no more', async () => {
    const trust = await awaiting();
    await claimedBy(trust, 'sign-off-0');
    trust.clock.forward(3 * minutes);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    expect([...trust.memory.cards.values()].find((card) => card.slot === 'sign-off-0')?.state).toBe('unsure');
    expect(trust.memory.announced.size).toBe(1);
  });
});

describe('who has which card', () => {
  it('the CEO to approve, then the Board to confirm, and nobody twice', async () => {
    const trust = await createTrust({ changes: [atApprove()] });
    await announce(trust, change);
    expect(told(trust)).toEqual({ 'Cora Chief': 1 });
    expect(asksOf(trust, cora)).toEqual(['approve']);
    expect(messagesOf(trust, bo)).toEqual([]);
  });
});
