import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { decodeJwt } from 'jose';
import { apps, originOf, tenant } from '../../../local/settings';
import { conversationIdOf, memberIdOf } from '../../../local/teams/identity';
import { asBot, asPage, botToken, everybody, idIn, localTeams, people, startBot, type BotReaction } from './fixture';

const firstPort = 6330;

const started = async (react?: BotReaction, file?: string) => {
  const bot = await startBot(firstPort + 2, react);
  const system = localTeams(firstPort, file);
  const connector = asBot(system.teams, await botToken(system.entra));
  return { ...system, bot, connector, page: asPage(system.teams, system.settings) };
};
let system: Awaited<ReturnType<typeof started>>;
afterEach(() => system.bot.stop());

const fromTheCeo = {
  channelId: 'msteams',
  locale: 'en-GB',
  from: { id: memberIdOf(people.ceo), aadObjectId: people.ceo.id, name: people.ceo.name },
  conversation: { id: conversationIdOf(people.ceo), conversationType: 'personal', tenantId: tenant.id },
  recipient: { id: `28:${apps.bot.id}` },
  channelData: { tenant: { id: tenant.id } },
};

const withCard = async (): Promise<string> => {
  await system.teams.installForEveryone();
  const content = { type: 'AdaptiveCard', version: '1.5' };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content }];
  const chat = `/${conversationIdOf(people.ceo)}/activities`;
  return idIn(await system.connector.post(chat, { type: 'message', attachments }));
};
const invoke = async (replyToId: string) =>
  system.page.post(`/people/${people.ceo.id}/invokes`, {
    replyToId,
    trigger: 'manual',
    action: { type: 'Action.Execute', verb: 'approve', data: { changeId: 'c1', comment: 'Agreed' } },
  });

describe('installing', () => {
  test('tells the bot twice for each person, with a token for this service', async () => {
    system = await started();
    await system.teams.installForEveryone();
    expect(system.bot.ofType('installationUpdate')).toHaveLength(everybody.length);
    expect(system.bot.ofType('installationUpdate')[1]).toMatchObject({ ...fromTheCeo, action: 'add' });
    expect(system.bot.ofType('conversationUpdate')[1]).toMatchObject({
      ...fromTheCeo,
      membersAdded: [{ id: `28:${apps.bot.id}` }],
    });
    const { authorization = '', activity } = system.bot.calls[0] ?? {};
    expect(decodeJwt(authorization.replace('Bearer ', ''))).toMatchObject({
      iss: 'https://api.botframework.com',
      aud: apps.bot.id,
      serviceurl: `${originOf(system.settings.ports).microsoft365}/connector/`,
    });
    expect(activity).toMatchObject({ serviceUrl: `${originOf(system.settings.ports).microsoft365}/connector/` });
    const ids = system.bot.calls.map((call) => call.activity['id']);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a second time does nothing, and who removed the app stays without it', async () => {
    system = await started();
    await system.teams.installForEveryone();
    await system.page.post(`/people/${people.head.id}/installation`, { installed: false });
    expect(system.bot.ofType('installationUpdate').at(-1)).toMatchObject({ action: 'remove' });
    const before = system.bot.calls.length;
    await system.teams.installForEveryone();
    expect(system.bot.calls).toHaveLength(before);
    expect((await system.page.chatOf(people.head)).installed).toBe(false);
  });

  test('waits for a bot that is not up yet', async () => {
    let refusals = 3;
    system = await started(async () => ({ status: refusals-- > 0 ? 503 : 200 }));
    await system.teams.installForEveryone();
    expect(system.bot.ofType('conversationUpdate')).toHaveLength(everybody.length);
  });

  test.each([
    ['refuses it', async () => ({ status: 503 })],
    ['does not answer', () => new Promise<never>(() => undefined)],
  ])('is told of once where it is switched so and the bot %s, and is done all the same', async (_, react) => {
    system = await started(react);
    Object.assign(system.teams.switches, { tellOnce: true, answerWithin: 50 });
    await system.teams.onInstall(people.board.id);
    await system.teams.installForEveryone();
    expect(system.bot.ofType('installationUpdate')).toHaveLength(everybody.length);
    expect(system.bot.ofType('conversationUpdate')).toHaveLength(everybody.length);
    expect((await system.page.chatOf(people.board)).installed).toBe(true);
  });

  test('by Graph is for one person, and two at the same time are one', async () => {
    system = await started();
    await Promise.all([system.teams.onInstall(people.board.id), system.teams.onInstall(people.board.id)]);
    expect(system.bot.ofType('installationUpdate')).toHaveLength(1);
    await system.teams.onUninstall(people.board.id);
    expect((await system.page.chatOf(people.board)).installed).toBe(false);
    await expect(system.teams.onInstall('11111111-1111-4111-8111-111111111111')).rejects.toThrow('does not know');
  });
});

