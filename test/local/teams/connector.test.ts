import { openDatabase } from '../../../local/database';
import { apps, tenant } from '../../../local/settings';
import { openChats } from '../../../local/teams/chats';
import { conversationIdOf, memberIdOf } from '../../../local/teams/identity';
import type { Person } from '../../../shared/schema/people';
import { asBot, asPage, botToken, codeIn, idIn, localTeams, people, startBot } from './fixture';

const firstPort = 6320;

const started = async (installed = true) => {
  const bot = await startBot(firstPort + 2);
  const system = localTeams(firstPort);
  if (installed) await system.teams.installForEveryone();
  const token = await botToken(system.entra);
  return { ...system, bot, token, connector: asBot(system.teams, token), page: asPage(system.teams, system.settings) };
};
let system: Awaited<ReturnType<typeof started>>;
afterEach(() => system?.bot.stop());

const chat = `/${conversationIdOf(people.ceo)}`;
const hello = { type: 'message', text: 'Hello' };
const messagesOf = async (person: Person) => (await system.page.chatOf(person)).messages;

describe('who may call the connector', () => {
  beforeEach(async () => void (system = await started()));

  test.each([
    ['no token', async () => '', 401],
    ['a token of another app', () => botToken(system.entra, 'product'), 403],
    ['a token with a changed signature', async () => `${system.token.slice(0, -8)}AAAAAAAA`, 401],
    ['a token for a person', () => system.entra.issueTabToken(people.ceo), 401],
    [
      'a token that Teams sends to bots',
      () => system.entra.issueChannelToken({ serviceUrl: 'x', audience: apps.bot.id }),
      401,
    ],
    ["the bot's token", async () => system.token, 201],
  ])('%s', async (_, token, status) => {
    expect((await asBot(system.teams, await token()).post(`${chat}/activities`, hello)).status).toBe(status);
  });
});

describe('creating a conversation', () => {
  const asked = (id: string, more = {}) => ({
    isGroup: false,
    bot: { id: apps.bot.id },
    members: [{ id }],
    tenantId: tenant.id,
    channelData: { tenant: { id: tenant.id } },
    ...more,
  });
  beforeEach(async () => void (system = await started()));

  test.each([
    ['the Entra object id', people.ceo.id],
    ['the id for this bot', memberIdOf(people.ceo)],
  ])('by %s leads to the one personal chat', async (_, id) => {
    const answer = await system.connector.post('', asked(id));
    expect(answer).toMatchObject({ status: 201, body: { id: conversationIdOf(people.ceo) } });
  });

  test('with a first message', async () => {
    const answer = await system.connector.post('', asked(people.board.id, { activity: hello }));
    expect(await messagesOf(people.board)).toMatchObject([{ text: 'Hello', from: 'app' }]);
    expect(answer.body).toEqual({ id: conversationIdOf(people.board) });
  });

  test.each([
    ['a mail address', asked(people.ceo.email), 400, 'BadArgument'],
    ['an unknown person', asked('11111111-1111-4111-8111-111111111111'), 403, 'ForbiddenOperationException'],
    ['a group', asked(people.ceo.id, { isGroup: true }), 400, 'BadSyntax'],
    ['another tenant', asked(people.ceo.id, { tenantId: 'other' }), 400, 'BadSyntax'],
    ['no member', { ...asked('x'), members: [] }, 400, 'BadSyntax'],
  ])('refuses %s', async (_, body, status, code) => {
    const answer = await system.connector.post('', body);
    expect([answer.status, codeIn(answer)]).toEqual([status, code]);
  });

  test('is forbidden for whoever removed the app', async () => {
    await system.page.post(`/people/${people.ceo.id}/installation`, { installed: false });
    const answer = await system.connector.post('', asked(people.ceo.id));
    expect([answer.status, codeIn(answer)]).toEqual([403, 'ForbiddenOperationException']);
  });
});

test('nobody can be written to before the app is installed', async () => {
  system = await started(false);
  expect((await system.connector.post(`${chat}/activities`, hello)).status).toBe(404);
});

