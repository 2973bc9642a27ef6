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

/** Why a message cannot reach somebody; undefined where that may change. */
type WhyUnreachable = (reason: ChatFault['reason']) => string | undefined;

const reasonOf: WhyUnreachable = ({ status, code }) => {
  if (status === 404) return gone;
  return status === 403 && code !== undefined ? unreachable[code] : undefined;
};

const closed = 'Teams does not let Assured write to this person: it is not installed for them, or they blocked it.';
const unknown = 'Teams does not know this person.';

/** Why no chat can be opened with somebody: whatever the code, a 403 is said of this person. */
export const whyNotOpened: WhyUnreachable = ({ status, code = '' }) => {
  if (status === 404) return unknown;
  return status === 403 ? (unreachable[code] ?? closed) : undefined;
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
  /** One request to Teams; answers the id of the message, or of the chat. */
  readonly deliver: () => Promise<string>;
  /** Whether a second arrival shows nothing twice: true of an edit, and of opening a chat. */
  readonly repeatable: boolean;
  /** The usual reasons where it is absent. */
  readonly why?: WhyUnreachable;
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

/** What becomes of a request that is not made again; undefined where it may be. */
const outcomeOf = (
  { why = reasonOf, repeatable }: Pick<Attempting, 'why' | 'repeatable'>,
  { reason }: ChatFault,
): ChatOutcome | undefined => {
  const said = why(reason);
  if (said !== undefined) return { status: 'unreachable', reason: said };
  return !repeatable && mayHaveArrived(reason) ? { status: 'unsure', reason: unsure } : undefined;
};

/**
 * Sends or edits one message, or opens a chat. Whoever cannot be reached is an outcome, and so is a message whose answer was lost;
 * whatever may pass and was not carried out is thrown, after some attempts with growing waits.
 */
export const delivered = async (attempting: Attempting, attempt = 1): Promise<ChatOutcome> => {
  try {
    return { status: 'delivered', activityId: await attempting.deliver() };
  } catch (fault) {
    if (!(fault instanceof ChatFault)) throw fault;
    const outcome = outcomeOf(attempting, fault);
    if (outcome) return outcome;
    const seconds = waitAfter(fault, attempting, attempt);
    if (seconds === undefined) throw fault;
    await attempting.wait(seconds);
  }
  await attempting.turn();
  return delivered(attempting, attempt + 1);
};
