import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TableClient } from '@azure/data-tables';
import { QueueClient } from '@azure/storage-queue';
import { queueRetries } from '../../functions/adapters/storage/account';
import { createDeliveryTables } from '../../functions/adapters/storage/deliveryTables';
import { decodeMessage, encodeMessage } from '../../functions/adapters/storage/messages';
import { createPoisonQueue, poisonQueueName } from '../../functions/adapters/storage/poisonQueue';
import { announcementsQueue, createQueueNotifier } from '../../functions/adapters/storage/queueNotifier';
import { startAzurite } from '../../local/azurite';
import type { Azurite } from '../../local/azurite';
import { portsFrom, storageConnection } from '../../local/settings';
import { DeliveryUnavailable } from '../../shared/application/ports/delivery';
import { PersonId } from '../../shared/schema/ids';
import type { LateDecision } from '../../shared/schema/lateDecision';
import { changeId } from '../support/builders/ids';
import { conversationOf } from '../support/fakeDelivery';
import { createRecordedLog } from '../functions/http/asking';
import { describeDelivery } from './delivery';
import { describeKept } from './keptDelivery';

jest.setTimeout(60_000);

const person = PersonId.parse('00000000-0000-4000-8000-000000000001');
const lateDecision: LateDecision = {
  conversation: conversationOf(person),
  cardId: 'message-1',
  answer: { verb: 'change.approve', id: changeId(1), round: 1, step: 1, comment: '' },
};
const until = async (so: () => Promise<boolean>): Promise<void> => {
  while (!(await so())) await pause(100);
};

const ports = portsFrom(6650);
const connection = storageConnection(ports);
const storage = { kind: 'connectionString', connectionString: connection } as const;
const dataDir = mkdtempSync(path.join(tmpdir(), 'assured-storage-'));
let azurite: Azurite | undefined;

