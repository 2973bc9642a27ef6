import { decodeJwt } from 'jose';
import { gatewayRoutes } from '../../../local/playground/gateway';
import { apps } from '../../../local/settings';
import { createBot } from '../../../local/teams/bot';
import { localTeams, startBot } from '../teams/fixture';

const firstPort = 6820;
const started = async () => {
  const bot = await startBot(firstPort + 2);
  const { settings, entra, teams } = localTeams(firstPort);
  const toTheBot = createBot(settings, entra, teams.switches);
  return { bot, teams, serviceUrl: toTheBot.serviceUrl, gateway: gatewayRoutes(toTheBot) };
};
let system: Awaited<ReturnType<typeof started>>;
// One bot for all: a connection that the last test's bot closed must not be the next test's.
beforeAll(async () => void (system = await started()));
beforeEach(() => {
  system.bot.calls.splice(0);
  system.bot.reactWith(async () => ({ status: 200 }));
});
afterAll(() => system.bot.stop());

const address = 'http://127.0.0.1:6828/api/messages';
const send = (body: unknown, headers: Record<string, string> = {}) =>
  system.gateway.request(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

/** As the Playground sends it, shortened. */
const invoke = {
  type: 'invoke',
  id: '35d73b16-1d1e-47ca-a086-7606c44a9578',
  name: 'adaptiveCard/action',
  channelId: 'emulator',
  serviceUrl: 'http://localhost:6806/_connector',
  locale: 'en-US',
  localTimezone: 'UTC',
  from: { id: '29:1x', aadObjectId: '0a55ed00-0000-4000-8000-000000000021' },
  conversation: { id: 'a:1y', conversationType: 'personal' },
  value: { action: { type: 'Action.Execute', verb: 'change.approve', data: { id: '1' } } },
};

test('an activity goes on as Teams would send it, with Teams’ token for its service', async () => {
  expect((await send(invoke)).status).toBe(200);
  const [{ authorization, activity }] = system.bot.calls as [(typeof system.bot.calls)[0]];
  expect(activity).toEqual({
    ...invoke,
    channelId: 'msteams',
    serviceUrl: system.serviceUrl,
    locale: 'en-GB',
    localTimezone: 'Europe/London',
  });
  const claims = decodeJwt(authorization.replace('Bearer ', ''));
  expect(claims).toMatchObject({
    iss: 'https://api.botframework.com',
    aud: apps.bot.id,
    serviceurl: system.serviceUrl,
  });
});

test.each([
  ['a card', 200, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { body: [] } }],
  ['a refusal', 401, { error: 'no' }],
  ['a failure', 503, undefined],
])('the bot’s answer comes back as it is: %s', async (_, status, body) => {
  system.bot.reactWith(async () => ({ status, body }));
  const answer = await send(invoke);
  expect(answer.status).toBe(status);
  expect(await answer.text()).toBe(body === undefined ? '' : JSON.stringify(body));
});

test('a bot that does not answer in time is told from one that refuses', async () => {
  system.teams.switches.answerWithin = 50;
  system.bot.reactWith(() => new Promise(() => undefined));
  expect((await send(invoke)).status).toBe(504);
  system.teams.switches.answerWithin = 15_000;
});

test.each([
  ['no JSON', '{'],
  ['no activity', { text: 'Hello' }],
  ['no service', { type: 'message' }],
])('what is %s reaches no bot', async (_, body) => {
  expect((await send(body)).status).toBe(400);
  expect(system.bot.calls).toEqual([]);
});

test.each([
  ['a page of another site', { origin: 'https://elsewhere.example' }, 403],
  ['a name that only leads to this machine', { host: 'elsewhere.example' }, 421],
])('%s is refused', async (_, headers, status) => {
  expect((await send(invoke, headers)).status).toBe(status);
  expect(system.bot.calls).toEqual([]);
});

test('says that it is there, for the Playground waits for that', async () =>
  expect((await system.gateway.request(address)).status).toBe(200));
