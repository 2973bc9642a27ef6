import type { Person } from '../../../shared/schema/people';
import { queryReview } from '../../../shared/application/queryReview';
import { valueOf } from '../../support/builders/outcome';
import { coHead, dana, hazel, people } from '../../support/builders/people';
import { queriedReview } from '../../support/builders/reviews';
import { createTrust, type TestTrust } from '../../support/builders/trust';
import { deliveryOver } from '../../support/fakeDelivery';
import * as command from '../../support/builders/commands';
import {
  announce,
  asksOf,
  awaiting,
  cardOf,
  expectAnnounced,
  messagesOf,
  signOff,
  told,
} from '../../support/builders/announcing';

/** Graph does not let the app be installed for this person. */
const notForEverybody = (trust: TestTrust, { id }: Person): void => {
  trust.memory.conversations.delete(id);
  trust.memory.withoutApp.add(id);
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
