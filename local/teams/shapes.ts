import { z } from 'zod';

/** The HTTP interface between the page and its server (`/__teams/api`). Both sides parse with these. */

export const Attachment = z.object({
  contentType: z.string(),
  content: z.unknown().optional(),
  contentUrl: z.string().optional(),
  name: z.string().optional(),
});
export type Attachment = z.infer<typeof Attachment>;

export const cardContentType = 'application/vnd.microsoft.card.adaptive';

export const ChatMessage = z.object({
  /** Milliseconds since 1970 as in Teams; unique and ascending within a conversation. */
  id: z.string(),
  /** Rises by one with each edit. */
  version: z.int().min(1),
  from: z.enum(['app', 'person']),
  at: z.iso.datetime(),
  editedAt: z.iso.datetime().optional(),
  text: z.string().optional(),
  textFormat: z.string().optional(),
  attachments: z.array(Attachment).default([]),
  replyToId: z.string().optional(),
  /** Whose it is, in a chat of several people. */
  author: z.string().optional(),
  /** A person's message that the bot never accepted. */
  undelivered: z.boolean().optional(),
  deleted: z.boolean().optional(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

export const Chat = z.object({
  installed: z.boolean(),
  /** The viewer's `29:` id, which a card's `refresh.userIds` lists. */
  memberId: z.string(),
  messages: z.array(ChatMessage),
});
export type Chat = z.infer<typeof Chat>;

/** How somebody is in the meeting who is not of the trust. */
export const Visit = z.enum(['guest', 'elsewhere', 'anonymous']);
export type Visit = z.infer<typeof Visit>;

export const PersonOnPage = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  jobTitle: z.string(),
  /** The academy, the function or the trust: what tells two people with one job title apart. */
  place: z.string(),
  visit: Visit.optional(),
});
export type PersonOnPage = z.infer<typeof PersonOnPage>;

export const Meeting = z.object({
  id: z.string(),
  chatId: z.string(),
  title: z.string(),
  participants: z.array(z.string()),
});
export type Meeting = z.infer<typeof Meeting>;

/** A chat of several people: the app's message extension and its cards are used there, and the bot can be mentioned. */
export const Group = z.object({ id: z.string(), title: z.string(), members: z.array(z.string()) });
export type Group = z.infer<typeof Group>;

export const Setup = z.object({
  appId: z.string(),
  /** The tabs of the manifest: one's own in personal scope, the matrix in chats and meetings. */
  entityIds: z.object({ personal: z.string(), meeting: z.string() }),
  tenantId: z.string(),
  /** Where a visitor has their account who is signed in to another organisation. */
  otherTenantId: z.string(),
  /** Which sample trust this is: its framework's name. */
  sample: z.string().optional(),
  people: z.array(PersonOnPage),
  /** Everybody with an account, whether or not the app knows them: what the people picker searches. */
  directory: z.array(PersonOnPage),
  /** In the meeting, and nowhere else in this Teams. */
  visitors: z.array(PersonOnPage),
  meeting: Meeting,
  group: Group,
});
export type Setup = z.infer<typeof Setup>;

/** What everybody in the meeting sees on the stage; absent while nothing is shared. */
export const Stage = z.object({ url: z.string(), sharedBy: z.string() });
export type Stage = z.infer<typeof Stage>;
export const StageState = z.object({ stage: Stage.nullable() });

export const ClientAction = z.object({
  type: z.literal('Action.Execute'),
  id: z.string().optional(),
  verb: z.string().optional(),
  /** The action's static data with the inputs laid over it. */
  data: z.unknown().optional(),
});
export type ClientAction = z.infer<typeof ClientAction>;

export const InvokeRequest = z.object({
  replyToId: z.string(),
  action: ClientAction,
  trigger: z.enum(['manual', 'automatic']),
});
export type InvokeRequest = z.infer<typeof InvokeRequest>;

export const SubmitRequest = z.object({ replyToId: z.string(), data: z.unknown() });
export const MessageRequest = z.object({ text: z.string().trim().min(1).max(8000) });
export const InstallationRequest = z.object({ installed: z.boolean() });

/** What the viewer sees after an action: facts §4.2, with silence added. */
export const InvokeOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), card: z.record(z.string(), z.unknown()) }),
  z.object({ kind: z.literal('message'), text: z.string() }),
  z.object({ kind: z.literal('error'), text: z.string() }),
]);
export type InvokeOutcome = z.infer<typeof InvokeOutcome>;

export const FeedEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('message'), message: ChatMessage }),
  z.object({ type: z.literal('group'), message: ChatMessage }),
  z.object({ type: z.literal('typing') }),
  z.object({ type: z.literal('installation'), installed: z.boolean() }),
  z.object({ type: z.literal('stage'), stage: Stage.nullable() }),
]);
export type FeedEvent = z.infer<typeof FeedEvent>;
