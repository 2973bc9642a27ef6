import type { Deps } from './deps';
import type { Conversation } from './ports/delivery';
import { announceSafely, deliverSafely } from './writing';

/**
 * Keeps where a person can be reached, and sends what waited for that or could not be delivered before. It reads nothing
 * of the trust: Teams tells of a chat once, and perhaps before there are any lists.
 */
export const rememberConversation =
  ({ conversations, sentCards, notifier }: Pick<Deps, 'conversations' | 'sentCards' | 'notifier'>) =>
  async (conversation: Conversation): Promise<void> => {
    await conversations.put(conversation);
    const waiting = await sentCards.inState(['held', 'undeliverable'], conversation.person);
    const undeliverable = waiting.filter(({ state }) => state === 'undeliverable');
    for (const card of undeliverable) await announceSafely(notifier, card.matter);
    if (undeliverable.length < waiting.length) await deliverSafely(notifier, conversation.person);
  };
