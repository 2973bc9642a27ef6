import { z } from 'zod';
import { startMicrosoft365 } from '../../local/microsoft365';
import { apps, tenant } from '../../local/settings';
import { createBotService } from '../../bot/botbuilder';
import type { BotServiceConfig } from '../../bot/botService';
import { adaptiveCard } from '../../bot/cards/adaptiveCard';
import { heading } from '../../bot/cards/lines';
import { PersonId } from '../../shared/schema/ids';
import { hazel, pressed, written } from './teams';

/**
 * Run as a process of its own, because `NODE_EXTRA_CA_CERTS` is read when a process starts: the bot with nothing
 * replaced against the local sign-in service and a chat that checks the bot's token, all over HTTPS. Prints what
 * happened as one line of JSON.
 */

const [dataDir] = process.argv.slice(2);
if (!dataDir) throw new Error('Name a folder for the data.');

const received: { method: string; path: string; appId: string | undefined; tenant: string | undefined }[] = [];
const Claims = z.object({ appid: z.string().optional(), azp: z.string().optional(), tid: z.string().optional() });
const claimsIn = (authorization: string) =>
  Claims.parse(JSON.parse(Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString()));

const microsoft365 = await startMicrosoft365({
  ports: { microsoft365: 0 },
  dataDir,
  users: [],
  mount(app, { entra }) {
    app.all('/connector/*', async (context) => {
      const authorization = context.req.header('authorization');
      const caller = await entra.verifyAppToken(authorization, 'https://api.botframework.com');
      if (!caller) return context.json({ error: { code: 'Unauthorized', message: 'No.' } }, 401);
      const { appid, azp, tid } = claimsIn(authorization ?? '');
      received.push({ method: context.req.method, path: context.req.path, appId: appid ?? azp, tenant: tid });
      return context.json({ id: `message-${received.length}` }, 201);
    });
  },
});
const { origin, entra } = microsoft365;
const serviceUrl = `${origin}/connector/`;

const config: BotServiceConfig = {
  appId: apps.bot.id,
  tenantId: tenant.id,
  credential: { clientSecret: apps.bot.secret },
  loginUrl: `${origin}/${tenant.id}`,
  knownAuthorities: [new URL(origin).host],
  openIdMetadataUrl: `${origin}/botframework/v1/.well-known/openidconfiguration`,
  oauthUrl: `${origin}/oauth`,
  tokenIssuer: 'https://api.botframework.com',
  serviceUrl,
};
const card = adaptiveCard('Hello', [heading('Hello')]);
const handlers = {
  onInstalled: async () => [],
  onRemoved: async () => undefined,
  onMessage: async () => [{ card, summary: 'Hello' }],
  onMessageAmongOthers: async () => [],
  onCardAction: async () => ({ kind: 'card', card }) as const,
  onSharedView: async () => ({ card, summary: 'Hello' }),
  onSharedAsked: async () => undefined,
  onSearch: async () => ({}),
};
const service = createBotService(config, handlers);

const token = await entra.issueChannelToken({ serviceUrl, audience: apps.bot.id });
const receive = (body: Record<string, unknown>, bearer = token) =>
  service.receive({
    method: 'POST',
    headers: { authorization: `Bearer ${bearer}` },
    body: { ...body, serviceUrl, recipient: { id: `28:${apps.bot.id}` } },
  });

const conversation = {
  person: PersonId.parse(hazel),
  conversationId: 'a:hazel',
  serviceUrl,
  userId: '29:hazel',
  botId: `28:${apps.bot.id}`,
};
const forged = `${token.slice(0, -8)}${token.slice(-8) === 'AAAAAAAA' ? 'BBBBBBBB' : 'AAAAAAAA'}`;
const elsewhere = await entra.issueChannelToken({ serviceUrl: 'https://elsewhere.example/', audience: apps.bot.id });

const results = {
  message: await receive(written('hello')),
  button: await receive(pressed({ verb: 'review.signOff', data: {} })),
  forged: await receive(written('hello'), forged),
  elsewhere: await receive(written('hello'), elsewhere),
  sent: await service.send(conversation, card, 'Hello'),
  updated: await service.update(conversation, 'message-9', card, 'Hello'),
  received,
};
await microsoft365.close();
process.stdout.write(`RESULT ${JSON.stringify(results)}\n`);
process.exit(0);
