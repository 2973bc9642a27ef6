import type { MiddlewareHandler } from 'hono';
import type { Chats } from '../chats';
import type { Feed } from '../feed';
import type { Group } from '../shapes';
import { refuse } from './refusals';
import { BotActivity, shownPart } from './requests';

interface GroupChatDeps {
  readonly group: Group;
  readonly chats: Chats;
  readonly feed: Feed;
}

/** The bot's message into the chat of several people, which it may write to where it was mentioned. All of them see it. */
export const intoGroup =
  ({ group, chats, feed }: GroupChatDeps): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.param('conversation') !== group.id || c.req.method !== 'POST') return next();
    const activity = BotActivity.safeParse(await c.req.json().catch(() => undefined));
    if (!activity.success) return refuse('BadSyntax');
    const message = chats.messages.add(group.id, shownPart(activity.data));
    for (const member of group.members) feed.tell(member, { type: 'group', message });
    return c.json({ id: message.id }, 201);
  };
