import { announceMatter, AnnouncementBusy } from '../../../shared/application/announceMatter';
import { readCards } from '../../../shared/application/cards';
import { queryReview } from '../../../shared/application/queryReview';
import { sendForSignOff } from '../../../shared/application/sendForSignOff';
import { signOffReview } from '../../../shared/application/signOffReview';
import { nameOfMatter, sweepAnnouncements } from '../../../shared/application/sweepAnnouncements';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Matter } from '../../../shared/schema/matter';
import type { Person } from '../../../shared/schema/people';
import { autumn } from '../../support/builders/calendar';
import { atApprove, decidedChange } from '../../support/builders/changes';
import * as command from '../../support/builders/commands';
import { changeId, commandId, urn } from '../../support/builders/ids';
import { valueOf } from '../../support/builders/outcome';
import { bo, coHead, cora, dana, hazel, nameOf, people } from '../../support/builders/people';
import { awaitingReview, judgedReview, queriedReview } from '../../support/builders/reviews';
import { createTrust, type Holdings, type TestTrust } from '../../support/builders/trust';
import { deliveryOver, dyingAt, failing, ProcessDied, type Around, type Message } from '../../support/fakeDelivery';

const review: Matter = { kind: 'reviews', key: keyOfReview({ urn: urn.alder, ...autumn }) };
const change: Matter = { kind: 'categoryChanges', key: changeId(1) };
const minutes = 60_000;

const announce = (trust: TestTrust, matter: Matter = review, around?: Around): Promise<void> =>
  announceMatter({ ...trust, ...(around && deliveryOver(trust.memory, around)) })(matter);

const messagesOf = (trust: TestTrust, person: Person): Message[] =>
  [...trust.memory.messages.values()].filter((message) => message.person === person.id);
const asksOf = (trust: TestTrust, person: Person) =>
  messagesOf(trust, person).map(({ card }) => ('ask' in card ? card.ask : undefined));
const told = (trust: TestTrust): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { person } of trust.memory.messages.values()) counts[nameOf(person)] = (counts[nameOf(person)] ?? 0) + 1;
  return counts;
};
const cardOf = (trust: TestTrust, person: Person) =>
  [...trust.memory.cards.values()].find((card) => card.person === person.id);

/** Every card due is in its chat, every recorded card shows the present state, and the version is the one announced. */
const expectAnnounced = async (trust: TestTrust, matter: Matter = review): Promise<void> => {
  const present = await readCards(trust, matter);
  if (!present) throw new Error('There is no such matter.');
  const sent = [...trust.memory.cards.values()].filter((card) => nameOfMatter(card.matter) === nameOfMatter(matter));
  for (const due of present.slots)
    expect(sent.some((card) => card.person === due.person && card.slot === due.slot && card.state === 'sent')).toBe(
      true,
    );
  for (const card of sent)
    if (card.activityId)
      expect(trust.memory.messages.get(card.activityId)?.card).toEqual(present.cardFor(card.person, card.slot));
  expect(trust.memory.announced.get(nameOfMatter(matter))).toBe(present.version);
  expect(await sweepAnnouncements({ ...trust, announcements: deliveryOver(trust.memory).announcements })()).toBe(0);
};

/** A process that dies as soon as a call of this name has taken effect. */
const dyingAfter = (name: string): Around => {
  let dead = false;
  return async (call, effect) => {
    if (dead) throw new ProcessDied();
    const result = effect();
    dead = call === name;
    if (dead) throw new ProcessDied();
    return result;
  };
};

const awaiting = (holdings: Holdings = {}) => createTrust({ reviews: [awaitingReview()], ...holdings });
const signOff = async (trust: TestTrust) => valueOf(await signOffReview(trust)(hazel.id, command.toSignOff()));
const query = async (trust: TestTrust) => valueOf(await queryReview(trust)(hazel.id, command.toQuery()));
const sendAgain = async (trust: TestTrust) =>
  valueOf(await sendForSignOff(trust)(dana.id, command.toSend({ commandId: commandId('sent-again') })));

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
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
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

