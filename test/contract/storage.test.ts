import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { QueueClient } from '@azure/storage-queue';
import { createDeliveryTables } from '../../functions/adapters/storage/deliveryTables';
import { announcementsQueue, createQueueNotifier } from '../../functions/adapters/storage/queueNotifier';
import { startAzurite } from '../../local/azurite';
import type { Azurite } from '../../local/azurite';
import { portsFrom, storageConnection } from '../../local/settings';
import { createRecordedLog } from '../functions/http/asking';
import { describeDelivery } from './delivery';

jest.setTimeout(60_000);

const ports = portsFrom(6650);
const connection = storageConnection(ports);
const dataDir = mkdtempSync(path.join(tmpdir(), 'assured-storage-'));
let azurite: Azurite | undefined;

beforeAll(async () => {
  azurite = await startAzurite({ ports, dataDir });
});
afterAll(async () => {
  await azurite?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describeDelivery('The tables in Azure Storage', async () => createDeliveryTables(connection));

describe('the queue', () => {
  const queue = new QueueClient(connection, announcementsQueue);
  const matter = { kind: 'reviews', key: '100001|2026/27|autumn' } as const;

  it('is made where it is missing, and takes matters as the trigger expects them', async () => {
    const notifier = createQueueNotifier({ connection, log: createRecordedLog() });
    await notifier.announce(matter);
    await notifier.reach();
    const [message] = (await queue.receiveMessages()).receivedMessageItems;
    expect(JSON.parse(Buffer.from(message?.messageText ?? '', 'base64').toString('utf8'))).toEqual(matter);
    await queue.clearMessages();
  });

  it('that does not answer is logged without what was announced, and thrown soon', async () => {
    const log = createRecordedLog();
    const away = storageConnection(portsFrom(6690));
    const notifier = createQueueNotifier({ connection: away, log });
    const started = performance.now();
    await expect(notifier.announce(matter)).rejects.toThrow();
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(log.lines).toEqual([
      expect.objectContaining({ event: 'announcement.notQueued', facts: { matter: 'reviews' } }),
    ]);
    await expect(notifier.reach()).rejects.toThrow();
  });
});
