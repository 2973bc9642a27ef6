import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SignJWT } from 'jose';
import { createDeliveryTables } from '../../functions/adapters/storage/deliveryTables';
import { queueIn } from '../../functions/adapters/storage/account';
import { decodeMessage, encodeMessage } from '../../functions/adapters/storage/messages';
import { createPoisonQueue, poisonQueueName } from '../../functions/adapters/storage/poisonQueue';
import { announcementsQueue, createQueueNotifier } from '../../functions/adapters/storage/queueNotifier';
import type { StorageSettings } from '../../functions/storageSettings';
import { startChild, type Child } from '../../local/childProcess';
import { inProject } from '../../local/projectRoot';
import { apps, portsFrom, tenant } from '../../local/settings';
import { DeliveryUnavailable } from '../../shared/application/ports/delivery';
import { PersonId } from '../../shared/schema/ids';
import type { LateDecision } from '../../shared/schema/lateDecision';
import { createRecordedLog } from '../functions/http/asking';
import { changeId } from '../support/builders/ids';
import { conversationOf } from '../support/fakeDelivery';
import { describeDelivery } from './delivery';
import { describeKept } from './keptDelivery';
import { startLocalGraph, type LocalGraph } from './localGraph';
import { preparedFiles } from '../support/dataDir';

/**
 * The app as it stands in Azure: no account key, storage lets its managed identity in. Azurite looks at audience,
 * issuer and time of a token, and neither at its signature nor at roles: these are tried in Azure alone.
 */

jest.setTimeout(60_000);

const ports = portsFrom(6660);
const account = 'devstoreaccount1';
const [own, withoutRole, ofAnother] = ['01', '02', '03'].map((end) => `a55e0000-0000-4000-8000-0000000000${end}`);
const storageFor = (clientId = ''): StorageSettings => ({
  kind: 'identity',
  queues: `https://127.0.0.1:${ports.queue}/${account}`,
  tables: `https://127.0.0.1:${ports.table}/${account}`,
  clientId,
});

const tokenFor = (audience: string, issuer: string): Promise<string> =>
  new SignJWT({ tid: 'a tenant' })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(audience)
    .setIssuer(issuer)
    .setIssuedAt()
    .setNotBefore('-1m')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode('nobody looks at the signature here'));

