import { QueueServiceClient } from '@azure/storage-queue';
import type { QueueClient } from '@azure/storage-queue';
import type { QueueSettings } from './settings';
import { connectionString, withAppSettings } from './settings';

export interface QueueAddress {
  readonly queueName: string;
  readonly connection: string;
}

/** Azure Storage queues by the names functions use for them. */
export interface QueueStorage {
  /** The queue, created when it is missing. */
  open(address: QueueAddress): Promise<QueueClient>;
  poisonOf(address: QueueAddress): Promise<QueueClient>;
  encode(text: string): string;
  /** The text of a message, or undefined when it is not in the encoding host.json names. */
  decode(raw: string): string | undefined;
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export const createQueueStorage = (
  environment: Record<string, string | undefined>,
  { messageEncoding }: Pick<QueueSettings, 'messageEncoding'>,
): QueueStorage => {
  const opened = new Map<string, Promise<QueueClient>>();

  const open = ({ queueName, connection }: QueueAddress): Promise<QueueClient> => {
    const name = withAppSettings(queueName, environment);
    const key = `${connection}|${name}`;
    const known = opened.get(key);
    if (known) return known;
    const creating = (async () => {
      const client = QueueServiceClient.fromConnectionString(connectionString(connection, environment)).getQueueClient(
        name,
      );
      await client.createIfNotExists();
      return client;
    })();
    opened.set(key, creating);
    creating.catch(() => opened.delete(key));
    return creating;
  };

  const encoded = messageEncoding === 'base64';
  return {
    open,
    poisonOf: (address) => open({ ...address, queueName: `${address.queueName}-poison` }),
    encode: (text) => (encoded ? Buffer.from(text, 'utf8').toString('base64') : text),
    decode: (raw) => {
      if (!encoded) return raw;
      return base64.test(raw) ? Buffer.from(raw, 'base64').toString('utf8') : undefined;
    },
  };
};