describe('messages', () => {
  beforeEach(async () => void (system = await started()));

  test('are kept in order, with a reply naming what it answers', async () => {
    const first = await system.connector.post(`${chat}/activities`, hello);
    const second = await system.connector.post(`${chat}/activities/${idIn(first)}`, {
      type: 'message',
      text: 'Again',
    });
    expect(Number(idIn(second))).toBeGreaterThan(Number(idIn(first)));
    expect(await messagesOf(people.ceo)).toMatchObject([{ text: 'Hello' }, { text: 'Again', replyToId: idIn(first) }]);
  });

  test('are edited and deleted by their id', async () => {
    const id = idIn(await system.connector.post(`${chat}/activities`, hello));
    const content = { type: 'AdaptiveCard', version: '1.5' };
    const card = { contentType: 'application/vnd.microsoft.card.adaptive', content };
    await system.connector.put(`${chat}/activities/${id}`, { type: 'message', attachments: [card] });
    const [edited] = await messagesOf(people.ceo);
    expect(edited).toMatchObject({ id, version: 2, attachments: [card] });
    expect(edited?.text).toBeUndefined();
    expect((await system.connector.delete(`${chat}/activities/${id}`)).status).toBe(200);
    expect(await messagesOf(people.ceo)).toEqual([]);
    const late = await system.connector.put(`${chat}/activities/${id}`, hello);
    expect([late.status, codeIn(late)]).toEqual([404, 'ActivityNotFoundInConversation']);
  });

  test("cannot be changed where they are a person's", async () => {
    await system.page.post(`/people/${people.ceo.id}/messages`, { text: 'Mine' });
    const [mine] = await messagesOf(people.ceo);
    const answer = await system.connector.put(`${chat}/activities/${mine?.id}`, hello);
    expect([answer.status, codeIn(answer)]).toEqual([403, 'NotOwnMessage']);
  });

  test('typing is not kept', async () => {
    expect((await system.connector.post(`${chat}/activities`, { type: 'typing' })).status).toBe(201);
    expect(await messagesOf(people.ceo)).toEqual([]);
  });

  test.each([
    ['an unknown conversation', '/a:unknown/activities', hello, 404, 'ConversationNotFound'],
    ['a body that is no activity', `${chat}/activities`, { text: 'x' }, 400, 'BadSyntax'],
    ['more than 100 KB', `${chat}/activities`, { ...hello, text: 'x'.repeat(52_000) }, 413, 'MessageSizeTooBig'],
  ])('refuses %s', async (_, address, body, status, code) => {
    const answer = await system.connector.post(address, body);
    expect([answer.status, codeIn(answer)]).toEqual([status, code]);
  });

  test('are blocked once the person has removed the app, and flow again when it is back', async () => {
    await system.page.post(`/people/${people.ceo.id}/installation`, { installed: false });
    const blocked = await system.connector.post(`${chat}/activities`, hello);
    expect([blocked.status, codeIn(blocked)]).toEqual([403, 'MessageWritesBlocked']);
    await system.page.post(`/people/${people.ceo.id}/installation`, { installed: true });
    expect((await system.connector.post(`${chat}/activities`, hello)).status).toBe(201);
  });
});

describe('the roster', () => {
  const entry = {
    id: memberIdOf(people.ceo),
    aadObjectId: people.ceo.id,
    email: people.ceo.email,
    tenantId: tenant.id,
  };
  beforeEach(async () => void (system = await started()));

  test('names the one person of a personal chat, whole, paged and alone', async () => {
    expect((await system.connector.get(`${chat}/members`)).body).toMatchObject([entry]);
    expect((await system.connector.get(`${chat}/pagedmembers`)).body).toMatchObject({ members: [entry] });
    expect((await system.connector.get(`${chat}/members/${entry.id}`)).body).toMatchObject(entry);
  });

  test('does not know anybody else', async () => {
    const answer = await system.connector.get(`${chat}/members/${memberIdOf(people.head)}`);
    expect([answer.status, codeIn(answer)]).toEqual([404, 'MemberNotFoundInConversation']);
  });
});

test('limits count per conversation once they are switched on', async () => {
  system = await started();
  system.teams.switches.rateLimits = true;
  const send = (address: string) => system.connector.post(`${address}/activities`, hello);
  const statuses = [];
  for (let nth = 0; nth < 8; nth += 1) statuses.push((await send(chat)).status);
  expect(statuses).toEqual([201, 201, 201, 201, 201, 201, 201, 429]);
  expect((await send(chat)).headers.get('retry-after')).toBe('1');
  expect((await send(`/${conversationIdOf(people.board)}`)).status).toBe(201);
});

test('what arrives within one millisecond is still told apart and kept in order', () => {
  const chats = openChats(openDatabase(':memory:'), () => 1000);
  const ids = ['One', 'Two', 'Three'].map((text) => chats.messages.add('a:1', { from: 'app', text }).id);
  expect(ids).toEqual(['1000', '1001', '1002']);
  expect(chats.messages.list('a:1').map(({ text }) => text)).toEqual(['One', 'Two', 'Three']);
});
