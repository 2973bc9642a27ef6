import { QueueClient, StorageRetryPolicyType } from '@azure/storage-queue';
import type { Notifier } from '../../../shared/application/ports/notifier';
import type { Log } from '../../log';

export const announcementsQueue = 'announcements';

/** A person waits for the decision that is announced here, so it gives up soon: the timer makes good. */
const retryOptions = {
  maxTries: 2,
  tryTimeoutInMs: 3_000,
  retryDelayInMs: 200,
  retryPolicyType: StorageRetryPolicyType.FIXED,
};

export interface QueueNotifier extends Notifier {
  /** Makes the queue if it is missing. */
  prepare(): Promise<void>;
  /** Resolves where the queue answers now. */
  reach(): Promise<void>;
}

/** The announcements queue, made if it is missing. The trigger expects base64 (host.json). */
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
  return {
    prepare,
    async reach() {
      await prepare();
      await queue.getProperties();
    },
    async announce(matter) {
      try {
        await prepare();
        await queue.sendMessage(Buffer.from(JSON.stringify(matter)).toString('base64'));
      } catch (error) {
        log.fault('announcement.notQueued', error, { matter: matter.kind });
        throw error;
      }
    },
  };
};
