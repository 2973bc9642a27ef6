import type { Person } from '../schema/people';
import type { Deps } from './deps';
import type { Conversation } from './ports/delivery';
import { readTrust } from './trust';
import { announceSafely } from './writing';

/**
 * Keeps where a person can be reached, and sends what could not be delivered before. `person` is absent where nobody of
 * the trust is meant.
 */
export const rememberConversation =
  (deps: Pick<Deps, 'store' | 'clock' | 'conversations' | 'sentCards' | 'notifier'>) =>
  async (conversation: Conversation): Promise<{ readonly person?: Person }> => {
    const { people } = await readTrust(deps);
    await deps.conversations.put(conversation);
    const waiting = (await deps.sentCards.undeliverable()).filter((card) => card.person === conversation.person);
    for (const card of waiting) await announceSafely(deps.notifier, card.matter);
    const person = people.find((p) => p.id === conversation.person);
    return { person };
  };
