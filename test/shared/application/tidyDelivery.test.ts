import { announceMatter } from '../../../shared/application/announceMatter';
import { nameOfMatter } from '../../../shared/application/nameOfMatter';
import { StoreUnavailable } from '../../../shared/application/ports/store';
import type { SentCard } from '../../../shared/application/ports/delivery';
import { readCard } from '../../../shared/application/readCard';
import { cardsKeptForDays, tidyDelivery } from '../../../shared/application/tidyDelivery';
import { keyOfReview } from '../../../shared/domain/keys';
import type { Matter } from '../../../shared/schema/matter';
import { change, review } from '../../support/builders/announcing';
import { now, summerBefore } from '../../support/builders/calendar';
import { atApprove, decidedChange, rejectedChange, withdrawnChange } from '../../support/builders/changes';
import { changeId, urn } from '../../support/builders/ids';
import { valueOf } from '../../support/builders/outcome';
import { ada, cora, dana, hazel, nobody, people, stranger } from '../../support/builders/people';
import { awaitingReview, signedOffReview } from '../../support/builders/reviews';
import { createTrust, type Holdings, type TestTrust } from '../../support/builders/trust';
import { conversationOf, dyingAt } from '../../support/fakeDelivery';
import { keptOver } from '../../support/fakeKept';

const old = (days = cardsKeptForDays + 1): string => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const summer: Matter = { kind: 'reviews', key: keyOfReview({ urn: urn.alder, ...summerBefore }) };
const neverThere: Matter = { kind: 'reviews', key: '999999|2024/25|autumn' };
const workOf = (key: string): Matter => ({ kind: 'work', key });
const over = (n: number): Matter => ({ kind: 'categoryChanges', key: changeId(n) });

const card = (matter: Matter, other: Partial<SentCard> = {}): Omit<SentCard, 'version'> => ({
  matter,
  ...{ person: hazel.id, slot: 'sign-off-1', state: 'sent', since: old() },
  ...{ activityId: 'm-1', conversationId: 'a:1', serviceUrl: 'https://chat.example/', shows: 'digest' },
  ...other,
});

const holdings: Holdings = {
  reviews: [awaitingReview(), signedOffReview({ period: summerBefore })],
  changes: [
    atApprove(),
    decidedChange({ id: changeId(2) }),
    rejectedChange({ id: changeId(3) }),
    withdrawnChange({ id: changeId(4) }),
  ],
};
const trustWith = (cards: readonly Omit<SentCard, 'version'>[] = [], other: Holdings = {}): Promise<TestTrust> =>
  createTrust({ ...holdings, cards, ...other });
const tidy = (trust: TestTrust, kept = keptOver(trust.memory)) => tidyDelivery({ ...trust, kept })();
const kept = ({ memory }: TestTrust): SentCard[] => [...memory.cards.values()];

