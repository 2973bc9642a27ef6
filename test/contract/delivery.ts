import {
  cardStates,
  type Announcements,
  type CardState,
  type Conversations,
  type SentCard,
  type SentCards,
} from '../../shared/application/ports/delivery';
import { PersonId } from '../../shared/schema/ids';
import type { Matter } from '../../shared/schema/matter';

/** What is kept about sending, to be held to its promises. */
export interface DeliveryUnderTest {
  readonly conversations: Conversations;
  readonly sentCards: SentCards;
  readonly announcements: Announcements;
}

let used = 0;
const fresh = (): number => (used += 1);
const personOf = (n: number): PersonId => PersonId.parse(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
const reviewOf = (n: number): Matter => ({ kind: 'reviews', key: `${300_000 + n}|2026/27|autumn` });

const sending = (n: number, other: Partial<SentCard> = {}): Omit<SentCard, 'version'> => ({
  matter: reviewOf(n),
  person: personOf(n),
  slot: 'round 1/signOff',
  state: 'sending',
  since: '2026-11-22T09:40:00.000Z',
  ...other,
});

const claimed = async (cards: SentCards, card: Omit<SentCard, 'version'>): Promise<SentCard> => {
  const claim = await cards.claim(card);
  if (!claim) throw new Error('The slot is taken.');
  return claim;
};

const chat = { conversationId: 'a:1', serviceUrl: 'https://chat.example/', userId: '29:x', botId: '28:y' };

const describeConversations = (subject: () => DeliveryUnderTest): void => {
  it('are kept, the last one counts', async () => {
    const { conversations } = subject();
    const person = personOf(fresh());
    const first = { ...chat, person };
    expect(await conversations.get(person)).toBeUndefined();
    await conversations.put(first);
    await conversations.put({ ...first, conversationId: 'a:2' });
    expect(await conversations.get(person)).toEqual({ ...first, conversationId: 'a:2' });
    await conversations.put({ ...first, removed: true });
    expect(await conversations.get(person)).toEqual({ ...first, removed: true });
    await conversations.put(first);
    expect(await conversations.get(person)).toEqual(first);
  });

  it('are added where nothing is known, by one of several at once', async () => {
    const { conversations } = subject();
    const person = personOf(fresh());
    const of = (conversationId: string) => ({ ...chat, person, conversationId });
    const standing = await Promise.all(['a:1', 'a:2', 'a:3'].map((id) => conversations.add(of(id))));
    expect(new Set(standing.map(({ conversationId }) => conversationId)).size).toBe(1);
    expect(await conversations.get(person)).toEqual(standing[0]);
    await conversations.put({ ...of('a:1'), removed: true });
    expect(await conversations.add(of('a:4'))).toEqual({ ...of('a:1'), removed: true });
    expect(await conversations.get(person)).toEqual({ ...of('a:1'), removed: true });
  });

  it('tell where Teams is', async () => {
    const { conversations } = subject();
    await conversations.put({ ...chat, person: personOf(fresh()) });
    expect(await conversations.serviceUrl()).toBe(chat.serviceUrl);
  });
};

const describeCards = (subject: () => DeliveryUnderTest): void => {
  it('are claimed by one of several at once', async () => {
    const { sentCards } = subject();
    const n = fresh();
    const claims = await Promise.all(Array.from({ length: 5 }, () => sentCards.claim(sending(n))));
    expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
    expect(await sentCards.claim(sending(n))).toBeUndefined();
    expect(await sentCards.forMatter(reviewOf(n))).toEqual(claims.filter((claim) => claim !== undefined));
  });

  it('are told apart by matter, person and slot, whatever characters these have', async () => {
    const { sentCards } = subject();
    const [n, other] = [fresh(), fresh()];
    const matter = reviewOf(n);
    const all = [
      sending(n),
      sending(n, { slot: 'round 1_002fsignOff' }),
      sending(n, { slot: 'round 1|signOff' }),
      sending(n, { person: personOf(other) }),
      sending(n, { slot: '#?\\ %äöü' }),
    ];
    const kept = await Promise.all(all.map((card) => claimed(sentCards, card)));
    await claimed(sentCards, sending(other, { person: personOf(n) }));
    await claimed(sentCards, sending(n, { matter: { ...matter, kind: 'categoryChanges' } }));
    const found = await sentCards.forMatter(matter);
    expect(found).toHaveLength(kept.length);
    expect(found).toEqual(expect.arrayContaining(kept));
  });

  it('are saved only over the version that was read', async () => {
    const { sentCards } = subject();
    const n = fresh();
    const claim = await claimed(sentCards, sending(n));
    const sent = {
      ...claim,
      state: 'sent' as const,
      activityId: 'm-1',
      conversationId: 'a:1',
      serviceUrl: 'https://chat.example/',
      shows: 'digest',
    };
    const saved = await sentCards.save(sent);
    expect(saved).toEqual({ ...sent, version: saved?.version });
    expect(saved?.version).not.toBe(claim.version);
    expect(await sentCards.save({ ...claim, state: 'undeliverable', reason: 'Too late.' })).toBeUndefined();
    expect(await sentCards.forMatter(reviewOf(n))).toEqual([saved]);
  });

  it('let one of several savers through', async () => {
    const { sentCards } = subject();
    const claim = await claimed(sentCards, sending(fresh()));
    const saves = await Promise.all(['a', 'b', 'c'].map((shows) => sentCards.save({ ...claim, shows })));
    expect(saves.filter((save) => save !== undefined)).toHaveLength(1);
  });

  it('lose what a later save leaves out', async () => {
    const { sentCards } = subject();
    const n = fresh();
    const saved = await sentCards.save({
      ...(await claimed(sentCards, sending(n))),
      state: 'undeliverable',
      reason: 'Not installed.',
    });
    if (!saved) throw new Error('Not saved.');
    const { reason: _reason, ...again } = saved;
    await sentCards.save({ ...again, state: 'sending' });
    expect((await sentCards.forMatter(reviewOf(n)))[0]).not.toHaveProperty('reason');
  });

  it('are found by where they stand, of everybody or of one person', async () => {
    const { sentCards } = subject();
    const [one, other] = [fresh(), fresh()];
    const kept = await Promise.all(
      cardStates.map((state) => claimed(sentCards, sending(one, { slot: state, state, urgent: state === 'held' }))),
    );
    const elsewhere = await claimed(sentCards, sending(other, { state: 'held' }));
    const inState = (...states: CardState[]) => kept.filter(({ state }) => states.includes(state));
    for (const state of cardStates) expect(await sentCards.inState([state], personOf(one))).toEqual(inState(state));
    const found = await sentCards.inState(['held', 'unsure'], personOf(one));
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining(inState('held', 'unsure')));
    expect(await sentCards.inState(['held'])).toEqual(expect.arrayContaining([...inState('held'), elsewhere]));
  });

  it('that could not be delivered are found wherever they are', async () => {
    const { sentCards } = subject();
    const [there, gone] = [fresh(), fresh()];
    await claimed(sentCards, sending(there));
    const undeliverable = await sentCards.save({
      ...(await claimed(sentCards, sending(gone))),
      state: 'undeliverable',
      reason: 'Assured is not installed for this person in Teams.',
    });
    const found = await sentCards.inState(['undeliverable']);
    expect(found).toContainEqual(undeliverable);
    expect(found.map(({ person }) => person)).not.toContain(personOf(there));
  });

  it('are none for a matter that nobody was told of', async () => {
    expect(await subject().sentCards.forMatter(reviewOf(fresh()))).toEqual([]);
  });
};

