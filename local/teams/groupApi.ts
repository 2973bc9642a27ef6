import { Hono, type Context } from 'hono';
import type { Person } from '../../shared/schema/people';
import { invokeActivity, submitActivity } from './activities';
import { accepted, type Bot } from './bot';
import type { Chats, NewMessage } from './chats';
import type { Feed } from './feed';
import { inGroup, mentionActivity, queryActivity } from './groupActivities';
import { InsertRequest, SearchRequest } from './groupShapes';
import { outcomeOf } from './invoking';
import { bodyAs, personNamed, refuse } from './pageRequests';
import { searchOutcomeOf } from './searching';
import { cardContentType, type ChatMessage, InvokeRequest, MessageRequest, type Setup, SubmitRequest } from './shapes';

interface GroupDeps {
  readonly people: ReadonlyMap<string, Person>;
  readonly setup: Pick<Setup, 'group'>;
  readonly chats: Chats;
  readonly bot: Bot;
  readonly feed: Feed;
}

const memberIn = ({ people, setup }: GroupDeps, c: Context): Person => {
  const person = personNamed(people, c);
  return setup.group.members.includes(person.id) ? person : refuse(404, 'This person is not in the chat.');
};

const add = ({ chats, feed, setup: { group } }: GroupDeps, message: NewMessage): ChatMessage => {
  const added = chats.messages.add(group.id, message);
  for (const member of group.members) feed.tell(member, { type: 'group', message: added });
  return added;
};

const mustBeThere = ({ chats, setup }: GroupDeps, id: string): void => {
  if (chats.messages.find(setup.group.id, id) === undefined) refuse(404, 'This message is not in the chat.');
};

/** A chat among people. Of what is written the bot hears what mentions it; beside that, of its extension and its cards. */
export const groupRoutes = (deps: GroupDeps): Hono => {
  const { bot, chats } = deps;
  const { id: group } = deps.setup.group;
  return new Hono()
    .get('/:person/chat', (c) => {
      memberIn(deps, c);
      return c.json({ messages: chats.messages.list(group) });
    })
    .post('/:person/messages', async (c) => {
      const person = memberIn(deps, c);
      const { text } = await bodyAs(c, MessageRequest);
      const { id } = add(deps, { from: 'person', author: person.id, text });
      const mentioned = mentionActivity(bot.serviceUrl, person, { group, id, text });
      if (mentioned) await bot.deliver(mentioned);
      return c.body(null, 204);
    })
    .post('/:person/search', async (c) => {
      const person = memberIn(deps, c);
      const { text } = await bodyAs(c, SearchRequest);
      return c.json(searchOutcomeOf(await bot.deliver(queryActivity(bot.serviceUrl, person, { group, text }))));
    })
    .post('/:person/cards', async (c) => {
      const { id: author } = memberIn(deps, c);
      const { card } = await bodyAs(c, InsertRequest);
      add(deps, { from: 'person', author, attachments: [{ contentType: cardContentType, content: card }] });
      return c.body(null, 204);
    })
    .post('/:person/invokes', async (c) => {
      const person = memberIn(deps, c);
      const request = await bodyAs(c, InvokeRequest);
      mustBeThere(deps, request.replyToId);
      return c.json(outcomeOf(await bot.deliver(inGroup(invokeActivity(bot.serviceUrl, person, request), group))));
    })
    .post('/:person/submits', async (c) => {
      const person = memberIn(deps, c);
      const submit = await bodyAs(c, SubmitRequest);
      mustBeThere(deps, submit.replyToId);
      return c.json({
        accepted: accepted(await bot.deliver(inGroup(submitActivity(bot.serviceUrl, person, submit), group))),
      });
    });
};
