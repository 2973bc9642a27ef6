import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every refusal of the Bot Connector: the code is what botbuilder and a bot's own retry rules look at. */
const refusals = {
  Unauthorized: [401, 'Authorization has been denied for this request.'],
  NotThisBot: [403, 'The token belongs to another app than the bot of this service.'],
  BadSyntax: [400, 'The request could not be understood.'],
  BadArgument: [400, 'Failed to decrypt pairwise id.'],
  ForbiddenOperationException: [403, 'The bot is not installed in the personal scope of this user.'],
  MessageWritesBlocked: [403, 'The user blocked the conversation with the bot.'],
  ConversationNotFound: [404, 'Conversation not found.'],
  ActivityNotFoundInConversation: [404, 'The activity is not part of this conversation.'],
  MemberNotFoundInConversation: [404, 'The member is not part of this conversation.'],
  NotOwnMessage: [403, 'A bot may change only its own messages.'],
  MessageSizeTooBig: [413, 'Message size too large.'],
  TooManyRequests: [429, 'API calls quota exceeded for this conversation.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type RefusalCode = keyof typeof refusals;

/** Ends the request with the connector's error body, `{error:{code,message}}`. */
export const refuse = (code: RefusalCode, headers: Record<string, string> = {}): never => {
  const [status, message] = refusals[code];
  throw new HTTPException(status, { res: Response.json({ error: { code, message } }, { status, headers }) });
};