describe('addresses', () => {
  it('go where nobody in People has a use for them, and nowhere else', async () => {
    const trust = await trustWith();
    const had = people.map(({ id }) => id).filter((id) => id !== nobody.id);
    await trust.conversations.put(conversationOf(stranger));
    expect(await tidy(trust)).toBe(2);
    expect([...trust.memory.conversations.keys()].sort()).toEqual([...had].sort());
    expect(await tidy(trust)).toBe(0);
  });

  it('of whoever removed the app stay known as long as they are in People', async () => {
    const trust = await trustWith();
    for (const person of [hazel.id, nobody.id, stranger])
      await trust.conversations.put({ ...conversationOf(person), removed: true });
    await tidy(trust);
    expect(await trust.conversations.get(hazel.id)).toMatchObject({ removed: true });
    expect(await trust.conversations.get(nobody.id)).toMatchObject({ removed: true });
    expect(await trust.conversations.get(stranger)).toBeUndefined();
  });

  it.each([
    ['of a person was changed by hand', [dana.id]],
    ['of everybody was', people.map(({ id }) => id)],
  ])('of whoever cannot be found stay where a record %s: it might be theirs', async (_, ids) => {
    const trust = await trustWith([], { editedByHand: ids.map((key) => ({ kind: 'people', key })) });
    await trust.conversations.put(conversationOf(stranger));
    await tidy(trust);
    expect(await trust.conversations.get(stranger)).toBeDefined();
    expect(await trust.conversations.get(dana.id)).toBeDefined();
  });

  it('stay where nobody is in People yet', async () => {
    const trust = await trustWith([], { people: [] });
    await trust.conversations.put(conversationOf(stranger));
    expect(await tidy(trust)).toBe(0);
  });

  it('stay where a list cannot be read, or is sealed with another key', async () => {
    const trust = await trustWith([card(summer)]);
    await trust.conversations.put(conversationOf(stranger));
    trust.store.failNext('rows', 'unavailable');
    await expect(tidy(trust)).rejects.toThrow(StoreUnavailable);
    trust.store.changeKey();
    expect(await tidy(trust)).toBe(0);
    expect(await trust.conversations.get(stranger)).toBeDefined();
  });

  it('that are kept anew meanwhile stay', async () => {
    const trust = await trustWith();
    await trust.conversations.put(conversationOf(stranger));
    const anew = { ...conversationOf(stranger), removed: true } as const;
    trust.store.beforeNext('rows', () => trust.conversations.put(anew));
    await tidy(trust);
    expect(await trust.conversations.get(stranger)).toEqual(anew);
  });
});

describe('cards', () => {
  it.each([
    ['of a review that was signed off', card(summer)],
    ['of a decided change', card(over(2))],
    ['of a rejected one', card(over(3))],
    ['of a withdrawn one', card(over(4))],
    ['of a review that is not there', card(neverThere)],
    ['of somebody’s work', card(workOf(hazel.id), { slot: 'digest/1' })],
    ['that could not be delivered', card(summer, { state: 'undeliverable', reason: 'No app.' })],
    ['of which nobody knows whether it arrived', card(summer, { state: 'unsure' })],
    ['of somebody who is not in People, however new', card(summer, { person: stranger, since: old(1) })],
    ['of their work', card(workOf(stranger), { person: stranger, since: old(1) })],
  ])('go that are long over: %s', async (_, gone) => {
    const trust = await trustWith([gone, card(review, { slot: 'stays' })]);
    await tidy(trust);
    expect(kept(trust).map(({ slot }) => slot)).toEqual(['stays']);
  });

  it.each([
    ['that are not so old', card(summer, { since: old(cardsKeptForDays - 1) })],
    ['of a review that waits', card(review)],
    ['of a change that waits', card(change)],
    ['that are held', card(summer, { state: 'held' })],
    ['that are on their way', card(summer, { state: 'sending' })],
    ['of somebody who is not in People, while the matter waits', card(review, { person: stranger })],
    ['of somebody without a role', card(summer, { person: nobody.id, since: old(1) })],
  ])('stay %s', async (_, stays) => {
    const trust = await trustWith([stays]);
    await tidy(trust);
    expect(kept(trust)).toHaveLength(1);
  });

  it('stay of a record that was changed by hand, and of one that it might be', async () => {
    const editedByHand = [{ kind: 'reviews', key: summer.key }] as const;
    const trust = await trustWith([card(summer), card(neverThere), card(over(2))], { editedByHand });
    await tidy(trust);
    expect(kept(trust).map(({ matter }) => matter)).toEqual([summer, neverThere]);
  });

  it('that were changed meanwhile stay', async () => {
    const trust = await trustWith([card(summer)]);
    const behind = keptOver(trust.memory);
    const overtaken = {
      ...behind,
      async *cards() {
        for await (const some of behind.cards()) {
          for (const one of some) await trust.sentCards.save({ ...one, shows: 'anew' });
          yield some;
        }
      },
    };
    await tidy(trust, overtaken);
    expect(kept(trust)).toMatchObject([{ shows: 'anew' }]);
  });

  it('that went are not sent again, and whoever looks at one sees what is the case', async () => {
    const trust = await trustWith([card(summer, { person: dana.id, slot: 'signed-off-1' })]);
    const shown = valueOf(await readCard(trust)(dana.id, { ...summer, slot: 'signed-off-1' }));
    trust.clock.forward(20 * 86_400_000);
    await tidy(trust);
    expect(kept(trust)).toEqual([]);
    await announceMatter(trust)(summer);
    expect(kept(trust)).toEqual([]);
    expect(trust.notifier.toDeliver).toEqual([]);
    expect(valueOf(await readCard(trust)(dana.id, { ...summer, slot: 'signed-off-1' }))).toEqual(shown);
    expect(shown).toMatchObject({ card: 'review', key: summerBefore });
  });
});

