import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeJwt } from 'jose';
import { z } from 'zod';
import { originOf, tenant } from '../../../local/settings';
import { conversationIdOf } from '../../../local/teams/identity';
import { FeedEvent } from '../../../local/teams/shapes';
import { otherTenantId, visitors } from '../../../local/teams/visitors';
import { asBot, asPage, botToken, idIn, localTeams, people, startBot } from './fixture';

const firstPort = 6340;
const distDir = mkdtempSync(path.join(tmpdir(), 'teams-dist-'));
const system = localTeams(firstPort, ':memory:', distDir);
const origin = originOf(system.settings.ports).page;
const page = asPage(system.teams, system.settings);
const get = (address: string, headers: Record<string, string> = {}) =>
  system.teams.page.request(`${origin}${address}`, { headers });

beforeAll(() => {
  for (const bundle of ['tabs', 'teams-page']) {
    mkdirSync(path.join(distDir, bundle, 'assets'), { recursive: true });
    writeFileSync(path.join(distDir, bundle, 'index.html'), `<title>${bundle}</title>`);
    writeFileSync(path.join(distDir, bundle, 'assets', 'index-1.js'), `// ${bundle}`);
  }
  writeFileSync(path.join(distDir, 'secret.txt'), 'not served');
});
let bot: Awaited<ReturnType<typeof startBot>> | undefined;
afterAll(async () => {
  await bot?.stop();
  system.database.close();
  rmSync(distDir, { recursive: true });
});

const navigation = { accept: 'text/html,*/*' };

