import type { PersonId } from '../schema/ids';
import type { Deps } from './deps';
import { nameOfMatter } from './nameOfMatter';
import { cardStates, type Announced, type Conversation, type SentCard } from './ports/delivery';

/** All that is kept of a person outside the trust's lists; of what is not kept there is nothing. */
export interface AboutPerson {
  readonly person: PersonId;
  readonly address?: Conversation;
  /** The oldest first. */
  readonly cards: readonly Omit<SentCard, 'version'>[];
  /** The version of their record that was last looked at for whom work waits. */
  readonly record?: Announced;
}

/** Gathers what is kept of a person outside the trust's lists, and nothing of anybody else. */
export const aboutPerson =
  ({ conversations, sentCards, announcements }: Pick<Deps, 'conversations' | 'sentCards' | 'announcements'>) =>
  async (person: PersonId): Promise<AboutPerson> => {
    const address = await conversations.get(person);
    const cards = await sentCards.inState(cardStates, person);
    const record = (await announcements.all()).get(nameOfMatter({ kind: 'people', key: person }));
    return {
      person,
      ...(address && { address }),
      cards: cards
        .map(({ version: _version, ...card }) => card)
        .sort((one, other) => one.since.localeCompare(other.since)),
      ...(record && { record }),
    };
  };
