import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import type { Person } from '../../shared/schema/people';
import { invokeActivity, messageActivity, submitActivity } from './activities';
import { accepted, type Bot } from './bot';
import type { Chats } from './chats';
import type { Feed } from './feed';
import { groupRoutes } from './groupApi';
import { conversationIdOf, memberIdOf } from './identity';
import type { Installing } from './installing';
import { outcomeOf } from './invoking';
import { bodyAs, personNamed, refuse } from './pageRequests';
import type { TeamsTokens } from './platform';
import {
  type Chat,
  InstallationRequest,
  InvokeRequest,
  MessageRequest,
  type Setup,
  type Stage,
  StageState,
  SubmitRequest,
} from './shapes';
import { tokenOfVisitor, visitorNamed } from './visitors';

export interface PageApiDeps {
  readonly people: ReadonlyMap<string, Person>;
  readonly setup: Setup;
  readonly chats: Chats;
  readonly bot: Bot;
  readonly feed: Feed;
  readonly entra: TeamsTokens;
  /** The origin of the local Entra. */
  readonly authority: string;
  readonly installing: Installing;
}

const personOf = ({ people }: PageApiDeps, c: Context): Person => personNamed(people, c);

const chatOf = ({ chats }: PageApiDeps, person: Person): Chat => ({
  installed: chats.isInstalled(person.id),
  memberId: memberIdOf(person),
  messages: chats.messages.list(conversationIdOf(person)),
});

/** A visitor of the meeting has no chat with the app. */
const noChat: Chat = { installed: false, memberId: '', messages: [] };

/** A card can only be answered by somebody who has it and has the app. */
const mustHold = ({ chats }: PageApiDeps, person: Person, messageId: string): void => {
  if (!chats.isInstalled(person.id)) refuse(409, 'Assured is not installed for this person.');
  const message = chats.messages.find(conversationIdOf(person), messageId);
  if (message?.from !== 'app' || message.deleted === true) refuse(404, 'This message is not in the chat.');
};

const say = async (deps: PageApiDeps, person: Person, text: string): Promise<void> => {
  const { bot, chats, feed } = deps;
  if (!chats.isInstalled(person.id)) refuse(409, 'Assured is not installed for this person.');
  const conversation = conversationIdOf(person);
  const message = chats.messages.add(conversation, { from: 'person', text });
  feed.tell(person.id, { type: 'message', message });
  const activity = messageActivity(bot.serviceUrl, person, { id: message.id, text });
  let answer = await bot.deliver(activity);
  // Teams sends an unanswered message a second time, with the same id (facts §5.5).
  if (answer.kind === 'silent') answer = await bot.deliver(activity);
  if (accepted(answer)) return;
  const revised = chats.messages.revise(conversation, message, { undelivered: true });
  feed.tell(person.id, { type: 'message', message: revised });
};

const chatRoutes = (deps: PageApiDeps): Hono => {
  const { bot } = deps;
  return new Hono()
    .get('/:person/chat', (c) => c.json(visitorNamed(c.req.param('person')) ? noChat : chatOf(deps, personOf(deps, c))))
    .post('/:person/messages', async (c) => {
      const person = personOf(deps, c);
      const { text } = await bodyAs(c, MessageRequest);
      await say(deps, person, text);
      return c.body(null, 204);
    })
    .post('/:person/submits', async (c) => {
      const person = personOf(deps, c);
      const { replyToId, data } = await bodyAs(c, SubmitRequest);
      mustHold(deps, person, replyToId);
      const answer = await bot.deliver(submitActivity(bot.serviceUrl, person, { replyToId, data }));
      return c.json({ accepted: accepted(answer) });
    })
    .post('/:person/invokes', async (c) => {
      const person = personOf(deps, c);
      const request = await bodyAs(c, InvokeRequest);
      mustHold(deps, person, request.replyToId);
      return c.json(outcomeOf(await bot.deliver(invokeActivity(bot.serviceUrl, person, request))));
    });
};

const personRoutes = (deps: PageApiDeps): Hono =>
  new Hono()
    .post('/:person/token', async (c) => {
      const visitor = visitorNamed(c.req.param('person'));
      if (visitor === undefined) return c.json({ token: await deps.entra.issueTabToken(personOf(deps, c)) });
      const token = await tokenOfVisitor(deps.entra, deps.authority, visitor);
      return token === undefined ? refuse(403, 'User is not authenticated') : c.json({ token });
    })
    .post('/:person/installation', async (c) => {
      const person = personOf(deps, c);
      const { installed } = await bodyAs(c, InstallationRequest);
      if (!installed) await deps.installing.uninstall(person);
      else await deps.installing.install(person, 0).catch((error: Error) => refuse(502, error.message));
      return c.body(null, 204);
    })
    .get('/:person/events', (c) => {
      const person = visitorNamed(c.req.param('person')) ?? personOf(deps, c);
      return streamSSE(c, async (stream) => {
        const leave = deps.feed.subscribe(person.id, (event) => void stream.writeSSE({ data: JSON.stringify(event) }));
        const alive = (): Promise<void> => stream.writeSSE({ event: 'alive', data: '' });
        const beat = setInterval(() => void alive(), 15_000).unref();
        const gone = new Promise<void>((resolve) => stream.onAbort(resolve));
        await alive();
        await gone;
        clearInterval(beat);
        leave();
      });
    });

/** One stage for the whole meeting: what one person shares, everybody sees. */
const meetingRoutes = ({ feed, people }: PageApiDeps): Hono => {
  let stage: Stage | null = null;
  return new Hono()
    .get('/stage', (c) => c.json({ stage }))
    .put('/stage', async (c) => {
      const wanted = await bodyAs(c, StageState);
      if (wanted.stage !== null && !people.has(wanted.stage.sharedBy)) return refuse(400, 'There is no such person.');
      stage = wanted.stage;
      feed.tellEverybody({ type: 'stage', stage });
      return c.body(null, 204);
    });
};

/** What the page asks its server, at `/__teams/api`. It trusts the page: there is no password on one machine. */
export const pageApi = (deps: PageApiDeps): Hono =>
  new Hono()
    .use(bodyLimit({ maxSize: 256 * 1024 }))
    .get('/setup', (c) => c.json(deps.setup))
    .route('/people', chatRoutes(deps))
    .route('/people', personRoutes(deps))
    .route('/meeting', meetingRoutes(deps))
    .route('/group', groupRoutes(deps))
    .all('/*', () => refuse(404, 'There is no such address.'));
