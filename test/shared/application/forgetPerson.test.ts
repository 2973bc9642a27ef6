import { aboutPerson } from '../../../shared/application/aboutPerson';
import { forgetPerson } from '../../../shared/application/forgetPerson';
import type { SentCard } from '../../../shared/application/ports/delivery';
import type { PersonId } from '../../../shared/schema/ids';
import { review } from '../../support/builders/announcing';
import { ada, hazel, nobody, stranger } from '../../support/builders/people';
import { createTrust, type Holdings, type TestTrust } from '../../support/builders/trust';
import { conversationOf, deliveryOver } from '../../support/fakeDelivery';
import { keptOver } from '../../support/fakeKept';

const card = (person: PersonId, slot: string, since: string): Omit<SentCard, 'version'> => ({
  ...{ matter: review, person, slot, state: 'sent', since },
  ...{ activityId: `m-${slot}`, conversationId: 'a:1', serviceUrl: 'https://chat.example/', shows: 'digest' },
});
const cardsOf = (person: PersonId) => [
  card(person, 'later', '2026-11-02T09:00:00Z'),
  card(person, 'first', '2026-11-01T09:00:00Z'),
  { ...card(person, 'held', '2026-11-03T09:00:00Z'), state: 'held' as const },
];

/** Of each of them the tables hold an address, cards, and that they were looked at. */
const known = [hazel.id, nobody.id, stranger] as const;
const trustOf = async (holdings: Holdings = {}): Promise<TestTrust> => {
  const trust = await createTrust({ cards: known.flatMap(cardsOf), ...holdings });
  for (const person of known) {
    await trust.conversations.put(conversationOf(person));
    await trust.announcements.record({ kind: 'people', key: person }, '"1"');
  }
  return trust;
};
const edited = (key: PersonId): Holdings => ({ editedByHand: [{ kind: 'people', key }] });
const forgetting = (trust: TestTrust) => forgetPerson({ ...trust, kept: keptOver(trust.memory) });

describe('what is kept of a person', () => {
  it('is told whole, in order, and of nobody else anything', async () => {
    const told = await aboutPerson(await trustOf())(nobody.id);
    expect(told).toEqual({
      person: nobody.id,
      address: conversationOf(nobody.id),
      cards: ['first', 'later', 'held'].map((slot) => cardsOf(nobody.id).find((one) => one.slot === slot)),
      record: { version: '"1"' },
    });
    expect(JSON.stringify(told)).not.toContain(hazel.id);
  });

  it('is nothing of somebody who was never written to', async () => {
    expect(await aboutPerson(await createTrust({ people: [hazel] }))(stranger)).toEqual({
      person: stranger,
      cards: [],
    });
  });

  it('is dropped where they are not in People, and of nobody else anything', async () => {
    const trust = await trustOf();
    const others = async () => [await aboutPerson(trust)(hazel.id), await aboutPerson(trust)(nobody.id)];
    const before = await others();
    expect(await forgetting(trust)(stranger)).toEqual({
      status: 'forgotten',
      address: true,
      cards: 3,
      inPeople: false,
    });
    expect(await aboutPerson(trust)(stranger)).toEqual({ person: stranger, cards: [] });
    expect(await others()).toEqual(before);
    expect(await forgetting(trust)(stranger)).toMatchObject({ status: 'forgotten', address: false, cards: 0 });
  });

  it('is dropped of whoever has no role, but for the version of their record', async () => {
    const trust = await trustOf();
    expect(await forgetting(trust)(nobody.id)).toMatchObject({ status: 'forgotten', cards: 3, inPeople: true });
    expect(await aboutPerson(trust)(nobody.id)).toEqual({ person: nobody.id, cards: [], record: { version: '"1"' } });
  });

  it.each<[string, PersonId, Holdings, object]>([
    ['whoever has a role', hazel.id, {}, { status: 'hasRoles', roles: hazel.roles }],
    ['whoever has one, though another record cannot be believed', hazel.id, edited(ada.id), { status: 'hasRoles' }],
    ['whoever’s record cannot be believed', hazel.id, edited(hazel.id), { status: 'notKnown' }],
    ['whoever may be behind one', stranger, edited(ada.id), { status: 'notKnown' }],
    ['anybody where nobody is in People', stranger, { people: [] }, { status: 'notKnown' }],
  ])('stays of %s', async (_, person, holdings, outcome) => {
    const trust = await trustOf(holdings);
    const before = await aboutPerson(trust)(person);
    expect(await forgetting(trust)(person)).toMatchObject(outcome);
    expect(await aboutPerson(trust)(person)).toEqual(before);
  });

  it('is dropped too where a card is changed meanwhile; where that does not end, it says so', async () => {
    const meddled = async (times: number) => {
      const trust = await trustOf();
      let left = times;
      const { sentCards } = deliveryOver(trust.memory);
      const inState: typeof sentCards.inState = async (...asked) => {
        const found = await sentCards.inState(...asked);
        if (left > 0 && found[0]) await sentCards.save({ ...found[0], shows: `anew ${left}` });
        left -= 1;
        return found;
      };
      return forgetPerson({ ...trust, sentCards: { ...sentCards, inState }, kept: keptOver(trust.memory) })(stranger);
    };
    expect(await meddled(2)).toMatchObject({ status: 'forgotten', cards: 3 });
    expect(await meddled(Infinity)).toEqual({ status: 'busy' });
  });
});
