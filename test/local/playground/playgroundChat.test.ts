import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { z } from 'zod';
import { playgroundChat } from '../../../local/playground/playgroundChat';
import { conversationIdOf } from '../../../local/teams/identity';
import { asBot, asPage, botToken, codeIn, idIn, localTeams, people, startBot } from '../teams/fixture';

const Sent = z.object({ text: z.string() });
const Listening = z.object({ port: z.number() });

/** A Playground that has one message, `77`, and notes what it is asked. */
const startPlayground = async () => {
  const asked: { method: string; url: string; text: unknown }[] = [];
  const server: Server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      asked.push({ method, url, text: Sent.parse(JSON.parse(body)).text });
      const known = method === 'POST' || url.endsWith('/77');
      response.writeHead(known ? 201 : 404, { 'content-type': 'application/json' });
      response.end(JSON.stringify(known ? { id: '77' } : { error: { code: 'NotInThePlayground' } }));
    });
  });
  // Another port each time: no connection of the test before leads here.
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = Listening.parse(server.address());
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  };
  return { asked, origin: `http://localhost:${port}`, stop };
};

const firstPort = 6830;
const started = async () => {
  const bot = await startBot(firstPort + 2);
  const { teams, settings, entra } = localTeams(firstPort);
  await teams.installForEveryone();
  const connector = asBot(teams, await botToken(entra));
  return { bot, teams, connector, page: asPage(teams, settings), playground: await startPlayground() };
};
let system: Awaited<ReturnType<typeof started>>;
beforeEach(async () => void (system = await started()));
afterEach(async () => {
  await system.bot.stop();
  await system.playground.stop().catch(() => undefined);
});

const chat = `/${conversationIdOf(people.ceo)}/activities`;
const hello = { type: 'message', text: 'Hello' };
const join = () => system.teams.chatsElsewhere.set(people.ceo.id, playgroundChat(system.playground.origin));
const shownTo = async (who: typeof people.ceo) => (await system.page.chatOf(who)).messages.map(({ text }) => text);

test('a message goes to the Playground with its id for the same chat, and the local page does not have it', async () => {
  join();
  expect(idIn(await system.connector.post(chat, hello))).toBe('77');
  expect(system.playground.asked).toEqual([
    { method: 'POST', url: `/_connector/v3/conversations${chat}`, text: 'Hello' },
  ]);
  expect(await shownTo(people.ceo)).toEqual([]);
});

test('a change goes to whoever has the message', async () => {
  const before = idIn(await system.connector.post(chat, { ...hello, text: 'Before' }));
  join();
  expect((await system.connector.put(`${chat}/77`, { ...hello, text: 'Changed there' })).status).toBe(201);
  expect((await system.connector.put(`${chat}/${before}`, { ...hello, text: 'Changed here' })).status).toBe(200);
  expect(await shownTo(people.ceo)).toEqual(['Changed here']);
  expect(codeIn(await system.connector.put(`${chat}/5`, hello))).toBe('ActivityNotFoundInConversation');
});

test('other people’s chats stay in the local Teams', async () => {
  join();
  await system.connector.post(`/${conversationIdOf(people.head)}/activities`, hello);
  expect(await shownTo(people.head)).toEqual(['Hello']);
  expect(system.playground.asked).toEqual([]);
});

test('nobody but the bot writes into the Playground through here', async () => {
  join();
  expect((await asBot(system.teams, 'no token').post(chat, hello)).status).toBe(401);
  expect(system.playground.asked).toEqual([]);
});

test('a Playground that has ended is away for a while, not gone', async () => {
  join();
  await system.playground.stop();
  const answer = await system.connector.post(chat, hello);
  expect([answer.status, codeIn(answer)]).toEqual([503, 'ServiceUnavailable']);
});
