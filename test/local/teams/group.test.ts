import { z } from 'zod';
import { GroupMessages } from '../../../local/teams/groupShapes';
import { cardContentType } from '../../../local/teams/shapes';
import { memberIdOf } from '../../../local/teams/identity';
import { asBot, asPage, botToken, codeIn, idIn, localTeams, people, startBot, type BotReaction } from './fixture';

const firstPort = 6350;
const { settings, database, entra, teams } = localTeams(firstPort);
const page = asPage(teams, settings);
let bot: Awaited<ReturnType<typeof startBot>>;

beforeAll(async () => {
  bot = await startBot(firstPort + 2);
});
afterAll(async () => {
  await bot.stop();
  database.close();
});
beforeEach(() => {
  bot.calls.length = 0;
});

const { ceo, head, board } = people;
const answering =
  (body: unknown): BotReaction =>
  async () => ({ status: 200, body });
const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const conversation = { conversationType: 'groupChat', isGroup: true };
const messagesOf = async (id: string) => (await page.get(`/group/${id}/chat`)).body;

test('what people write to each other, the bot does not hear where they do not mention it', async () => {
  expect(await page.post(`/group/${ceo.id}/messages`, { text: 'Good morning' })).toMatchObject({ status: 204 });
  const seen = { messages: [{ from: 'person', author: ceo.id, text: 'Good morning' }] };
  expect(await messagesOf(ceo.id)).toMatchObject(seen);
  expect(await messagesOf(head.id)).toMatchObject(seen);
  expect(bot.calls).toEqual([]);
});

test('whoever is not in the chat neither reads nor writes in it', async () => {
  expect((await page.get(`/group/${board.id}/chat`)).status).toBe(404);
  for (const [route, body] of [
    ['messages', { text: 'Hello' }],
    ['search', { text: 'alder' }],
    ['cards', { card }],
  ] as const)
    expect((await page.post(`/group/${board.id}/${route}`, body)).status).toBe(404);
  expect(bot.calls).toEqual([]);
});

describe('the message extension', () => {
  test.each([
    ['', [{ name: 'initialRun', value: 'true' }]],
    ['alder', [{ name: 'text', value: 'alder' }]],
  ])('asks for “%s” as Teams does', async (text, parameters) => {
    await page.post(`/group/${ceo.id}/search`, { text });
    expect(bot.ofType('invoke')).toMatchObject([
      {
        name: 'composeExtension/query',
        from: { id: memberIdOf(ceo), aadObjectId: ceo.id },
        conversation,
        value: { commandId: 'find', parameters, queryOptions: { skip: 0, count: 25 } },
      },
    ]);
  });

  test('shows what was found, what was said, or that the app did not answer', async () => {
    const preview = {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: 'A title', text: 'A text' },
    };
    const attachments = [{ contentType: cardContentType, content: card, preview }];
    const search = async () => (await page.post(`/group/${ceo.id}/search`, { text: 'a' })).body;
    bot.reactWith(answering({ composeExtension: { type: 'result', attachmentLayout: 'list', attachments } }));
    expect(await search()).toEqual({ kind: 'results', results: [{ title: 'A title', text: 'A text', card }] });
    bot.reactWith(answering({ composeExtension: { type: 'message', text: 'Nothing found.' } }));
    expect(await search()).toEqual({ kind: 'message', text: 'Nothing found.' });
    bot.reactWith(async () => ({ status: 503 }));
    expect(await search()).toEqual({ kind: 'message', text: 'Unable to reach app. Please try again.' });
  });
});

test('a card in the chat is answered for whoever looks at it, and for nobody else', async () => {
  await page.post(`/group/${ceo.id}/cards`, { card });
  const { messages } = GroupMessages.parse(await messagesOf(head.id));
  const inserted = messages.at(-1);
  expect(inserted).toMatchObject({ author: ceo.id, attachments: [{ contentType: cardContentType, content: card }] });
  const own = { ...card, body: [{ type: 'TextBlock', text: 'Yours' }] };
  bot.reactWith(answering({ statusCode: 200, type: cardContentType, value: own }));
  const action = { type: 'Action.Execute', verb: 'look', data: {} };
  const request = { replyToId: inserted?.id, action, trigger: 'automatic' };
  const answer = await page.post(`/group/${head.id}/invokes`, request);
  expect(answer.body).toEqual({ kind: 'card', card: own });
  expect(bot.ofType('invoke')).toMatchObject([{ from: { aadObjectId: head.id }, conversation }]);
  expect(await messagesOf(ceo.id)).toMatchObject({ messages: [{ text: 'Good morning' }, { ...inserted }] });
  const elsewhere = { ...request, replyToId: '1' };
  expect((await page.post(`/group/${head.id}/invokes`, elsewhere)).status).toBe(404);
});

describe('a message that mentions the bot', () => {
  test('reaches it as Teams sends it, and its answer is there for all', async () => {
    const connector = asBot(teams, await botToken(entra));
    await page.post(`/group/${head.id}/messages`, { text: '@Assured help' });
    const named = '<at>Assured</at>';
    expect(bot.ofType('message')).toMatchObject([
      {
        text: `${named} help`,
        from: { aadObjectId: head.id },
        conversation,
        entities: [{ type: 'mention', text: named }, { type: 'clientInfo' }],
      },
    ]);
    const { id } = z.object({ id: z.string() }).parse(bot.ofType('message')[0]?.['conversation']);
    const content = { contentType: cardContentType, content: card };
    const answer = await connector.post(`/${id}/activities/1`, { type: 'message', attachments: [content] });
    expect(answer.status).toBe(201);
    const { messages } = GroupMessages.parse(await messagesOf(ceo.id));
    expect(messages.at(-1)).toMatchObject({ id: idIn(answer), from: 'app', attachments: [content] });
    const nothing = await connector.post(`/${id}/activities`, { text: 'x' });
    expect([nothing.status, codeIn(nothing)]).toEqual([400, 'BadSyntax']);
  });

  test.each(['ada@assured.example', '@Assuredly not'])('is none where only the letters are there: %s', async (text) => {
    await page.post(`/group/${head.id}/messages`, { text });
    expect(bot.calls).toEqual([]);
  });
});
