import type { Deps } from './deps';
import type { Conversation } from './ports/delivery';

/**
 * The person removed the app: nothing is sent to them until they have it again, and they are not given it unasked. That
 * is kept of whoever was not known before, too.
 */
export const forgetConversation =
  ({ conversations }: Pick<Deps, 'conversations'>) =>
  (conversation: Conversation): Promise<void> =>
    conversations.put({ ...conversation, removed: true });
