import { QueueClient, type DequeuedMessageItem } from '@azure/storage-queue';
import type { FailedMessage, FailedMessages } from '../../../shared/application/ports/failedMessages';
import { decodeMessage } from './messages';
import { announcementsQueue, retryOptions } from './queueNotifier';

/** Where the Functions host puts what it has tried five times. */
export const poisonQueueName = `${announcementsQueue}-poison`;

/** As many as Storage gives at once; a peek cannot be paged. */
const atOnce = 32;
/** Seconds that a message is out of sight while one is looked for; batches that are looked through at most. */
const looking = 30;
const mostBatches = 30;

const failedIn = ({ messageId, messageText, insertedOn }: Seen): FailedMessage[] => {
  const asked = decodeMessage(messageText);
  return asked === undefined ? [] : [{ id: messageId, asked, failedAt: insertedOn.toISOString() }];
};
type Seen = Pick<DequeuedMessageItem, 'messageId' | 'messageText' | 'insertedOn'>;

/** Everything in the queue, taken out of sight for a moment: only so can a message be removed. */
const takeAll = async (queue: QueueClient): Promise<readonly DequeuedMessageItem[]> => {
  const taken: DequeuedMessageItem[] = [];
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const { receivedMessageItems } = await queue.receiveMessages({
      numberOfMessages: atOnce,
      visibilityTimeout: looking,
    });
    taken.push(...receivedMessageItems);
    if (receivedMessageItems.length < atOnce) break;
  }
  return taken;
};

/** The queue that the Functions host makes beside ours when a message has failed too often. */
export const createPoisonQueue = (connection: string): FailedMessages => {
  const poison = new QueueClient(connection, poisonQueueName, { retryOptions });
  const queue = new QueueClient(connection, announcementsQueue, { retryOptions });
  return {
    async all() {
      if (!(await poison.exists())) return { messages: [], inAll: 0 };
      const [{ peekedMessageItems }, { approximateMessagesCount = 0 }] = await Promise.all([
        poison.peekMessages({ numberOfMessages: atOnce }),
        poison.getProperties(),
      ]);
      return { messages: peekedMessageItems.flatMap(failedIn), inAll: approximateMessagesCount };
    },
    async resend(id) {
      if (!(await poison.exists())) return false;
      const taken = await takeAll(poison);
      const wanted = taken.find(({ messageId }) => messageId === id);
      if (wanted) await queue.sendMessage(wanted.messageText);
      for (const { messageId, popReceipt, messageText } of taken)
        if (messageText === wanted?.messageText) await poison.deleteMessage(messageId, popReceipt);
        else await poison.updateMessage(messageId, popReceipt, undefined, 0);
      return wanted !== undefined;
    },
  };
};