describe('the two bundles', () => {
  test.each([
    ['/', 'tabs', { ...navigation, 'sec-fetch-dest': 'iframe' }],
    ['/review/100001', 'tabs', { ...navigation, 'sec-fetch-dest': 'iframe' }],
    ['/__teams/', 'teams-page', { ...navigation, 'sec-fetch-dest': 'document' }],
    ['/assets/index-1.js', 'tabs', {}],
    ['/__teams/assets/index-1.js', 'teams-page', {}],
  ])('%s comes from %s', async (address, bundle, headers) => {
    const answer = await get(address, headers);
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining(bundle)]);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  });

  test.each(['/', '/review/100001'])('%s opened by hand leads to the page', async (address) => {
    const answer = await get(address, { ...navigation, 'sec-fetch-dest': 'document' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/__teams/']);
  });

  test.each(['/missing.js', '/__teams/missing.js', '/data', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%E0%A4%A'])(
    '%s is not there',
    async (address) => {
      expect((await get(address)).status).toBe(404);
    },
  );

  test('the tab may speak to the Functions app and learns where it is', async () => {
    const { functions } = originOf(system.settings.ports);
    const policy = (await get('/assets/index-1.js')).headers.get('content-security-policy');
    expect(policy).toContain(`connect-src 'self' ${functions}`);
    expect(await (await get('/config.json')).json()).toEqual({ apiBaseUrl: `${functions}/api` });
  });
});

describe('who may use the page', () => {
  const post = (headers: Record<string, string>) =>
    system.teams.page.request(`${origin}/__teams/api/people/${people.ceo.id}/token`, { method: 'POST', headers });

  test.each([
    ['its own origin', { origin }, 200],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['another port of this machine', { origin: 'http://localhost:9999' }, 403],
    ['another site without an origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a foreign name for this machine', { host: 'evil.example' }, 421],
    ['a foreign name that begins like ours', { host: 'localhost.evil.example:6340' }, 421],
  ])('%s', async (_, headers, status) => {
    expect((await post(headers)).status).toBe(status);
  });

  test('another site cannot even read', async () => {
    expect((await get('/__teams/api/setup', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});

test('the page is told who there is, with what tells them apart', async () => {
  const { body } = await page.get('/setup');
  expect(body).toMatchObject({ sample: 'Apples' });
  expect(body).toMatchObject({
    people: [
      { name: people.head.name, jobTitle: 'Head teacher', place: 'Academy 100001' },
      { name: people.ceo.name, place: 'Trust' },
      { name: people.board.name, place: 'Trust board' },
    ],
    meeting: { participants: [people.ceo.id, people.board.id] },
  });
});

test("the tab's token is the person's own", async () => {
  const { body } = await page.post(`/people/${people.ceo.id}/token`, {});
  const { token } = z.object({ token: z.string() }).parse(body);
  expect(decodeJwt(token)).toMatchObject({ oid: people.ceo.id, tid: tenant.id, scp: 'access_as_user' });
});

describe('a visitor of the meeting', () => {
  const tokenOf = async (visit: string) => {
    const visitor = visitors.find((each) => each.visit === visit);
    const { status, body } = await page.post(`/people/${visitor?.id}/token`, {});
    return {
      status,
      claims: status === 200 ? decodeJwt(z.object({ token: z.string() }).parse(body).token) : undefined,
    };
  };
  test('who is a guest has a token of this tenant', async () => {
    const { claims } = await tokenOf('guest');
    expect(claims?.['tid']).toBe(tenant.id);
    expect(claims?.['preferred_username']).toContain('#EXT#');
  });
  test('of another organisation has one of theirs', async () => {
    const { claims } = await tokenOf('elsewhere');
    expect(claims?.['tid']).toBe(otherTenantId);
    expect(claims?.iss).toContain(`/${otherTenantId}/`);
  });
  test('without an account has none', async () => expect((await tokenOf('anonymous')).status).toBe(403));
  test('has no chat, and can write in none', async () => {
    const visitor = visitors[0]?.id;
    expect((await page.get(`/people/${visitor}/chat`)).body).toEqual({ installed: false, memberId: '', messages: [] });
    expect((await page.post(`/people/${visitor}/messages`, { text: 'Hello' })).status).toBe(404);
  });
});

test.each([
  ['an unknown person', '/people/nobody/token', {}, 404],
  ['an empty message', `/people/${people.ceo.id}/messages`, { text: ' ' }, 400],
  ['a message without the app', `/people/${people.ceo.id}/messages`, { text: 'x' }, 409],
  ['an unknown address', '/elsewhere', {}, 404],
])('%s is refused', async (_, address, body, status) => {
  expect((await page.post(address, body)).status).toBe(status);
});

test('what one shares, everybody in the meeting can read', async () => {
  const stage = { url: '/stage', sharedBy: people.ceo.id };
  expect((await page.put('/meeting/stage', { stage })).status).toBe(204);
  expect((await page.get('/meeting/stage')).body).toEqual({ stage });
  expect((await page.put('/meeting/stage', { stage: { url: '/stage', sharedBy: 'nobody' } })).status).toBe(400);
  await page.put('/meeting/stage', { stage: null });
  expect((await page.get('/meeting/stage')).body).toEqual({ stage: null });
});

/** Reads the events of one open page until a text has come. */
const listen = async (person: string) => {
  const leave = new AbortController();
  const answer = await system.teams.page.request(`${origin}/__teams/api/people/${person}/events`, {
    signal: leave.signal,
  });
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error('There are no events.');
  let heard = (await reader.read()).value ?? '';
  return async (text: string): Promise<FeedEvent[]> => {
    while (!heard.includes(text)) heard += (await reader.read()).value ?? '';
    await reader.cancel();
    leave.abort();
    return [...heard.matchAll(/^data: (\{.*\})$/gm)].map(([, event = '']) => FeedEvent.parse(JSON.parse(event)));
  };
};

test('open pages hear at once of new and edited messages, and only of their own', async () => {
  bot = await startBot(firstPort + 2);
  await system.teams.installForEveryone();
  const eventsUntil = await listen(people.ceo.id);
  const connector = asBot(system.teams, await botToken(system.entra));
  const say = (person: typeof people.ceo, text: string) =>
    connector.post(`/${conversationIdOf(person)}/activities`, { type: 'message', text });
  await say(people.head, 'For somebody else');
  const id = idIn(await say(people.ceo, 'One'));
  await connector.put(`/${conversationIdOf(people.ceo)}/activities/${id}`, { type: 'message', text: 'Two' });
  expect(await eventsUntil('Two')).toMatchObject([
    { type: 'message', message: { id, version: 1, text: 'One' } },
    { type: 'message', message: { id, version: 2, text: 'Two' } },
  ]);
});
