import { setTimeout as pause } from 'node:timers/promises';
import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import type { Application } from './application';
import type { RpcTypedData } from './core';
import { invoke } from './invocation';
import { logFault, logInvocation, writeLog } from './log';
import { sendOutputs } from './outputs';
import type { QueueStorage } from './queueStorage';
import type { QueueSettings } from './settings';
import type { HostedFunction, QueueTrigger } from './triggers';

/** Seconds a message stays hidden while a function works on it: after a killed process it comes back then. */
const leaseSeconds = 600;
const idleMilliseconds = 200;
const afterFaultMilliseconds = 1000;

export interface QueueParts {
  readonly application: Application;
  readonly storage: QueueStorage;
  readonly settings: QueueSettings;
}

export interface Listener {
  /** Takes nothing new, then waits for what is running. */
  stop(): Promise<void>;
}

type QueueFunction = HostedFunction<QueueTrigger>;

const json = (value: unknown): RpcTypedData => ({ json: JSON.stringify(value) });

const metadataOf = (message: DequeuedMessageItem, text: string): Record<string, RpcTypedData> => ({
  QueueTrigger: { string: text },
  DequeueCount: json(message.dequeueCount),
  Id: { string: message.messageId },
  PopReceipt: { string: message.popReceipt },
  InsertionTime: json(message.insertedOn),
  ExpirationTime: json(message.expiresOn),
  NextVisibleTime: json(message.nextVisibleOn),
});

const runMessage = async (parts: QueueParts, hosted: QueueFunction, message: DequeuedMessageItem): Promise<boolean> => {
  const text = parts.storage.decode(message.messageText);
  if (text === undefined) {
    writeLog('error', hosted.name, `Message ${message.messageId} is not ${parts.settings.messageEncoding}.`);
    return false;
  }
  try {
    const { response } = await invoke(parts.application, hosted, { string: text }, metadataOf(message, text));
    await sendOutputs(parts.storage, hosted, response);
    return true;
  } catch (fault) {
    logFault(hosted.name, fault);
    return false;
  }
};

const handleMessage = async (
  parts: QueueParts,
  hosted: QueueFunction,
  queue: QueueClient,
  message: DequeuedMessageItem,
): Promise<void> => {
  const startedAt = performance.now();
  const { maxDequeueCount, visibilityTimeout } = parts.settings;
  const done = message.dequeueCount <= maxDequeueCount && (await runMessage(parts, hosted, message));
  const poison = !done && message.dequeueCount >= maxDequeueCount;
  if (poison) await (await parts.storage.poisonOf(hosted.trigger)).sendMessage(message.messageText);
  if (done || poison) await queue.deleteMessage(message.messageId, message.popReceipt);
  else await queue.updateMessage(message.messageId, message.popReceipt, undefined, visibilityTimeout);
  logInvocation({
    function: hosted.name,
    trigger: 'queue',
    outcome: done ? 'ok' : poison ? 'failed, poisoned' : `failed, try ${message.dequeueCount} of ${maxDequeueCount}`,
    milliseconds: performance.now() - startedAt,
  });
};

/** Polls one queue. A message that fails is tried again until it has been taken `maxDequeueCount` times. */
export const listenToQueue = (parts: QueueParts, hosted: QueueFunction): Listener => {
  const { batchSize, newBatchThreshold } = parts.settings;
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();

  const start = (queue: QueueClient, message: DequeuedMessageItem): void => {
    const work = handleMessage(parts, hosted, queue, message)
      .catch((fault: unknown) => logFault(hosted.name, fault))
      .finally(() => running.delete(work));
    running.add(work);
  };

  const takeBatch = async (): Promise<number> => {
    const queue = await parts.storage.open(hosted.trigger);
    const options = { numberOfMessages: batchSize, visibilityTimeout: leaseSeconds };
    const { receivedMessageItems } = await queue.receiveMessages(options);
    receivedMessageItems.forEach((message) => start(queue, message));
    return receivedMessageItems.length;
  };

  const wait = (milliseconds: number) => pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => {});

  const poll = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        if (running.size > newBatchThreshold) await Promise.race(running);
        else if ((await takeBatch()) === 0) await wait(idleMilliseconds);
      } catch (fault) {
        logFault(`${hosted.name} (queue)`, fault);
        await wait(afterFaultMilliseconds);
      }
    }
  };

  const polling = poll();
  return {
    stop: async () => {
      stopping.abort();
      await polling;
      await Promise.all(running);
    },
  };
};

/** Runs a queue function once with a made-up message, for the admin endpoint. */
export const runQueueFunctionNow = async (parts: QueueParts, hosted: QueueFunction, input: string): Promise<void> => {
  const startedAt = performance.now();
  let outcome = 'failed';
  try {
    const metadata = { QueueTrigger: { string: input }, DequeueCount: json(1) };
    const { response } = await invoke(parts.application, hosted, { string: input }, metadata);
    await sendOutputs(parts.storage, hosted, response);
    outcome = 'ok';
  } finally {
    const milliseconds = performance.now() - startedAt;
    logInvocation({ function: hosted.name, trigger: 'queue (by hand)', outcome, milliseconds });
  }
};
