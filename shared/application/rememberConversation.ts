import type { Person } from '../schema/people';
import type { Deps } from './deps';
import type { Conversation } from './ports/delivery';
import { readTrust } from './trust';
import { announceSafely, deliverSafely } from './writing';

/**
 * Keeps where a person can be reached, and sends what waited for that or could not be delivered before. `person` is
 * absent where nobody of the trust is meant.
 */
export const rememberConversation =
  (deps: Pick<Deps, 'store' | 'clock' | 'conversations' | 'sentCards' | 'notifier'>) =>
  async (conversation: Conversation): Promise<{ readonly person?: Person }> => {
    const { people } = await readTrust(deps);
    await deps.conversations.put(conversation);
    const waiting = await deps.sentCards.inState(['held', 'undeliverable'], conversation.person);
    const undeliverable = waiting.filter(({ state }) => state === 'undeliverable');
    for (const card of undeliverable) await announceSafely(deps.notifier, card.matter);
    if (undeliverable.length < waiting.length) await deliverSafely(deps.notifier, conversation.person);
    const person = people.find((p) => p.id === conversation.person);
    return { person };
  };
