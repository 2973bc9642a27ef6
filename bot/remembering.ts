import { DeliveryUnavailable, type Conversation } from '../shared/application/ports/delivery';
import type { PersonId } from '../shared/schema/ids';
import { inTime } from './patience';
import type { UseCases } from './useCases';

/** Conversations that this process holds at most until storage is back. */
const most = 500;
/** Milliseconds that whoever writes waits for it at most. */
const patience = 1_000;

/**
 * Keeps where somebody who writes can be reached. Nobody goes without an answer for it: while storage is away the
 * conversation is held here, and kept with the next that anybody writes. Should this process end before, nothing is
 * lost but until they write again: for most people it was kept when they got the app.
 */
export const createRemembering = (
  { rememberConversation }: Pick<UseCases, 'rememberConversation'>,
  milliseconds = patience,
) => {
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

  let keeping = false;
  /**
   * One after another, until one is not kept; nobody waits for it. By one of those who write at a time, and each as it
   * is held when its turn comes: who wrote again or removed the app meanwhile has settled it.
   */
  const keepEarlier = async (): Promise<void> => {
    if (keeping) return;
    keeping = true;
    for (const [person, conversation] of waiting) {
      if (!(await keep(conversation).catch(() => false))) break;
      if (waiting.get(person) === conversation) waiting.delete(person);
    }
    keeping = false;
  };

  const keepOrHold = async (conversation: Conversation): Promise<void> => {
    const { person } = conversation;
    if (await keep(conversation)) {
      waiting.delete(person);
      void keepEarlier();
    } else if (waiting.size < most || waiting.has(person)) {
      waiting.set(person, conversation);
    }
  };

  return {
    /** Resolves when it is kept or held, or goes on where storage takes its time. */
    remember: async (conversation: Conversation): Promise<void> => {
      await inTime(keepOrHold(conversation), milliseconds);
    },
    /** Who has removed the app is not to be reached where they were. */
    forget: (person: PersonId): void => void waiting.delete(person),
  };
};
