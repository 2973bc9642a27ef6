import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import type { Bot } from '../teams/bot';
import { onlyThisMachine } from '../teams/pageGuard';

/** What the Playground sends; whatever else it holds goes on unread. */
const PlaygroundActivity = z.looseObject({ type: z.string(), serviceUrl: z.string() });

/** The same activity as Teams would send it: over Teams' channel and from Teams' service, in the trust's language. */
export const asFromTeams = (activity: z.infer<typeof PlaygroundActivity>, serviceUrl: string) => ({
  ...activity,
  channelId: 'msteams',
  serviceUrl,
  locale: 'en-GB',
  localTimezone: 'Europe/London',
});

/**
 * The bot as the Playground sees it. The Playground signs nothing, so that each activity goes on with the token that
 * Teams would send; the bot's answer comes back as it is. Whoever may call this may speak for anybody: it listens on
 * this machine alone and refuses pages of other sites.
 */
export const gatewayRoutes = (bot: Bot): Hono =>
  new Hono()
    .use(onlyThisMachine)
    .use(bodyLimit({ maxSize: 256 * 1024 }))
    // The Playground asks until the bot is there.
    .get('/api/messages', (c) => c.body(null, 200))
    .post('/api/messages', async (c) => {
      const activity = PlaygroundActivity.safeParse(await c.req.json().catch(() => undefined));
      if (!activity.success) return c.json({ error: 'This is no activity.' }, 400);
      const answer = await bot.deliver(asFromTeams(activity.data, bot.serviceUrl));
      if (answer.kind === 'silent') return c.json({ error: 'The bot did not answer.' }, 504);
      if (answer.body === undefined) return c.body(null, answer.status as ContentfulStatusCode);
      return c.json(answer.body, answer.status as ContentfulStatusCode);
    });

export interface Gateway {
  /** Where the Playground sends its activities. */
  readonly endpoint: string;
  close(): Promise<void>;
}

/** Listens on a free port of this machine's own interface. */
export const openGateway = (bot: Bot): Promise<Gateway> =>
  new Promise((resolve, reject) => {
    const server = createAdaptorServer({ fetch: gatewayRoutes(bot).fetch }) as Server;
    const close = async (): Promise<void> => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    };
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      resolve({ endpoint: `http://127.0.0.1:${port}/api/messages`, close });
    });
  });
