import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { FailedMessage, FailedMessages } from '../../../shared/application/ports/failedMessages';
import type { StorageSettings } from '../../storageSettings';
import { queueIn, soon } from './account';
import { decodeMessage } from './messages';
import { reaching } from './reaching';
import { announcementsQueue } from './queueNotifier';

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

/** Two messages that ask for the same are doubles, whoever's request they came from. */
const whatIsAsked = (text: string): string => JSON.stringify(decodeMessage(text) ?? text);

/** Everything in the queue, taken out of sight for a moment: only so can a message be removed. */
const takeAll = async (queue: QueueClient): Promise<readonly DequeuedMessageItem[]> => {
  const taken: DequeuedMessageItem[] = [];
  for (let batch = 0; batch < mostBatches; batch += 1) {
    const { receivedMessageItems } = await queue.receiveMessages({
      numberOfMessages: atOnce,
      visibilityTimeout: looking,
      ...soon(),
    });
    taken.push(...receivedMessageItems);
    if (receivedMessageItems.length < atOnce) break;
  }
  return taken;
};

interface Queues {
  readonly poison: QueueClient;
  readonly queue: QueueClient;
}

const listed = async ({ poison }: Queues): ReturnType<FailedMessages['all']> => {
  if (!(await poison.exists(soon()))) return { messages: [], inAll: 0 };
  const [{ peekedMessageItems }, { approximateMessagesCount = 0 }] = await Promise.all([
    poison.peekMessages({ numberOfMessages: atOnce, ...soon() }),
    poison.getProperties(soon()),
  ]);
  return { messages: peekedMessageItems.flatMap(failedIn), inAll: approximateMessagesCount };
};

const putBack = async ({ poison, queue }: Queues, id: string): Promise<boolean> => {
  if (!(await poison.exists(soon()))) return false;
  const taken = await takeAll(poison);
  const wanted = taken.find(({ messageId }) => messageId === id);
  if (wanted) await queue.sendMessage(wanted.messageText, soon());
  const again = wanted && whatIsAsked(wanted.messageText);
  for (const { messageId, popReceipt, messageText } of taken)
    if (whatIsAsked(messageText) === again) await poison.deleteMessage(messageId, popReceipt, soon());
    else await poison.updateMessage(messageId, popReceipt, undefined, 0, soon());
  return wanted !== undefined;
};

/**
 * The queue that the Functions host makes beside ours when a message has failed too often. Without an answer
 * `DeliveryUnavailable` is thrown.
 */
export const createPoisonQueue = (storage: StorageSettings): FailedMessages => {
  const queues = { poison: queueIn(storage, poisonQueueName), queue: queueIn(storage, announcementsQueue) };
  return { all: () => reaching(() => listed(queues)), resend: (id) => reaching(() => putBack(queues, id)) };
};
