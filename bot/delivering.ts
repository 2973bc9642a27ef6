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

const reasonOf = (fault: unknown): string | undefined => {
  if (!(fault instanceof ChatFault)) return undefined;
  const { status, code } = fault.reason;
  if (status === 404) return gone;
  return status === 403 && code !== undefined ? unreachable[code] : undefined;
};

/** Refused before anything was written, so that trying again cannot show a card twice (facts §5.5). */
const notYetSent = new Set([412, 429]);
const attempts = 3;
/** Seconds that one delivery may wait inside a run; longer waits are the queue's. */
const longestWait = 5;

const waitBefore = (fault: unknown, attempt: number): number | undefined => {
  if (!(fault instanceof ChatFault) || !notYetSent.has(fault.reason.status ?? 0)) return undefined;
  const wait = fault.reason.retryAfter ?? 2 ** attempt * (randomInt(500, 1000) / 1000);
  return attempt < attempts && wait <= longestWait ? wait : undefined;
};

export type Pause = (seconds: number) => Promise<void>;
export const pause: Pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/**
 * Sends one message (`deliver` answers its id). Whoever cannot be reached is an outcome; whatever may pass is thrown,
 * after short waits where Teams asked for them.
 */
export const delivered = async (
  deliver: () => Promise<string>,
  wait: Pause = pause,
  attempt = 1,
): Promise<ChatOutcome> => {
  try {
    return { status: 'delivered', activityId: await deliver() };
  } catch (fault) {
    const reason = reasonOf(fault);
    if (reason !== undefined) return { status: 'unreachable', reason };
    const seconds = waitBefore(fault, attempt);
    if (seconds === undefined) throw fault;
    await wait(seconds);
    return delivered(deliver, wait, attempt + 1);
  }
};
