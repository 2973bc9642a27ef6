import { DeliveryUnavailable, type Conversation } from '../shared/application/ports/delivery';
import { StoreUnavailable } from '../shared/application/ports/store';
import type { PersonId } from '../shared/schema/ids';
import { inTime } from './patience';
import type { UseCases } from './useCases';

/** Conversations that this process holds at most until storage is back. */
const most = 500;
/** Milliseconds that whoever writes waits for it at most. */
const patience = 1_000;

const isPassing = (fault: unknown): boolean =>
  fault instanceof DeliveryUnavailable || fault instanceof StoreUnavailable;

/** One write of a person at a time, so that an older one that takes long never ends after a newer one. */
const createTurns = () => {
  const last = new Map<PersonId, Promise<void>>();
  const ended = async (person: PersonId): Promise<void> => {
    await last.get(person)?.catch(() => undefined);
  };
  return {
    ended,
    next: (person: PersonId, write: () => Promise<void>): Promise<void> => {
      const turn = ended(person).then(write);
      last.set(person, turn);
      const leave = (): void => {
        if (last.get(person) === turn) last.delete(person);
      };
      turn.then(leave, leave);
      return turn;
    },
  };
};

/** What is to be kept, of each person the newest, and how it is kept. */
const createWaiting = ({ rememberConversation }: Pick<UseCases, 'rememberConversation'>) => {
  const waiting = new Map<PersonId, Conversation>();
  const turns = createTurns();

  /** Throws where it is not kept; what passes leaves it waiting. */
  const keepNewest = async (person: PersonId): Promise<void> => {
    const conversation = waiting.get(person);
    if (!conversation) return;
    const settle = (): void => {
      if (waiting.get(person) === conversation) waiting.delete(person);
    };
    try {
      await rememberConversation(conversation);
      settle();
    } catch (fault) {
      if (!isPassing(fault)) settle();
      throw fault;
    }
  };

  const inTurn = (person: PersonId): Promise<void> => turns.next(person, () => keepNewest(person));

  return { waiting, turns, inTurn };
};

/**
 * Keeps where somebody who writes, or gets the app, can be reached. Nobody goes without an answer for it: while storage is
 * away the conversation is held here, and kept with the next that comes. Should this process end before, nothing is lost
 * but until they write again, or a card is due: then the chat is opened.
 */
export const createRemembering = (useCases: Pick<UseCases, 'rememberConversation'>, milliseconds = patience) => {
  const { waiting, turns, inTurn } = createWaiting(useCases);
  let keeping = false;
  /** One after another, until one is not kept; nobody waits for it. By one of those who come at a time. */
  const keepEarlier = async (): Promise<void> => {
    if (keeping) return;
    keeping = true;
    try {
      for (const person of waiting.keys()) await inTurn(person);
    } catch {
      // The next one who comes tries again.
    }
    keeping = false;
  };

  const keep = async (conversation: Conversation): Promise<void> => {
    const { person } = conversation;
    waiting.set(person, conversation);
    try {
      await inTurn(person);
    } catch (fault) {
      if (waiting.size > most && waiting.get(person) === conversation) waiting.delete(person);
      throw fault;
    }
    void keepEarlier();
  };

  const keepOrHold = (conversation: Conversation): Promise<void> =>
    keep(conversation).catch((fault: unknown) => {
      if (!isPassing(fault)) throw fault;
    });

  return {
    /** Resolves when it is kept; where that fails it is held, and the fault thrown. */
    keep,
    /** Resolves when it is kept or held; where storage takes its time it goes on, and nobody waits for it. */
    remember: async (conversation: Conversation): Promise<void> => {
      await inTime(keepOrHold(conversation), milliseconds);
    },
    /** Who has removed the app is not to be reached where they were: resolves when nothing is written of it any more. */
    forget: async (person: PersonId): Promise<void> => {
      waiting.delete(person);
      await turns.ended(person);
    },
  };
};