describe('people who cannot be reached', () => {
  it('who do not have the app are noted for the administrator, and the others have their cards', async () => {
    const trust = await awaiting();
    trust.memory.conversations.delete(hazel.id);
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
    trust.memory.conversations.delete(hazel.id);
    await announce(trust);
    await announce(trust);
    if (known) trust.memory.conversations.set(hazel.id, known);
    await announce(trust);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    await expectAnnounced(trust);
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

  it('who have left the trust are sent nothing', async () => {
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
    expect(trust.memory.announced.size).toBe(0);
    trust.clock.forward(3 * minutes);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    await expectAnnounced(trust);
  });

  it('on redrawing: the others are redrawn all the same, and the next time makes good at once', async () => {
    const trust = await awaiting();
    await announce(trust);
    await signOff(trust);
    await expect(announce(trust, review, failing('chat.update'))).rejects.toThrow('429');
    expect([...asksOf(trust, hazel), ...asksOf(trust, coHead)].sort()).toEqual(['signOff', undefined]);
    expect(await sweepAnnouncements(trust)()).toBe(1);
    await announce(trust);
    await expectAnnounced(trust);
  });

  it.each(['sentCards.forMatter', 'sentCards.claim', 'sentCards.save', 'conversations.get', 'announcements.record'])(
    'on %s: nothing is announced until it is made good',
    async (call) => {
      const trust = await awaiting();
      await expect(announce(trust, review, failing(call))).rejects.toThrow('429');
      expect(trust.memory.announced.size).toBe(0);
      trust.clock.forward(3 * minutes);
      await announce(trust);
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

  it('is taken over after two minutes', async () => {
    const trust = await awaiting();
    await claimedBy(trust, 'sign-off-1');
    trust.clock.forward(2 * minutes);
    await expect(announce(trust)).rejects.toThrow(AnnouncementBusy);
    trust.clock.forward(1);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    await expectAnnounced(trust);
  });

  it('that was given up and is due no more is sent no more', async () => {
    const trust = await awaiting();
    await claimedBy(trust, 'sign-off-0');
    trust.clock.forward(3 * minutes);
    await announce(trust);
    expect(told(trust)).toEqual({ 'Hazel Head': 1, 'Colin Cohead': 1 });
    expect([...trust.memory.cards.values()].find((card) => card.slot === 'sign-off-0')?.state).toBe('undeliverable');
    expect(trust.memory.announced.size).toBe(1);
  });
});

describe('a process that dies', () => {
  const scenes: Record<string, { before: () => Promise<TestTrust>; matter: Matter }> = {
    'while it sends the first cards': { before: () => awaiting(), matter: review },
    'while it redraws': {
      before: async () => {
        const trust = await awaiting();
        await announce(trust);
        await signOff(trust);
        return trust;
      },
      matter: review,
    },
    'while it redraws and sends': {
      before: async () => {
        const trust = await awaiting();
        await announce(trust);
        await query(trust);
        return trust;
      },
      matter: review,
    },
    'while it tells the CEO': { before: () => createTrust({ changes: [atApprove()] }), matter: change },
  };

  describe.each(Object.entries(scenes))('%s', (_, { before, matter }) => {
    it.each(['before', 'after'] as const)('%s any call took effect: the next announcement makes good', async (when) => {
      const whole = dyingAt(0, when);
      await announce(await before(), matter, whole.around);
      expect(whole.calls.length).toBeGreaterThan(4);
      for (let n = 1; n <= whole.calls.length; n += 1) {
        const trust = await before();
        const had = told(trust);
        const mortal = dyingAt(n, when);
        await expect(announce(trust, matter, mortal.around)).rejects.toThrow(ProcessDied);
        const last = mortal.calls.at(-1);
        if (last !== 'announcements.record' || when === 'before') expect(await sweepAnnouncements(trust)()).toBe(1);
        trust.clock.forward(3 * minutes);
        await announce(trust, matter);
        await expectAnnounced(trust, matter);
        const cards = [...trust.memory.cards.values()].length;
        const lostSend =
          (last === 'chat.send' && when === 'after') ||
          (last === 'sentCards.save' && when === 'before' && mortal.calls.at(-2) === 'chat.send');
        expect([n, trust.memory.messages.size - cards]).toEqual([n, lostSend ? 1 : 0]);
        expect(Object.keys(told(trust)).length).toBeGreaterThanOrEqual(Object.keys(had).length);
      }
    });
  });
});

describe('a redrawing whose process died is done again', () => {
  it('even where the card must show again what it is recorded to have shown', async () => {
    const trust = await awaiting();
    await announce(trust);
    const shown = messagesOf(trust, hazel)[0]?.card;
    const give = async (roles: Person['roles']) => {
      const loaded = await trust.store.load('people', hazel.id);
      if (loaded.status === 'found') await trust.store.replace('people', { ...loaded.document, roles }, loaded.version);
    };
    await give([]);
    await expect(announce(trust, review, dyingAfter('chat.update'))).rejects.toThrow(ProcessDied);
    expect(messagesOf(trust, hazel)[0]?.card.card).toBe('gone');
    await give(hazel.roles);
    await announce(trust);
    expect(messagesOf(trust, hazel).map((message) => message.card)).toEqual([shown]);
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