beforeAll(async () => {
  azurite = await startAzurite({ ports, dataDir });
});
afterAll(async () => {
  await azurite?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describeDelivery('The tables in Azure Storage', async () => createDeliveryTables(storage));
describeKept('The tables in Azure Storage', async () => createDeliveryTables(storage));

it('tables are looked through in the pages that Storage gives, while what is in them is dropped', async () => {
  const { conversations, kept } = createDeliveryTables(storage);
  await conversations.put(conversationOf(person));
  const table = TableClient.fromConnectionString(connection, 'conversations', { allowInsecureConnection: true });
  const many = Array.from({ length: 1_100 }, (_, i) => `f0000000-0000-4000-8000-${String(i).padStart(12, '0')}`);
  const made = many.map((id) => ({ partitionKey: 'person', rowKey: id, ...conversationOf(PersonId.parse(id)) }));
  for (let i = 0; i < made.length; i += 100)
    await table.submitTransaction(made.slice(i, i + 100).map((entity) => ['create', entity]));
  const [sizes, dropped]: [number[], string[]] = [[], []];
  for await (const page of kept.conversations()) {
    sizes.push(page.length);
    for (const known of page.filter(({ conversation }) => conversation.person.startsWith('f')))
      if (await kept.dropConversation(known.conversation.person, known.version))
        dropped.push(known.conversation.person);
  }
  expect(sizes.length).toBeGreaterThan(1);
  expect(dropped.sort()).toEqual(many);
});

it('tables that do not answer are not looked through, and nothing is dropped from them', async () => {
  const away = { kind: 'connectionString', connectionString: storageConnection(portsFrom(6690)) } as const;
  const { kept } = createDeliveryTables(away);
  await expect(kept.cards()[Symbol.asyncIterator]().next()).rejects.toThrow(DeliveryUnavailable);
  await expect(kept.dropConversation(person)).rejects.toThrow(DeliveryUnavailable);
});

describe('the queue', () => {
  const queue = new QueueClient(connection, announcementsQueue);
  const matter = { kind: 'reviews', key: '100001|2026/27|autumn' } as const;

  it('is made where it is missing, and takes matters as the trigger expects them', async () => {
    const notifier = createQueueNotifier({ storage, log: createRecordedLog() });
    await notifier.announce(matter);
    await notifier.reach();
    const [message] = (await queue.receiveMessages()).receivedMessageItems;
    expect(JSON.parse(Buffer.from(message?.messageText ?? '', 'base64').toString('utf8'))).toMatchObject(matter);
    await queue.clearMessages();
  });

  it('takes people too, a moment later, and what another delivery has in hand later still', async () => {
    const notifier = createQueueNotifier({ storage, log: createRecordedLog() });
    await notifier.deliver(person);
    await notifier.announceIn(3600, matter);
    expect((await queue.receiveMessages()).receivedMessageItems).toEqual([]);
    const hidden = async () => (await queue.getProperties()).approximateMessagesCount;
    expect(await hidden()).toBe(2);
    await until(async () => (await queue.peekMessages()).peekedMessageItems.length > 0);
    const [message] = (await queue.receiveMessages()).receivedMessageItems;
    expect(decodeMessage(message?.messageText ?? '')).toEqual({ person });
    await queue.clearMessages();
  });

  it('gives a decision back that was taken down and is not needed any more', async () => {
    const notifier = createQueueNotifier({ storage, log: createRecordedLog() });
    const takeBack = await notifier.decideLater(lateDecision, 1);
    await takeBack();
    expect((await queue.getProperties()).approximateMessagesCount).toBe(0);
    const carriedOut = await notifier.decideLater(lateDecision, 0);
    await queue.receiveMessages();
    await expect(carriedOut()).rejects.toThrow();
    await queue.clearMessages();
  });

  it('that does not answer is logged without what was announced, and thrown soon', async () => {
    const log = createRecordedLog();
    const away = { kind: 'connectionString', connectionString: storageConnection(portsFrom(6690)) } as const;
    const notifier = createQueueNotifier({ storage: away, log });
    await expect(notifier.announce(matter)).rejects.toThrow();
    // Whoever decides waits for this: two tries at most.
    expect(queueRetries.maxTries * queueRetries.tryTimeoutInMs).toBeLessThanOrEqual(6_000);
    expect(log.lines).toEqual([
      expect.objectContaining({ event: 'announcement.notQueued', facts: { matter: 'reviews' } }),
    ]);
    await expect(notifier.reach()).rejects.toThrow();
  });
});

describe('the poison queue', () => {
  const queue = new QueueClient(connection, announcementsQueue);
  const poison = new QueueClient(connection, poisonQueueName);
  const failed = createPoisonQueue(storage);
  const texts = async (from: QueueClient) =>
    (await from.receiveMessages({ numberOfMessages: 32, visibilityTimeout: 1 })).receivedMessageItems
      .map(({ messageText }) => decodeMessage(messageText))
      .filter((asked) => asked !== undefined);

  it('holds nothing where the host never made it', async () => {
    expect(await failed.all()).toEqual({ messages: [], inAll: 0 });
    expect(await failed.resend('none')).toBe(false);
  });

  it('is listed, and each is put back with its doubles removed, and no other', async () => {
    await poison.createIfNotExists();
    await queue.createIfNotExists();
    const other = { matter: { kind: 'reviews', key: '100002|2026/27|autumn' } } as const;
    for (const asked of [{ person }, other, { person }]) await poison.sendMessage(encodeMessage(asked));
    await poison.sendMessage('none of ours');
    const { messages, inAll } = await failed.all();
    expect(messages.map(({ asked }) => asked)).toEqual([{ person }, other, { person }]);
    expect(inAll).toBe(4);
    expect(messages.every(({ failedAt }) => Date.parse(failedAt) > 0)).toBe(true);
    expect(await failed.resend(messages[0]?.id ?? '')).toBe(true);
    expect(await texts(queue)).toEqual([{ person }]);
    expect((await failed.all()).messages.map(({ asked }) => asked)).toEqual([other]);
    expect(await failed.resend(messages[0]?.id ?? '')).toBe(false);
  });
});
