import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import type { Deps } from './deps';
import { isAbandoned, isSameCard, withoutReason } from './deliverCard';
import type { Conversation } from './ports/delivery';
import { announceSafely } from './writing';

/** Where a card was looked at: its own message in the person's chat. */
export interface SeenAt {
  readonly activityId: string;
  readonly conversation: Conversation;
}

/**
 * A person has looked at a card. Where nobody knew whether it had arrived, it has: it is kept as
 * sent, and brought up to date. Everything else stays as it is.
 */
export const cardSeen =
  (deps: Pick<Deps, 'clock' | 'sentCards' | 'notifier'>) =>
  async (person: PersonId, matter: Matter, slot: string, { activityId, conversation }: SeenAt): Promise<void> => {
    const card = (await deps.sentCards.forMatter(matter)).find((one) => isSameCard(one, { person, slot }));
    if (!card || !(card.state === 'unsure' || isAbandoned(card, deps.clock.now()))) return;
    const { conversationId, serviceUrl } = conversation;
    const at = { activityId, conversationId, serviceUrl, since: deps.clock.now(), shows: 'unknown' };
    if (await deps.sentCards.save({ ...withoutReason(card), state: 'sent', ...at }))
      await announceSafely(deps.notifier, matter);
  };
