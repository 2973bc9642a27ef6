import { randomInt } from 'node:crypto';
import type { ChatOutcome } from '../shared/application/ports/delivery';
import { ChatFault } from './botService';

/** Faults that will not pass by themselves, in words for the administrator's list. */
const unreachable: Readonly<Record<string, string>> = {
  ForbiddenOperationException: 'Assured is not installed for this person in Teams.',
  MessageWritesBlocked: 'This person has removed or blocked Assured in Teams.',
  BotNotInConversationRoster: 'Assured is no longer part of this person’s chat in Teams.',
};

const gone = 'The chat or the card in it no longer exists in Teams.';
const unsure = 'Teams did not say whether this message arrived.';

const reasonOf = ({ status, code }: ChatFault['reason']): string | undefined => {
  if (status === 404) return gone;
  return status === 403 && code !== undefined ? unreachable[code] : undefined;
};

/** Not carried out, so that trying again cannot show a card twice (facts §5.5). */
const notCarriedOut = new Set([412, 429, 502, 504]);

const mayHaveArrived = ({ status, lost = false }: ChatFault['reason']): boolean => lost || status === 500;

const attempts = 4;
/** Seconds that one delivery may wait inside a run; longer waits are the queue's. */
const longestWait = 5;

export type Pause = (seconds: number) => Promise<void>;
export const pause: Pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

export interface Attempting {
  /** One request to Teams; answers the message's id. */
  readonly deliver: () => Promise<string>;
  /** Whether a second arrival shows nothing twice: true of an edit. */
  readonly repeatable: boolean;
  readonly wait: Pause;
  /** Waits for room within Teams' limits. */
  readonly turn: () => Promise<void>;
}

/** Seconds until the next attempt; undefined where there is to be none in this run. */
const waitAfter = (
  { reason }: ChatFault,
  { repeatable }: Pick<Attempting, 'repeatable'>,
  attempt: number,
): number | undefined => {
  const again = notCarriedOut.has(reason.status ?? 0) || (repeatable && mayHaveArrived(reason));
  const wait = reason.retryAfter ?? Math.min(longestWait, 2 ** (attempt - 1) * (randomInt(500, 1500) / 1000));
  return again && attempt < attempts && wait <= longestWait ? wait : undefined;
};

/**
 * Sends or edits one message. Whoever cannot be reached is an outcome, and so is a message whose answer was lost;
 * whatever may pass and was not carried out is thrown, after some attempts with growing waits.
 */
export const delivered = async (attempting: Attempting, attempt = 1): Promise<ChatOutcome> => {
  try {
    return { status: 'delivered', activityId: await attempting.deliver() };
  } catch (fault) {
    if (!(fault instanceof ChatFault)) throw fault;
    const reason = reasonOf(fault.reason);
    if (reason !== undefined) return { status: 'unreachable', reason };
    if (!attempting.repeatable && mayHaveArrived(fault.reason)) return { status: 'unsure', reason: unsure };
    const seconds = waitAfter(fault, attempting, attempt);
    if (seconds === undefined) throw fault;
    await attempting.wait(seconds);
  }
  await attempting.turn();
  return delivered(attempting, attempt + 1);
};
