import type { MiddlewareHandler } from 'hono';
import type { Chats } from './chats';

/** A call of the bot about one chat: `path` begins with `/v3/conversations/`, `body` is empty where there is none. */
export interface ChatCall {
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

/** Another program that shows somebody's chat. Nothing where it does not have the message: the local Teams may. */
export type ChatElsewhere = (call: ChatCall) => Promise<Response | undefined>;

/** By the person's id. Everybody else's chat is shown by the local Teams page. */
export type ChatsElsewhere = Map<string, ChatElsewhere>;

interface Deps {
  readonly chats: Chats;
  readonly chatsElsewhere: ChatsElsewhere;
}

/** Hands a call about a chat that is shown elsewhere on to there. The caller has been checked before. */
export const shownElsewhere =
  ({ chats, chatsElsewhere }: Deps): MiddlewareHandler =>
  async (c, next) => {
    const person = chats.conversations.personIn(c.req.param('conversation') ?? '');
    const elsewhere = person === undefined ? undefined : chatsElsewhere.get(person);
    if (!elsewhere) return next();
    const { method, path } = c.req;
    const answer = await elsewhere({ method, path, body: await c.req.text() });
    return answer ?? next();
  };
