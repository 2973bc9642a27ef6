import { QueueClient, StorageRetryPolicyType } from '@azure/storage-queue';
import type { Asked } from '../../../shared/application/ports/failedMessages';
import type { Notifier } from '../../../shared/application/ports/notifier';
import type { LateDecision } from '../../../shared/schema/lateDecision';
import type { Matter } from '../../../shared/schema/matter';
import type { Log } from '../../log';
import { encodeMessage } from './messages';

export const announcementsQueue = 'announcements';

/** A person waits for the decision that is announced here, so it gives up soon: the timer makes good. */
export const retryOptions = {
  maxTries: 2,
  tryTimeoutInMs: 3_000,
  retryDelayInMs: 200,
  retryPolicyType: StorageRetryPolicyType.FIXED,
};

/** Seconds in which what belongs together gathers. */
const gathering = 2;

export interface QueueNotifier extends Notifier {
  /** Announces after so many seconds: another delivery of the matter is under way. */
  announceIn(seconds: number, matter: Matter): Promise<void>;
  /** Takes a decision down that could not be carried out while somebody waited. */
  readonly decideLater: (decision: LateDecision, seconds: number) => Promise<void>;
  /** Makes the queue if it is missing. */
  prepare(): Promise<void>;
  /** Resolves where the queue answers now. */
  reach(): Promise<void>;
}

/** The announcements queue, made if it is missing. */
export const createQueueNotifier = ({ connection, log }: { connection: string; log: Log }): QueueNotifier => {
  const queue = new QueueClient(connection, announcementsQueue, { retryOptions });
  let made: Promise<unknown> | undefined;
  const prepare = async (): Promise<void> => {
    made ??= queue.createIfNotExists().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    await made;
  };
  const put = async (asked: Asked, visibilityTimeout = 0): Promise<void> => {
    try {
      await prepare();
      await queue.sendMessage(encodeMessage(asked), { visibilityTimeout });
    } catch (error) {
      log.fault('announcement.notQueued', error, { matter: 'matter' in asked ? asked.matter.kind : 'none' });
      throw error;
    }
  };
  return {
    prepare,
    async reach() {
      await prepare();
      await queue.getProperties();
    },
    announce: (matter) => put({ matter }),
    announceIn: (seconds, matter) => put({ matter }, seconds),
    deliver: (person) => put({ person }, gathering),
    decideLater: (decision, seconds) => put({ decision }, seconds),
  };
};
