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
  const last = new Map<PersonId, Promise<boolean>>();
  const ended = async (person: PersonId): Promise<void> => {
    await last.get(person)?.catch(() => undefined);
  };
  return {
    ended,
    next: (person: PersonId, write: () => Promise<boolean>): Promise<boolean> => {
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

/**
 * Keeps where somebody who writes can be reached. Nobody goes without an answer for it: while storage is away the
 * conversation is held here, and kept with the next that anybody writes. Should this process end before, nothing is
 * lost but until they write again: for most people it was kept when they got the app.
 */
export const createRemembering = (
  { rememberConversation }: Pick<UseCases, 'rememberConversation'>,
  milliseconds = patience,
) => {
  /** What is to be kept, of each the newest. */
  const waiting = new Map<PersonId, Conversation>();
  const turns = createTurns();

  /** Whether nothing of theirs is left to keep. What passes leaves it waiting; other faults are thrown. */
  const keepNewest = async (person: PersonId): Promise<boolean> => {
    const conversation = waiting.get(person);
    if (!conversation) return true;
    const settle = (): void => {
      if (waiting.get(person) === conversation) waiting.delete(person);
    };
    try {
      await rememberConversation(conversation);
      settle();
      return true;
    } catch (fault) {
      if (isPassing(fault)) return false;
      settle();
      throw fault;
    }
  };

  const keep = (person: PersonId): Promise<boolean> => turns.next(person, () => keepNewest(person));

  let keeping = false;
  /** One after another, until one is not kept; nobody waits for it. By one of those who write at a time. */
  const keepEarlier = async (): Promise<void> => {
    if (keeping) return;
    keeping = true;
    for (const person of waiting.keys()) if (!(await keep(person).catch(() => false))) break;
    keeping = false;
  };

  const keepOrHold = async (conversation: Conversation): Promise<void> => {
    const { person } = conversation;
    waiting.set(person, conversation);
    if (await keep(person)) void keepEarlier();
    else if (waiting.size > most && waiting.get(person) === conversation) waiting.delete(person);
  };

  return {
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
