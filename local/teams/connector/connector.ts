import { Hono, type Context, type MiddlewareHandler } from 'hono';
import type { z } from 'zod';
import type { Person } from '../../../shared/schema/people';
import { apps, tenant } from '../../settings';
import type { Chats } from '../chats';
import { shownElsewhere, type ChatsElsewhere } from '../chatsElsewhere';
import type { Feed } from '../feed';
import { conversationIdOf, memberIdOf, rosterEntry } from '../identity';
import type { TeamsOptions, TeamsSwitches } from '../platform';
import type { Group } from '../shapes';
import { intoGroup } from './groupChat';
import { createRateLimits, type Operation, type RateLimits } from './rateLimits';
import { refuse } from './refusals';
import { BotActivity, largestActivity, NewConversation, shownPart, sizeInUtf16 } from './requests';

export interface ConnectorDeps extends Pick<TeamsOptions, 'entra'> {
  readonly people: ReadonlyMap<string, Person>;
  readonly chats: Chats;
  readonly chatsElsewhere: ChatsElsewhere;
  readonly feed: Feed;
  readonly group: Group;
  readonly switches: TeamsSwitches;
}

const audience = 'https://api.botframework.com';

const onlyTheBot =
  ({ entra }: ConnectorDeps): MiddlewareHandler =>
  async (c, next) => {
    const [scheme, token] = (c.req.header('authorization') ?? '').split(' ');
    const caller =
      scheme?.toLowerCase() === 'bearer' && token ? await entra.verifyAppToken(token, audience) : undefined;
    if (caller === undefined) return refuse('Unauthorized');
    if (caller.appId !== apps.bot.id) return refuse('NotThisBot');
    return next();
  };

const bodyAs = async <T>(c: Context, shape: z.ZodType<T>): Promise<T> => {
  const text = await c.req.text();
  if (sizeInUtf16(text) > largestActivity) return refuse('MessageSizeTooBig');
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return refuse('BadSyntax');
  }
};

const slowDown = (
  { switches }: ConnectorDeps,
  limits: RateLimits,
  operation: Operation,
  conversation: string,
): void => {
  if (!switches.rateLimits) return;
  const seconds = limits.secondsToWait(operation, conversation);
  if (seconds > 0) refuse('TooManyRequests', { 'retry-after': String(seconds) });
};

/** The person whose personal chat this is. */
const personIn = (deps: ConnectorDeps, conversation: string): Person =>
  deps.people.get(deps.chats.conversations.personIn(conversation) ?? '') ?? refuse('ConversationNotFound');

const writable = (deps: ConnectorDeps, conversation: string): Person => {
  const person = personIn(deps, conversation);
  return deps.chats.isInstalled(person.id) ? person : refuse('MessageWritesBlocked');
};

const send = (deps: ConnectorDeps, person: Person, activity: BotActivity): string => {
  if (activity.type !== 'message') {
    if (activity.type === 'typing') deps.feed.tell(person.id, { type: 'typing' });
    return String(Date.now());
  }
  const message = deps.chats.messages.add(conversationIdOf(person), shownPart(activity));
  deps.feed.tell(person.id, { type: 'message', message });
  return message.id;
};

/** Members are named by Entra object id or by `29:` id; a mail address is not accepted (facts §5.4). */
const memberNamed = (deps: ConnectorDeps, id: string): Person => {
  const byObjectId = deps.people.get(id.toLowerCase());
  if (byObjectId !== undefined) return byObjectId;
  const byMemberId = [...deps.people.values()].find((person) => memberIdOf(person) === id);
  if (byMemberId !== undefined) return byMemberId;
  return refuse(/^[0-9a-f-]{36}$/i.test(id) ? 'ForbiddenOperationException' : 'BadArgument');
};

/** Only personal chats exist here, and one tenant. */
const isPersonalChatHere = ({ isGroup, tenantId, channelData }: NewConversation): boolean =>
  isGroup !== true && [tenantId, channelData?.tenant?.id].every((id) => (id ?? tenant.id) === tenant.id);

