import { DeliveryUnavailable, type Conversation } from '../shared/application/ports/delivery';
import type { PersonId } from '../shared/schema/ids';
import type { UseCases } from './useCases';

/** Conversations that this process holds at most until storage is back. */
const most = 500;

/**
 * Keeps where somebody who writes can be reached. Nobody goes without an answer for it: while storage is away the
 * conversation is held here, and kept with the next that anybody writes. Should this process end before, nothing is
 * lost but until they write again: for most people it was kept when they got the app.
 */
export const createRemembering = ({ rememberConversation }: Pick<UseCases, 'rememberConversation'>) => {
  const waiting = new Map<PersonId, Conversation>();

  /** Whether it was kept. Other faults than those of storage are thrown. */
  const keep = async (conversation: Conversation): Promise<boolean> => {
    try {
      await rememberConversation(conversation);
      return true;
    } catch (fault) {
      if (fault instanceof DeliveryUnavailable) return false;
      throw fault;
    }
  };

  /** One after another, until one is not kept; nobody waits for it. */
  const keepEarlier = async (): Promise<void> => {
    for (const [person, conversation] of [...waiting]) {
      if (!(await keep(conversation).catch(() => false))) return;
      if (waiting.get(person) === conversation) waiting.delete(person);
    }
  };

  return async (conversation: Conversation): Promise<void> => {
    if (await keep(conversation)) {
      waiting.delete(conversation.person);
      void keepEarlier();
    } else if (waiting.size < most) {
      waiting.set(conversation.person, conversation);
    }
  };
};