describe('announcements', () => {
  const gone = [neverThere, over(9), { kind: 'people', key: stranger }] as const;
  const there = [review, summer, change, { kind: 'people', key: cora.id }] as const;
  const announcedIn = async (other: Holdings = {}): Promise<TestTrust> => {
    const trust = await trustWith([], other);
    for (const what of [...gone, ...there]) await trust.announcements.record(what, '"1"');
    await trust.announcements.recordFailed(neverThere, '"2"');
    return trust;
  };
  const namesIn = async (trust: TestTrust) => [...(await trust.announcements.all()).keys()].sort();
  const names = (list: readonly (typeof gone | typeof there)[number][]) => list.map(nameOfMatter).sort();

  it('of what is gone go, all others stay', async () => {
    const trust = await announcedIn();
    await tidy(trust);
    expect(await namesIn(trust)).toEqual(names([...there]));
  });

  it('of what may be there and changed by hand stay', async () => {
    const trust = await announcedIn({
      editedByHand: [
        { kind: 'reviews', key: summer.key },
        { kind: 'people', key: ada.id },
      ],
    });
    await tidy(trust);
    expect(await namesIn(trust)).toEqual(names([neverThere, { kind: 'people', key: stranger }, ...there]));
  });
});

describe('tidying', () => {
  const untidy = async () => {
    const trust = await trustWith([card(summer), card(over(2)), card(neverThere), card(review)]);
    await trust.conversations.put(conversationOf(stranger));
    await trust.announcements.record(neverThere, '"1"');
    return trust;
  };
  const whatIsKept = ({ memory: { cards, conversations, announced } }: TestTrust) =>
    [cards, conversations, announced].map((part) => [...part.keys()].sort());

  it('leaves the same behind where two run at once, and drops nothing twice', async () => {
    const [one, two] = [await untidy(), await untidy()];
    const dropped = await tidy(one);
    const both = await Promise.all([tidy(two), tidy(two)]);
    expect(both.reduce((sum, each) => sum + each, 0)).toBe(dropped);
    expect(whatIsKept(two)).toEqual(whatIsKept(one));
  });

  it('goes on where a run died, wherever that was', async () => {
    const whole = await untidy();
    await tidy(whole);
    for (let call = 1; ; call += 1) {
      const trust = await untidy();
      const mortal = dyingAt(call, 'before');
      const died = await tidy(trust, keptOver(trust.memory, mortal.around)).then(
        () => false,
        () => true,
      );
      await tidy(trust);
      expect(whatIsKept(trust)).toEqual(whatIsKept(whole));
      if (!died) return expect(call).toBeGreaterThan(5);
    }
  });

  it('drops five thousand at most, and the rest the next time', async () => {
    const many = Array.from({ length: 5_010 }, (_, i) => card(summer, { slot: `slot-${i}` }));
    const trust = await trustWith(many, { people: people.filter(({ id }) => id !== nobody.id) });
    expect([await tidy(trust), await tidy(trust), await tidy(trust)]).toEqual([5_000, 10, 0]);
  });
});
