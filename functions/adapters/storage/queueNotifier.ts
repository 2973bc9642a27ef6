import type { Asked } from '../../../shared/application/ports/failedMessages';
import type { Notifier } from '../../../shared/application/ports/notifier';
import type { LateDecision } from '../../../shared/schema/lateDecision';
import type { Matter } from '../../../shared/schema/matter';
import type { Log } from '../../log';
import { once } from '../../once';
import type { StorageSettings } from '../../storageSettings';
import { queueIn, soon } from './account';
import { encodeMessage } from './messages';
import { reaching } from './reaching';

export const announcementsQueue = 'announcements';

/** Seconds in which what belongs together gathers. */
const gathering = 2;

export interface QueueNotifier extends Notifier {
  /** Announces after so many seconds: another delivery of the matter is under way. */
  announceIn(seconds: number, matter: Matter): Promise<void>;
  /** Takes a decision down that could not be carried out while somebody waited; resolves to what takes it back. */
  readonly decideLater: (decision: LateDecision, seconds: number) => Promise<() => Promise<void>>;
  /** Makes the queue if it is missing. */
  prepare(): Promise<void>;
  /** Resolves where the queue answers now. */
  reach(): Promise<void>;
}

/** The announcements queue, made if it is missing. Without an answer all of these throw `DeliveryUnavailable`. */
export const createQueueNotifier = ({ storage, log }: { storage: StorageSettings; log: Log }): QueueNotifier => {
  const queue = queueIn(storage, announcementsQueue);
  const prepare = once((): Promise<void> =>
    reaching(async () => {
      await queue.createIfNotExists(soon());
    }),
  );
  /** Resolves to what takes the message out again, where it has not been read yet. */
  const put = async (asked: Asked, visibilityTimeout = 0): Promise<() => Promise<void>> => {
    try {
      await prepare();
      const { messageId, popReceipt } = await reaching(() =>
        queue.sendMessage(encodeMessage(asked), { visibilityTimeout, ...soon() }),
      );
      return async () => {
        await reaching(() => queue.deleteMessage(messageId, popReceipt, soon()));
      };
    } catch (error) {
      log.fault('announcement.notQueued', error, { matter: 'matter' in asked ? asked.matter.kind : 'none' });
      throw error;
    }
  };
  return {
    prepare,
    async reach() {
      await prepare();
      await reaching(() => queue.getProperties(soon()));
    },
    async announce(matter) {
      await put({ matter });
    },
    async announceIn(seconds, matter) {
      await put({ matter }, seconds);
    },
    async deliver(person) {
      await put({ person }, gathering);
    },
    decideLater: (decision, seconds) => put({ decision }, seconds),
  };
};