const conversationRoutes = (deps: ConnectorDeps, limits: RateLimits): Hono =>
  new Hono().post('/', async (c) => {
    const wanted = await bodyAs(c, NewConversation);
    if (!isPersonalChatHere(wanted)) return refuse('BadSyntax');
    const person = memberNamed(deps, wanted.members[0].id);
    if (!deps.chats.isInstalled(person.id)) return refuse('ForbiddenOperationException');
    const id = conversationIdOf(person);
    slowDown(deps, limits, 'send', id);
    if (wanted.activity) send(deps, person, wanted.activity);
    // Of a personal chat Teams says nothing but its id (microsoft/teams.net, CreateConversation-API-Behavior.md).
    return c.json({ id }, 201);
  });

const activityRoutes = (deps: ConnectorDeps, limits: RateLimits): Hono => {
  const add = async (c: Context, conversation: string, replyToId?: string) => {
    const person = writable(deps, conversation);
    slowDown(deps, limits, 'send', conversation);
    const activity = await bodyAs(c, BotActivity);
    return c.json({ id: send(deps, person, replyToId === undefined ? activity : { ...activity, replyToId }) }, 201);
  };
  const own = (conversation: string, id: string) => {
    const message = deps.chats.messages.find(conversation, id);
    if (message === undefined || message.deleted === true) return refuse('ActivityNotFoundInConversation');
    return message.from === 'app' ? message : refuse('NotOwnMessage');
  };
  const revise = (
    person: Person,
    conversation: string,
    id: string,
    changes: Parameters<typeof deps.chats.messages.revise>[2],
  ) => {
    const message = deps.chats.messages.revise(conversation, own(conversation, id), changes);
    deps.feed.tell(person.id, { type: 'message', message });
  };

  return new Hono()
    .post('/:conversation/activities', (c) => add(c, c.req.param('conversation')))
    .post('/:conversation/activities/:id', (c) => add(c, c.req.param('conversation'), c.req.param('id')))
    .put('/:conversation/activities/:id', async (c) => {
      const { conversation, id } = c.req.param();
      const person = writable(deps, conversation);
      slowDown(deps, limits, 'send', conversation);
      const { text, textFormat, attachments } = shownPart(await bodyAs(c, BotActivity));
      revise(person, conversation, id, { text, textFormat, attachments, editedAt: new Date().toISOString() });
      return c.json({ id });
    })
    .delete('/:conversation/activities/:id', (c) => {
      const { conversation, id } = c.req.param();
      const person = writable(deps, conversation);
      slowDown(deps, limits, 'send', conversation);
      revise(person, conversation, id, { deleted: true });
      return c.body(null, 200);
    });
};

const memberRoutes = (deps: ConnectorDeps, limits: RateLimits): Hono => {
  const roster = (conversation: string) => {
    const person = personIn(deps, conversation);
    slowDown(deps, limits, 'read', conversation);
    return rosterEntry(person);
  };
  return new Hono()
    .get('/:conversation/members', (c) => c.json([roster(c.req.param('conversation'))]))
    .get('/:conversation/pagedmembers', (c) => c.json({ members: [roster(c.req.param('conversation'))] }))
    .get('/:conversation/members/:id', (c) => {
      const entry = roster(c.req.param('conversation'));
      const id = c.req.param('id');
      return [entry.id, entry.aadObjectId].includes(id) ? c.json(entry) : refuse('MemberNotFoundInConversation');
    });
};

/** The Bot Connector's REST interface for personal chats and the group's, mounted at `/connector`. */
export const createConnector = (deps: ConnectorDeps): Hono => {
  const limits = createRateLimits();
  return new Hono()
    .use('/v3/*', onlyTheBot(deps))
    .use('/v3/conversations/:conversation/activities/*', shownElsewhere(deps), intoGroup(deps))
    .route('/v3/conversations', conversationRoutes(deps, limits))
    .route('/v3/conversations', activityRoutes(deps, limits))
    .route('/v3/conversations', memberRoutes(deps, limits));
};
