import { setTimeout as pause } from 'node:timers/promises';
import { QueueClient, type DequeuedMessageItem } from '@azure/storage-queue';
import { announcementsQueue } from '../../functions/adapters/storage/queueNotifier';
import host from '../../functions/host.json';

const { batchSize, newBatchThreshold, maxDequeueCount, visibilityTimeout } = host.extensions.queues;
const againAfterSeconds = Number(visibilityTimeout.split(':').at(-1));
const leaseSeconds = 600;
const idleMs = 100;
const emptyPollMs = 50;

export interface Pump {
  /** Resolves when nothing is in the queue any more, neither in sight nor out of it; false when it takes too long. */
  emptied(withinMs: number): Promise<boolean>;
  /** Messages that were given up. */
  readonly poisoned: () => number;
  stop(): Promise<void>;
}

/** Takes messages out of the queue as the Functions host does by `host.json`, and gives each to the handler. */
export const startPump = (connection: string, handle: (message: unknown) => Promise<void>): Pump => {
  const queue = new QueueClient(connection, announcementsQueue);
  const running = new Set<Promise<void>>();
  let poisoned = 0;
  let stopping = false;

  const work = async ({ messageId, popReceipt, messageText, dequeueCount }: DequeuedMessageItem): Promise<void> => {
    const done = await handle(JSON.parse(Buffer.from(messageText, 'base64').toString('utf8'))).then(
      () => true,
      () => false,
    );
    const poison = !done && dequeueCount >= maxDequeueCount;
    if (poison) poisoned += 1;
    if (done || poison) await queue.deleteMessage(messageId, popReceipt);
    else await queue.updateMessage(messageId, popReceipt, undefined, againAfterSeconds);
  };
  const take = async (): Promise<void> => {
    const options = { numberOfMessages: batchSize, visibilityTimeout: leaseSeconds };
    const { receivedMessageItems } = await queue.receiveMessages(options);
    for (const message of receivedMessageItems) {
      const working = work(message).finally(() => running.delete(working));
      running.add(working);
    }
    if (receivedMessageItems.length === 0) await pause(idleMs);
  };
  const poll = async (): Promise<void> => {
    while (!stopping) {
      if (running.size > newBatchThreshold) await Promise.race(running);
      else await take();
    }
  };
  const polling = poll();

  return {
    poisoned: () => poisoned,
    async emptied(withinMs) {
      const until = performance.now() + withinMs;
      while (performance.now() < until) {
        const { approximateMessagesCount } = await queue.getProperties();
        if (approximateMessagesCount === 0) return true;
        await pause(emptyPollMs);
      }
      return false;
    },
    async stop() {
      stopping = true;
      await polling;
      await Promise.all(running);
    },
  };
};