/** The platform's endpoint of identities: each gets a token of its own kind. */
const startIdentities = async () => {
  const resources: string[] = [];
  const server = createServer((asked, response) => {
    const query = new URL(asked.url ?? '', 'http://localhost').searchParams;
    const [resource, client] = [query.get('resource') ?? '', query.get('client_id')];
    resources.push(resource);
    const audience = client === withoutRole ? 'https://graph.microsoft.com' : resource;
    const issuer = client === ofAnother ? 'https://elsewhere.example/' : 'https://sts.windows.net/a-tenant/';
    void tokenFor(audience, issuer).then((token) => {
      const body = { access_token: token, expires_on: Math.floor(Date.now() / 1000) + 3600, resource };
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ...body, token_type: 'Bearer' }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { resources, port, close: () => new Promise((resolve) => server.close(resolve)) };
};

const answersHttps = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    asked.on('error', () => resolve(false));
    asked.end();
  });

/** Azurite that takes bearer tokens, which it does over HTTPS alone. */
const startAzuriteByToken = async (dataDir: string): Promise<Child> => {
  const { certificate, certificateKey } = preparedFiles();
  const at = (['blob', 'queue', 'table'] as const).flatMap((service) => [
    ...[`--${service}Host`, '127.0.0.1'],
    ...[`--${service}Port`, `${ports[service]}`],
  ]);
  const child = startChild({
    name: 'The storage emulator',
    args: [
      inProject('node_modules', 'azurite', 'dist', 'src', 'azurite.js'),
      ...['--oauth', 'basic', '--cert', certificate, '--key', certificateKey],
      ...['--skipApiVersionCheck', '--disableTelemetry', '--silent', '--location', dataDir, ...at],
    ],
  });
  for (const port of [ports.queue, ports.table])
    while (!(await answersHttps(port))) {
      if (!child.running) throw new Error(`The storage emulator did not start.\n${child.lastLines()}`);
      await pause(50);
    }
  return child;
};

/** As the administrator's commands reach it: Entra's own token for a registration that was given a role. */
const storageOf = (secret: string): StorageSettings => {
  const { tables, queues } = storageFor() as Extract<StorageSettings, { kind: 'identity' }>;
  const identity = {
    ...{ tenantId: tenant.id, clientId: apps.provisioning.id, credentials: { kind: 'secret', secret } as const },
    ...{ authority: `${entra?.origin}/${tenant.id}`, knownAuthorities: [new URL(entra?.origin ?? '').host] },
  };
  return { kind: 'registration', queues, tables, identity };
};

const dataDir = mkdtempSync(path.join(tmpdir(), 'assured-identity-'));
const before = { ...process.env };
let azurite: Child | undefined;
let entra: LocalGraph | undefined;
let identities: Awaited<ReturnType<typeof startIdentities>> | undefined;

beforeAll(async () => {
  identities = await startIdentities();
  process.env['IDENTITY_ENDPOINT'] = `http://127.0.0.1:${identities.port}/token`;
  process.env['IDENTITY_HEADER'] = 'the platforms own';
  azurite = await startAzuriteByToken(dataDir);
  entra = await startLocalGraph();
});
afterAll(async () => {
  process.env = before;
  await azurite?.stop();
  await identities?.close();
  await entra?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const person = PersonId.parse('00000000-0000-4000-8000-000000000001');
const late: LateDecision = {
  conversation: conversationOf(person),
  cardId: 'message-1',
  answer: { verb: 'change.approve', id: changeId(1), round: 1, step: 1, comment: '' },
};
const matter = { kind: 'reviews', key: '100001|2026/27|autumn' } as const;

describeDelivery('The tables in Azure Storage, by managed identity,', async () =>
  createDeliveryTables(storageFor(own)),
);

describeKept('The tables in Azure Storage, by managed identity,', async () => createDeliveryTables(storageFor(own)));
describeKept('The tables in Azure Storage, by a registration,', async () =>
  createDeliveryTables(storageOf(apps.provisioning.secret)),
);

it('a registration that Entra does not let in finds storage away, and it is known why', async () => {
  const { kept } = createDeliveryTables(storageOf('wrong'));
  const refused = { name: DeliveryUnavailable.name, cause: { errorCode: 'invalid_client' } };
  await expect(kept.dropConversation(person)).rejects.toMatchObject(refused);
});

describe('the queues, by managed identity', () => {
  it('are made, written and read', async () => {
    const storage = storageFor(own);
    const notifier = createQueueNotifier({ storage, log: createRecordedLog() });
    await notifier.announce(matter);
    const takeBack = await notifier.decideLater(late, 60);
    await takeBack();
    await notifier.reach();
    const failed = createPoisonQueue(storage);
    expect(await failed.all()).toEqual({ messages: [], inAll: 0 });
    const poison = queueIn(storage, poisonQueueName);
    await poison.createIfNotExists();
    await poison.sendMessage(encodeMessage({ matter }));
    const [message] = (await failed.all()).messages;
    expect(message?.asked).toEqual({ matter });
    expect(await failed.resend(message?.id ?? '')).toBe(true);
    expect((await failed.all()).inAll).toBe(0);
    const { receivedMessageItems } = await queueIn(storage, announcementsQueue).receiveMessages({
      numberOfMessages: 32,
    });
    expect(receivedMessageItems.map(({ messageText }) => decodeMessage(messageText))).toEqual([{ matter }, { matter }]);
  });

  it('are asked with a token for storage, and for nothing else', () => {
    expect(new Set(identities?.resources)).toEqual(new Set(['https://storage.azure.com']));
  });
});

describe.each([
  ['the audience of another service', withoutRole],
  ['an issuer of another kind', ofAnother],
])('a token with %s', (_, clientId) => {
  const storage = storageFor(clientId);

  it('opens no table and no queue; nothing but that storage is away is said', async () => {
    const refused = { name: DeliveryUnavailable.name, cause: { name: 'RestError', statusCode: 403 } };
    const { conversations, sentCards, announcements } = createDeliveryTables(storage);
    const notifier = createQueueNotifier({ storage, log: createRecordedLog() });
    for (const act of [
      () => conversations.get(person),
      () => sentCards.inState(['held']),
      () => announcements.record(matter, '"1"'),
      () => notifier.announce(matter),
      () => createPoisonQueue(storage).all(),
    ])
      await expect(act()).rejects.toMatchObject(refused);
  });
});