const describeAnnouncements = (subject: () => DeliveryUnderTest): void => {
  it('keep the last version of each matter by its name', async () => {
    const { announcements } = subject();
    const review = reviewOf(fresh());
    const change: Matter = {
      kind: 'categoryChanges',
      key: `c0000000-0000-4000-8000-${String(fresh()).padStart(12, '0')}`,
    };
    await announcements.record(review, '"guid,1"');
    await announcements.record(change, '"guid,7"');
    await announcements.record(review, '"guid,2"');
    const all = await announcements.all();
    expect(all.get(`reviews:${review.key}`)).toEqual({ version: '"guid,2"' });
    expect(all.get(`categoryChanges:${change.key}`)).toEqual({ version: '"guid,7"' });
  });

  it('keep the version of a person’s record that was last looked at', async () => {
    const { announcements } = subject();
    const key = `d0000000-0000-4000-8000-${String(fresh()).padStart(12, '0')}`;
    await announcements.record({ kind: 'people', key }, '"guid,3"');
    expect((await announcements.all()).get(`people:${key}`)).toEqual({ version: '"guid,3"' });
  });

  it('keep the version that failed beside the one that was announced, until the next is', async () => {
    const { announcements } = subject();
    const review = reviewOf(fresh());
    const kept = async () => (await announcements.all()).get(`reviews:${review.key}`);
    await announcements.recordFailed(review, '"guid,1"');
    expect(await kept()).toEqual({ failed: '"guid,1"' });
    await announcements.record(review, '"guid,2"');
    expect(await kept()).toEqual({ version: '"guid,2"' });
    await announcements.recordFailed(review, '"guid,3"');
    await announcements.recordFailed(review, '"guid,4"');
    expect(await kept()).toEqual({ version: '"guid,2"', failed: '"guid,4"' });
  });
};

/** What every record of sending promises. `make` is called once; the tests use keys of their own. */
export const describeDelivery = (name: string, make: () => Promise<DeliveryUnderTest>): void =>
  describe(`${name} keep their promises`, () => {
    let made: DeliveryUnderTest;
    beforeAll(async () => {
      made = await make();
    }, 60_000);
    const subject = (): DeliveryUnderTest => made;
    describe('conversations', () => describeConversations(subject));
    describe('sent cards', () => describeCards(subject));
    describe('announcements', () => describeAnnouncements(subject));
  });
