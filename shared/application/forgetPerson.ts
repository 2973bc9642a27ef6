import type { PersonId } from '../schema/ids';
import type { Role } from '../schema/people';
import type { Deps } from './deps';
import { cardStates } from './ports/delivery';
import type { KeptDelivery } from './ports/keptDelivery';
import { readEverybody } from './presentRecords';

type Forgetting = Pick<Deps, 'store' | 'sentCards'> & { readonly kept: KeptDelivery };

export type Forgotten =
  | {
      readonly status: 'forgotten';
      readonly address: boolean;
      readonly cards: number;
      /** In People without a role: that their record was looked at stays known. */
      readonly inPeople: boolean;
    }
  /** They are needed where they are. */
  | { readonly status: 'hasRoles'; readonly roles: readonly Role[] }
  /** People cannot be believed as a whole, so that nobody can say whether the person has a role. */
  | { readonly status: 'notKnown' }
  /** Messages to them are just being sent. */
  | { readonly status: 'busy' };

const rounds = 5;

/** How many were dropped; undefined where some are changed again and again. */
const dropCards = async ({ sentCards, kept }: Forgetting, person: PersonId): Promise<number | undefined> => {
  let dropped = 0;
  for (let round = 0; round < rounds; round += 1) {
    const cards = await sentCards.inState(cardStates, person);
    if (cards.length === 0) return dropped;
    for (const card of cards) if (await kept.dropCard(card)) dropped += 1;
  }
  return undefined;
};

/**
 * Drops all that is kept of a person outside the trust's lists, unless they have a role. Run again, it drops what has
 * come since.
 */
export const forgetPerson =
  (deps: Forgetting) =>
  async (person: PersonId): Promise<Forgotten> => {
    const { people, isWhole } = await readEverybody(deps);
    const known = people.get(person);
    if (known && known.roles.length > 0) return { status: 'hasRoles', roles: known.roles };
    if (!isWhole) return { status: 'notKnown' };
    const cards = await dropCards(deps, person);
    if (cards === undefined) return { status: 'busy' };
    const address = await deps.kept.dropConversation(person);
    if (!known) await deps.kept.dropAnnouncement({ kind: 'people', key: person });
    return { status: 'forgotten', address, cards, inPeople: known !== undefined };
  };