describe('what a person does', () => {
  test('a message reaches the bot and stays in the chat', async () => {
    system = await started();
    await system.teams.installForEveryone();
    await system.page.post(`/people/${people.ceo.id}/messages`, { text: 'help <b>' });
    const { messages } = await system.page.chatOf(people.ceo);
    expect(messages).toMatchObject([{ from: 'person', text: 'help <b>' }]);
    expect(messages[0]?.undelivered).toBeUndefined();
    expect(system.bot.ofType('message')).toMatchObject([
      {
        ...fromTheCeo,
        id: messages[0]?.id,
        text: 'help <b>',
        attachments: [{ contentType: 'text/html', content: '<p>help &lt;b&gt;</p>' }],
      },
    ]);
  });

  test('Action.Execute is an invoke exactly as Teams sends it', async () => {
    system = await started();
    const replyToId = await withCard();
    await invoke(replyToId);
    expect(system.bot.ofType('invoke')).toMatchObject([
      {
        ...fromTheCeo,
        name: 'adaptiveCard/action',
        replyToId,
        value: {
          action: { type: 'Action.Execute', verb: 'approve', data: { changeId: 'c1', comment: 'Agreed' } },
          trigger: 'manual',
        },
      },
    ]);
  });

  test('Action.Submit is a message with a value and no text', async () => {
    system = await started();
    const replyToId = await withCard();
    const answer = await system.page.post(`/people/${people.ceo.id}/submits`, { replyToId, data: { note: 'x' } });
    expect(answer.body).toEqual({ accepted: true });
    const [sent] = system.bot.ofType('message');
    expect(sent).toMatchObject({ ...fromTheCeo, replyToId, value: { note: 'x' } });
    expect(sent).not.toHaveProperty('text');
    expect((await system.page.chatOf(people.ceo)).messages).toHaveLength(1);
  });

  test("a card in somebody else's chat cannot be answered", async () => {
    system = await started();
    const replyToId = await withCard();
    const action = { type: 'Action.Execute', verb: 'approve' };
    const answer = await system.page.post(`/people/${people.head.id}/invokes`, {
      replyToId,
      action,
      trigger: 'manual',
    });
    expect(answer.status).toBe(404);
    expect(system.bot.ofType('invoke')).toEqual([]);
  });
});

const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const wentWrong = { kind: 'error', text: 'Something went wrong. Please try again.' };
const typed = (name: string) => `application/vnd.microsoft.${name}`;

describe("what the viewer sees of the bot's answer", () => {
  test.each([
    ['a card', 200, { statusCode: 200, type: typed('card.adaptive'), value: card }, { kind: 'card', card }],
    [
      'a message',
      200,
      { statusCode: 200, type: typed('activity.message'), value: 'Done' },
      { kind: 'message', text: 'Done' },
    ],
    [
      "an error in the bot's words",
      200,
      { statusCode: 400, type: typed('error'), value: { code: 'x', message: 'Already decided' } },
      { kind: 'error', text: 'Already decided' },
    ],
    ['an unknown type', 200, { statusCode: 200, type: 'text/plain', value: 'x' }, wentWrong],
    ['a card that is none', 200, { statusCode: 200, type: typed('card.adaptive'), value: 'x' }, wentWrong],
    ['HTTP 400', 400, { statusCode: 400, type: typed('error'), value: { code: 'x', message: 'y' } }, wentWrong],
    ['HTTP 500', 500, undefined, wentWrong],
  ])('%s', async (_, status, body, outcome) => {
    system = await started(async ({ type }) => (type === 'invoke' ? { status, body } : { status: 200 }));
    expect((await invoke(await withCard())).body).toEqual(outcome);
  });

  test('silence', async () => {
    const never = new Promise<never>(() => undefined);
    system = await started(async ({ type }) => (type === 'invoke' ? never : { status: 200 }));
    const replyToId = await withCard();
    system.teams.switches.answerWithin = 50;
    expect((await invoke(replyToId)).body).toEqual({ kind: 'error', text: 'The app did not answer. Try again.' });
    expect(system.bot.ofType('invoke')).toHaveLength(1);
  });
});

test('an unanswered message is sent again with the same id, then marked', async () => {
  system = await started();
  await system.teams.installForEveryone();
  system.bot.reactWith(() => new Promise(() => undefined));
  system.teams.switches.answerWithin = 50;
  await system.page.post(`/people/${people.ceo.id}/messages`, { text: 'Hello?' });
  const sent = system.bot.ofType('message');
  expect([sent.length, sent[0]?.['id'] === sent[1]?.['id']]).toEqual([2, true]);
  const { messages } = await system.page.chatOf(people.ceo);
  expect(messages).toMatchObject([{ text: 'Hello?', undelivered: true }]);
});

test('the switch for repeated deliveries sends everything twice, with one id', async () => {
  system = await started();
  const replyToId = await withCard();
  system.teams.switches.deliverTwice = true;
  await invoke(replyToId);
  const sent = system.bot.ofType('invoke');
  expect([sent.length, sent[0]?.['id'] === sent[1]?.['id']]).toEqual([2, true]);
});

test('chats and installations survive a restart', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'teams-chats-'));
  const file = path.join(folder, 'microsoft365.sqlite');
  system = await started(undefined, file);
  const cardId = await withCard();
  const before = system.bot.calls.length;
  system.database.close();
  const again = localTeams(firstPort, file);
  await again.teams.installForEveryone();
  const chat = await asPage(again.teams, again.settings).chatOf(people.ceo);
  expect(chat).toMatchObject({ installed: true, messages: [{ id: cardId }] });
  expect(system.bot.calls).toHaveLength(before);
  again.database.close();
  rmSync(folder, { recursive: true });
});
