import { nameOfMatter } from '../../shared/application/nameOfMatter';
import type { KeptDelivery } from '../../shared/application/ports/keptDelivery';
import type { Around, DeliveryMemory } from './fakeDelivery';

const plainly: Around = async (_, effect) => effect();

/** What is kept in a memory, to be dropped from it; one at a time. */
export const keptOver = (
  { conversations, cards, announced, announcedInVain }: DeliveryMemory,
  around: Around = plainly,
): KeptDelivery => ({
  async *conversations() {
    for (const conversation of await around('kept.conversations', () => [...conversations.values()]))
      yield [{ conversation, version: JSON.stringify(conversation) }];
  },
  async *cards() {
    for (const card of await around('kept.cards', () => [...cards.values()])) yield [card];
  },
  dropConversation: (person, version) =>
    around('kept.dropConversation', () => {
      const isMeant = version === undefined || JSON.stringify(conversations.get(person)) === version;
      return isMeant && conversations.delete(person);
    }),
  dropCard: (card) =>
    around('kept.dropCard', () => {
      const name = `${nameOfMatter(card.matter)} ${card.person} ${card.slot}`;
      return cards.get(name)?.version === card.version && cards.delete(name);
    }),
  dropAnnouncement: (what) =>
    around('kept.dropAnnouncement', () => {
      const dropped = [announced, announcedInVain].map((kept) => kept.delete(nameOfMatter(what)));
      return dropped.includes(true);
    }),
});
