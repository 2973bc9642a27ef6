import type { InvocationContext } from '@azure/functions';
import { AnnouncementBusy } from '../../shared/application/announceMatter';
import type { Asked } from '../../shared/application/ports/failedMessages';
import type { PersonId } from '../../shared/schema/ids';
import type { LateDecision } from '../../shared/schema/lateDecision';
import type { Matter } from '../../shared/schema/matter';
import { QueueMessage, correlationOf } from '../adapters/storage/messages';
import { withCorrelation } from '../correlation';
import type { Log } from '../log';

export interface Announcer {
  readonly announce: (matter: Matter) => Promise<void>;
  readonly deliver: (person: PersonId) => Promise<void>;
  /** Takes a decision whose click was answered before, and shows what became of it. */
  readonly carryOut: (decision: LateDecision) => Promise<void>;
}

export interface AnnounceParts {
  readonly announcer: () => Promise<Announcer>;
  /** Puts the matter into the queue once more, for a little later. */
  readonly announceLater: (matter: Matter) => Promise<void>;
  readonly log: Log;
}

/** What another delivery has in hand is no failure: it is looked at again when that one is done. */
const announcing = async ({ announcer, announceLater, log }: AnnounceParts, matter: Matter): Promise<void> => {
  const { announce } = await announcer();
  await announce(matter).catch(async (fault: unknown) => {
    if (!(fault instanceof AnnouncementBusy)) throw fault;
    log.info('announce.busy', { matter: matter.kind });
    await announceLater(matter);
  });
};

const act = async (parts: AnnounceParts, asked: Asked): Promise<void> => {
  if ('matter' in asked) return announcing(parts, asked.matter);
  const announcer = await parts.announcer();
  return 'person' in asked ? announcer.deliver(asked.person) : announcer.carryOut(asked.decision);
};

/** How often it was tried, this time included; the fifth is the last. */
const attemptOf = ({ triggerMetadata }: Pick<InvocationContext, 'triggerMetadata'>): number | undefined => {
  const attempt = Number(triggerMetadata?.dequeueCount);
  return Number.isInteger(attempt) ? attempt : undefined;
};

/** What the log calls it: no name and no key. */
const kindOf = (asked: Asked): string => {
  if ('matter' in asked) return asked.matter.kind;
  return 'person' in asked ? 'person' : 'decision';
};

/**
 * Brings all cards of a matter up to its present state, sends what is held for a person, or carries out a decision that
 * was taken down. A passing fault is thrown,
 * and the queue asks again, five times in all; then the message stands in the poison queue. What is no message of ours
 * would never get better and is dropped. All of it under the id of the request that asked for it.
 */
export const announceHandler =
  (parts: AnnounceParts) =>
  (message: unknown, context: Pick<InvocationContext, 'invocationId' | 'triggerMetadata'>): Promise<void> =>
    withCorrelation(correlationOf(message) ?? context.invocationId, async () => {
      const { data: asked } = QueueMessage.safeParse(message);
      if (!asked) {
        parts.log.warn('announce.unreadable');
        return;
      }
      try {
        await act(parts, asked);
      } catch (fault) {
        parts.log.fault('announce.fault', fault, { matter: kindOf(asked), attempt: attemptOf(context) });
        throw fault;
      }
    });
