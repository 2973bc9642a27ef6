import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDeliveryTables } from '../../../../functions/adapters/storage/deliveryTables';
import { createPoisonQueue } from '../../../../functions/adapters/storage/poisonQueue';
import { createQueueNotifier } from '../../../../functions/adapters/storage/queueNotifier';
import type { StorageSettings } from '../../../../functions/storageSettings';
import { DeliveryUnavailable, type SentCard } from '../../../../shared/application/ports/delivery';
import { changeId } from '../../../support/builders/ids';
import { hazel } from '../../../support/builders/people';
import { conversationOf } from '../../../support/fakeDelivery';
import { createRecordedLog } from '../../http/asking';

jest.setTimeout(60_000);

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const key = Buffer.from('nobody’s').toString('base64');
const storageAt = (port: number): StorageSettings => {
  const at = (service: string) => `${service}Endpoint=http://127.0.0.1:${port}/account;`;
  const account = `DefaultEndpointsProtocol=http;AccountName=account;AccountKey=${key};`;
  return { kind: 'connectionString', connectionString: `${account}${at('Queue')}${at('Table')}` };
};

const listening = async (listener: RequestListener): Promise<{ port: number; close: () => Promise<void> }> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return { port: (server.address() as AddressInfo).port, close };
};

const answering = async (status: number, code: string): Promise<StorageSettings> => {
  const server = await listening((_, response) => {
    const headers = { 'content-type': 'application/json', 'x-ms-error-code': code };
    response.writeHead(status, headers).end(JSON.stringify({ 'odata.error': { code, message: { value: 'No.' } } }));
  });
  closing.push(server.close);
  return storageAt(server.port);
};

const nobodyThere = async (): Promise<StorageSettings> => {
  const { port, close } = await listening(() => undefined);
  await close();
  return storageAt(port);
};

const neverAnswering = async (): Promise<StorageSettings> => {
  const { port, close } = await listening(() => undefined);
  closing.push(close);
  return storageAt(port);
};

const matter = { kind: 'reviews', key: '100001|2026/27|autumn' } as const;
const card: SentCard = {
  ...{ matter, person: hazel.id, slot: 'round 1/signOff', version: '"1"' },
  state: 'held',
  since: '2026-11-22T09:40:00.000Z',
};
const decision = {
  conversation: conversationOf(hazel.id),
  cardId: 'message-1',
  answer: { verb: 'change.approve', id: changeId(1), round: 1, step: 1, comment: '' },
} as const;

type Acts = Readonly<Record<string, () => Promise<unknown>>>;
/** One act for each function of a port: a new function does not compile until it has its own. */
type ActsOf<Port> = { readonly [Name in keyof Port]: () => Promise<unknown> };

/** Everything that the adapters can be asked. */
const actsAt = (storage: StorageSettings): Acts => {
  const { conversations, sentCards, announcements } = createDeliveryTables(storage);
  const failedMessages = createPoisonQueue(storage);
  const notifier = createQueueNotifier({ storage, log: createRecordedLog() });
  const inTables = {
    get: () => conversations.get(hazel.id),
    put: () => conversations.put(conversationOf(hazel.id)),
    add: () => conversations.add(conversationOf(hazel.id)),
    serviceUrl: () => conversations.serviceUrl(),
  } satisfies ActsOf<typeof conversations>;
  const ofCards = {
    forMatter: () => sentCards.forMatter(matter),
    inState: () => sentCards.inState(['held']),
    claim: () => sentCards.claim(card),
    save: () => sentCards.save(card),
  } satisfies ActsOf<typeof sentCards>;
  const ofAnnouncements = {
    all: () => announcements.all(),
    record: () => announcements.record(matter, '"1"'),
    recordFailed: () => announcements.recordFailed(matter, '"1"'),
  } satisfies ActsOf<typeof announcements>;
  const inQueues = {
    listed: () => failedMessages.all(),
    resend: () => failedMessages.resend('one'),
    announce: () => notifier.announce(matter),
    announceIn: () => notifier.announceIn(5, matter),
    deliver: () => notifier.deliver(hazel.id),
    decideLater: () => notifier.decideLater(decision, 0),
    prepare: () => notifier.prepare(),
    reach: () => notifier.reach(),
  };
  return { ...inTables, ...ofCards, ...ofAnnouncements, ...inQueues };
};

const faultsOf = async (acts: Acts): Promise<Record<string, unknown>> => {
  const faults = Object.entries(acts).map(async ([name, act]) => [
    name,
    await act().then(
      () => 'no fault',
      (fault: unknown) => (fault instanceof Error ? fault.name : fault),
    ),
  ]);
  return Object.fromEntries(await Promise.all(faults)) as Record<string, unknown>;
};
const allOf = (acts: Acts, fault: string) => Object.fromEntries(Object.keys(acts).map((name) => [name, fault]));

describe('storage', () => {
  it.each([
    ['at which nobody is', nobodyThere],
    ['that never answers', neverAnswering],
    ['that fails', () => answering(503, 'ServerBusy')],
    ['that does not let the app in', () => answering(403, 'AuthorizationPermissionMismatch')],
  ])('%s: every act ends, and says that storage is away', async (_, start) => {
    const acts = actsAt(await start());
    expect(await faultsOf(acts)).toEqual(allOf(acts, DeliveryUnavailable.name));
  });

  it('that does not understand what is asked is another matter: that is our mistake', async () => {
    const acts = actsAt(await answering(400, 'InvalidInput'));
    expect(await faultsOf(acts)).toEqual(allOf(acts, 'RestError'));
  });

  it('without a token is away too', async () => {
    const [endpoint, header] = [process.env['IDENTITY_ENDPOINT'], process.env['IDENTITY_HEADER']];
    const { port, close } = await listening((_, response) => void response.writeHead(400).end('{}'));
    closing.push(close);
    Object.assign(process.env, { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/token`, IDENTITY_HEADER: 'x' });
    try {
      const acts = actsAt({
        ...{ kind: 'identity', clientId: 'a55e0000-0000-4000-8000-0000000000fe' },
        ...{ queues: 'https://queues.example', tables: 'https://tables.example' },
      });
      expect(await faultsOf(acts)).toEqual(allOf(acts, DeliveryUnavailable.name));
    } finally {
      delete process.env['IDENTITY_ENDPOINT'];
      delete process.env['IDENTITY_HEADER'];
      Object.assign(process.env, { ...(endpoint && { IDENTITY_ENDPOINT: endpoint }) });
      Object.assign(process.env, { ...(header && { IDENTITY_HEADER: header }) });
    }
  });

  it('that is away says when to come back', async () => {
    const { listed } = actsAt(await nobodyThere());
    await expect(listed?.()).rejects.toMatchObject({ retryAfter: 10 });
  });
});
