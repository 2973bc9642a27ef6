import { z } from 'zod';
import { Attachment } from '../shapes';

/** What a bot sends. Unknown fields are let through: Teams ignores what it does not know. */
export const BotActivity = z.looseObject({
  type: z.string(),
  text: z.string().nullish(),
  textFormat: z.string().nullish(),
  attachments: z.array(Attachment).nullish(),
  replyToId: z.string().nullish(),
});
export type BotActivity = z.infer<typeof BotActivity>;

export const NewConversation = z.looseObject({
  isGroup: z.boolean().nullish(),
  bot: z.looseObject({ id: z.string() }).nullish(),
  members: z.tuple([z.looseObject({ id: z.string() })]),
  tenantId: z.string().nullish(),
  channelData: z.looseObject({ tenant: z.looseObject({ id: z.string() }).nullish() }).nullish(),
  activity: BotActivity.nullish(),
});
export type NewConversation = z.infer<typeof NewConversation>;

/** About 100 KB in UTF-16 (facts §4.4), counted over the whole activity. */
export const largestActivity = 100 * 1024;

export const sizeInUtf16 = (text: string): number => text.length * 2;

/** What Teams keeps of an activity to show it. */
export const shownPart = (activity: BotActivity) => ({
  from: 'app' as const,
  ...(activity.text ? { text: activity.text } : {}),
  ...(activity.textFormat ? { textFormat: activity.textFormat } : {}),
  ...(activity.replyToId ? { replyToId: activity.replyToId } : {}),
  attachments: activity.attachments ?? [],
});
