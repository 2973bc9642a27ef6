import { cardStates, type SentCard } from '../../shared/application/ports/delivery';
import type { KeptDelivery, KnownConversation } from '../../shared/application/ports/keptDelivery';
import { PersonId } from '../../shared/schema/ids';
import type { DeliveryUnderTest } from './delivery';

export interface KeptUnderTest extends DeliveryUnderTest {
  readonly kept: KeptDelivery;
}

let used = 0;
const anybody = (): PersonId => PersonId.parse(`e0000000-0000-4000-8000-${String((used += 1)).padStart(12, '0')}`);

const addressOf = (person: PersonId) => ({
  ...{ person, conversationId: `a:${person}`, serviceUrl: 'https://chat.example/' },
  ...{ userId: '29:x', botId: '28:y' },
});

const everything = async <T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> => {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
};

/** Claims a card of a person; its slot holds what keys must not. */
const claimed = async ({ sentCards }: KeptUnderTest, person: PersonId): Promise<SentCard> => {
  const matter = { kind: 'reviews', key: '400001|2026/27|autumn' } as const;
  const at = { state: 'held', since: '2026-11-22T09:40:00.000Z' } as const;
  const card = await sentCards.claim({ matter, person, slot: 'round 1/#?\\', ...at });
  if (!card) throw new Error('The slot is taken.');
  return card;
};

const describeConversations = (subject: () => KeptUnderTest): void => {
  const known = async (person: PersonId): Promise<KnownConversation | undefined> =>
    (await everything(subject().kept.conversations())).find(({ conversation }) => conversation.person === person);

  it('are all of them found, as they were kept', async () => {
    const [one, other] = [addressOf(anybody()), { ...addressOf(anybody()), removed: true } as const];
    for (const address of [one, other]) await subject().conversations.put(address);
    expect((await known(one.person))?.conversation).toEqual(one);
    expect((await known(other.person))?.conversation).toEqual(other);
  });

  it('are dropped where they are still as they were read, and once', async () => {
    const { conversations, kept } = subject();
    const [person, beside] = [anybody(), anybody()];
    for (const each of [person, beside]) await conversations.put(addressOf(each));
    const read = await known(person);
    await conversations.put({ ...addressOf(person), removed: true });
    expect(await kept.dropConversation(person, read?.version)).toBe(false);
    expect(await conversations.get(person)).toMatchObject({ removed: true });
    const again = await known(person);
    expect(await kept.dropConversation(person, again?.version)).toBe(true);
    expect(await kept.dropConversation(person, again?.version)).toBe(false);
    expect(await conversations.get(person)).toBeUndefined();
    expect(await conversations.get(beside)).toEqual(addressOf(beside));
  });

  it('are dropped as they stand where no version is named', async () => {
    const { conversations, kept } = subject();
    const person = anybody();
    await conversations.put(addressOf(person));
    expect(await kept.dropConversation(person)).toBe(true);
    expect(await kept.dropConversation(person)).toBe(false);
    expect(await conversations.get(person)).toBeUndefined();
  });
};

const describeOthers = (subject: () => KeptUnderTest): void => {
  it('cards are all of them found, and dropped where they are still as they were read', async () => {
    const { sentCards, kept } = subject();
    const [one, other] = [await claimed(subject(), anybody()), await claimed(subject(), anybody())];
    expect(await everything(kept.cards())).toEqual(expect.arrayContaining([one, other]));
    const sent = await sentCards.save({ ...one, state: 'sent' });
    expect(await kept.dropCard(one)).toBe(false);
    if (!sent) throw new Error('Not saved.');
    expect(await kept.dropCard(sent)).toBe(true);
    expect(await kept.dropCard(sent)).toBe(false);
    expect(await sentCards.inState(cardStates, one.person)).toEqual([]);
    expect(await sentCards.inState(cardStates, other.person)).toEqual([other]);
    expect(await sentCards.claim(one)).toBeDefined();
  });

  it('announcements are dropped by what they are of, and once', async () => {
    const { announcements, kept } = subject();
    const [one, other] = [anybody(), anybody()].map((key) => ({ kind: 'people', key }) as const);
    for (const what of [one, other]) if (what) await announcements.record(what, '"1"');
    if (!one || !other) throw new Error('Nobody.');
    expect(await kept.dropAnnouncement(one)).toBe(true);
    expect(await kept.dropAnnouncement(one)).toBe(false);
    const names = [...(await announcements.all()).keys()];
    expect(names).toContain(`people:${other.key}`);
    expect(names).not.toContain(`people:${one.key}`);
  });
};

/** What is kept of sending can be looked through and dropped. `make` is called once; the tests use keys of their own. */
export const describeKept = (name: string, make: () => Promise<KeptUnderTest>): void =>
  describe(`${name} can be looked through and dropped`, () => {
    let made: KeptUnderTest;
    beforeAll(async () => {
      made = await make();
    }, 60_000);
    const subject = (): KeptUnderTest => made;
    describe('conversations', () => describeConversations(subject));
    describe('the others', () => describeOthers(subject));
  });
