import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createBotService } from '../../bot/botbuilder';
import { setUp } from './service';
import { botAppId, createChat, serviceUrl, signingForAll, written } from './teams';

const issuer = 'https://api.botframework.com';
const minute = 60_000;
const hour = 60 * minute;

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
let pair: Pair;
beforeAll(async () => {
  pair = await generateKeyPair('RS256', { extractable: true });
}, 60_000);
const signing = signingForAll();

/** In the same set, and of no kind that is known here. */
const others = [{ kty: 'later' }, null, 'text', { kid: 7 }];

/** A sign-in service whose keys rotate, whose answers can fail or not come, and which counts how often it is asked. */
const startKeys = async (kids: readonly string[]) => {
  const state = { kids, failing: false, asked: 0, hold: Promise.resolve() };
  const jwk = await exportJWK(pair.publicKey);
  const server = createServer((request, response) => {
    const keys = state.kids.map((kid) => ({ ...jwk, kid, use: 'sig', endorsements: ['msteams'] }));
    const { port } = server.address() as AddressInfo;
    const body =
      request.url === '/openid'
        ? { issuer, jwks_uri: `http://127.0.0.1:${port}/keys` }
        : { keys: [...others, ...keys] };
    if (request.url === '/openid') state.asked += 1;
    void state.hold.then(() => {
      response.writeHead(state.failing ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { state, url: `http://127.0.0.1:${port}/openid`, close };
};

const signedBy = (kid: string): Promise<string> =>
  new SignJWT({ serviceurl: serviceUrl })
    .setProtectedHeader({ alg: 'RS256', kid, typ: 'JWT' })
    .setIssuer(issuer)
    .setAudience(botAppId)
    .setIssuedAt()
    .setNotBefore('-1m')
    .setExpirationTime('1h')
    .sign(pair.privateKey);

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** The bot's own service before that sign-in service, with a clock that the test moves. */
const start = async (kids: readonly string[]) => {
  const keys = await startKeys(kids);
  closing.push(keys.close);
  let at = Date.parse('2026-11-22T09:40:00Z');
  const { platform } = createChat();
  const { handlers } = setUp(signing);
  const service = createBotService({ ...signing.config, openIdMetadataUrl: keys.url }, handlers, {
    ...platform,
    now: () => new Date(at).toISOString(),
  });
  const status = async (kid: string): Promise<number> => {
    const headers = { authorization: `Bearer ${await signedBy(kid)}` };
    return (await service.receive({ method: 'POST', headers, body: written('hello') })).status;
  };
  return { keys: keys.state, status, forward: (milliseconds: number) => void (at += milliseconds) };
};

test('keys are fetched once and kept', async () => {
  const { keys, status } = await start(['old']);
  expect([await status('old'), await status('old'), keys.asked]).toEqual([200, 200, 1]);
});

test('a new key is fetched with the first token that names it, minutes after the last fetch', async () => {
  const { keys, status, forward } = await start(['old']);
  await status('old');
  keys.kids = ['old', 'new'];
  forward(2 * minute);
  expect(await status('new')).toBe(200);
  keys.kids = ['new'];
  expect([await status('old'), await status('new'), keys.asked]).toEqual([200, 200, 2]);
});

test('keys that nobody knows are asked for once a minute, however many tokens name them', async () => {
  const { keys, status, forward } = await start(['old']);
  await status('old');
  forward(2 * minute);
  const statuses = await Promise.all(Array.from({ length: 40 }, (_, i) => status(`hostile-${i}`)));
  expect(new Set(statuses)).toEqual(new Set([401]));
  expect(keys.asked).toBe(2);
  await status('hostile');
  expect(keys.asked).toBe(2);
  // And a key that comes meanwhile is found as soon as that minute is over.
  keys.kids = ['new'];
  forward(minute);
  expect([await status('new'), keys.asked]).toEqual([200, 3]);
});

test('neither does a service that fails get a request for each', async () => {
  const { keys, status, forward } = await start(['old']);
  keys.failing = true;
  const statuses = await Promise.all(Array.from({ length: 20 }, () => status('old')));
  expect(new Set(statuses)).toEqual(new Set([503]));
  expect([await status('old'), keys.asked]).toEqual([503, 1]);
  keys.failing = false;
  forward(minute);
  expect([await status('old'), keys.asked]).toEqual([200, 2]);
});

test('a key that was taken away counts a day at most, and three while the service is away', async () => {
  const { keys, status, forward } = await start(['old']);
  await status('old');
  keys.failing = true;
  forward(25 * hour);
  expect(await status('old')).toBe(200);
  forward(48 * hour);
  expect(await status('old')).toBe(503);
  keys.failing = false;
  keys.kids = ['new'];
  forward(minute);
  expect([await status('old'), await status('new')]).toEqual([401, 200]);
});

test('whether a key is new cannot be told while the service is away: the sender may come again', async () => {
  const { keys, status, forward } = await start(['old']);
  await status('old');
  keys.failing = true;
  forward(2 * minute);
  expect([await status('new'), await status('old')]).toEqual([503, 200]);
});

test('all who ask while the keys are on their way wait for the same answer', async () => {
  const { keys, status } = await start(['old']);
  let go: () => void = () => undefined;
  keys.hold = new Promise((resolve) => (go = resolve));
  const asking = Array.from({ length: 10 }, () => status('old'));
  setTimeout(go, 50);
  expect(new Set(await Promise.all(asking))).toEqual(new Set([200]));
  expect(keys.asked).toBe(1);
});
