import type { Announced, Announcements, SentCard, SentCards } from '../../shared/application/ports/delivery';
import { nameOfMatter } from '../../shared/application/nameOfMatter';
import type { Around, DeliveryMemory } from './fakeDelivery';

const keyOf = ({ matter, person, slot }: Pick<SentCard, 'matter' | 'person' | 'slot'>): string =>
  `${nameOfMatter(matter)} ${person} ${slot}`;

/** Which cards were sent, each with its version. */
export const sentCardsOver = ({ cards }: DeliveryMemory, around: Around): SentCards => {
  const put = (card: Omit<SentCard, 'version'>, version: number): SentCard => {
    const kept = { ...card, version: `v${version}` };
    cards.set(keyOf(card), kept);
    return kept;
  };
  return {
    forMatter: (matter) =>
      around('sentCards.forMatter', () =>
        [...cards.values()].filter((card) => nameOfMatter(card.matter) === nameOfMatter(matter)),
      ),
    inState: (states, person) =>
      around('sentCards.inState', () =>
        [...cards.values()].filter(
          (card) => states.includes(card.state) && (person === undefined || card.person === person),
        ),
      ),
    claim: (card) => around('sentCards.claim', () => (cards.has(keyOf(card)) ? undefined : put(card, 1))),
    save: (card) =>
      around('sentCards.save', () =>
        cards.get(keyOf(card))?.version === card.version ? put(card, Number(card.version.slice(1)) + 1) : undefined,
      ),
  };
};

/** What of each matter was announced last, and what could not be. */
export const announcementsOver = ({ announced, announcedInVain }: DeliveryMemory, around: Around): Announcements => ({
  all: () =>
    around('announcements.all', () => {
      const all = new Map<string, Announced>([...announced].map(([name, version]) => [name, { version }]));
      for (const [name, failed] of announcedInVain) all.set(name, { ...all.get(name), failed });
      return all;
    }),
  record: (matter, version) =>
    around('announcements.record', () => {
      announced.set(nameOfMatter(matter), version);
      announcedInVain.delete(nameOfMatter(matter));
    }),
  recordFailed: (matter, version) =>
    around('announcements.recordFailed', () => void announcedInVain.set(nameOfMatter(matter), version)),
});
