import { z } from 'zod';
import { PersonId } from '../shared/schema/ids';
import type { Conversation } from '../shared/application/ports/delivery';
import type { CardAction, Message } from './botService';

const Member = z.object({ id: z.string().min(1).max(400), aadObjectId: z.string().nullish() });

/** What Teams sends, as far as the bot reads it (facts §4.2, §5.4). */
export const Activity = z.object({
  type: z.string().min(1).max(60),
  id: z.string().max(400).default(''),
  name: z.string().max(200).nullish(),
  channelId: z.string().min(1).max(60),
  serviceUrl: z.url({ protocol: /^https$/ }).max(500),
  from: Member,
  recipient: Member,
  conversation: z.object({
    id: z.string().min(1).max(1000),
    conversationType: z.string().nullish(),
    tenantId: z.string().nullish(),
  }),
  channelData: z.object({ tenant: z.object({ id: z.string() }).nullish() }).nullish(),
  text: z.string().max(28_000).nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(40).nullish(),
  action: z.string().nullish(),
  membersAdded: z.array(Member).nullish(),
  membersRemoved: z.array(Member).nullish(),
});
export type Activity = z.infer<typeof Activity>;

const CardInvoke = z.object({
  action: z.object({ type: z.literal('Action.Execute'), verb: z.string().default(''), data: z.unknown().optional() }),
  trigger: z.enum(['manual', 'automatic']).default('manual'),
});

/** Why something that Teams did send is not acted upon. */
export type NotTaken = 'elsewhere' | 'otherTenant' | 'nobody' | 'unreadable';

export type Arrival =
  | {
      readonly kind: 'installed';
      readonly conversation: Conversation;
      readonly activityId: string;
      readonly greet: boolean;
    }
  | { readonly kind: 'removed'; readonly person: PersonId }
  | ({ readonly kind: 'message' } & Message)
  | ({ readonly kind: 'cardAction' } & CardAction)
  | { readonly kind: 'cardNotTaken'; readonly why: NotTaken }
  | { readonly kind: 'invokeUnknown' }
  | { readonly kind: 'ignored' };

interface Caller {
  readonly person: PersonId;
  readonly conversation: Conversation;
}

/** Who acts: someone of this trust's tenant, in their own chat with the bot. Groups and other tenants decide nothing. */
const callerOf = (activity: Activity, tenantId: string): Caller | NotTaken => {
  const { conversation, channelData, from, recipient, serviceUrl } = activity;
  const tenants = [conversation.tenantId, channelData?.tenant?.id].filter((id) => typeof id === 'string');
  if (tenants.length === 0 || tenants.some((id) => id.toLowerCase() !== tenantId.toLowerCase())) return 'otherTenant';
  if (conversation.conversationType !== 'personal') return 'elsewhere';
  const person = PersonId.safeParse(from.aadObjectId?.toLowerCase());
  if (!person.success) return 'nobody';
  const place = { conversationId: conversation.id, serviceUrl, userId: from.id, botId: recipient.id };
  return { person: person.data, conversation: { person: person.data, ...place } };
};

const ignored: Arrival = { kind: 'ignored' };

/**
 * Teams tells of an installation twice. Only `installationUpdate` with `add` greets; `conversationUpdate` and updates
 * of the app (`add-upgrade`) bring the address alone.
 */
const installation = (activity: Activity, { person, conversation }: Caller): Arrival => {
  const { action, id } = activity;
  if (action === 'add') return { kind: 'installed', conversation, activityId: id, greet: true };
  if (action === 'add-upgrade') return { kind: 'installed', conversation, activityId: id, greet: false };
  return action === 'remove' ? { kind: 'removed', person } : ignored;
};

const membership = (activity: Activity, { person, conversation }: Caller): Arrival => {
  const isBot = (member: { id: string }): boolean => member.id === activity.recipient.id;
  if (activity.membersRemoved?.some(isBot)) return { kind: 'removed', person };
  if (!activity.membersAdded?.some(isBot)) return ignored;
  return { kind: 'installed', conversation, activityId: activity.id, greet: false };
};

const message = ({ id, text, value, locale }: Activity, { person, conversation }: Caller): Arrival => ({
  kind: 'message',
  person,
  conversation,
  activityId: id,
  text: text ?? '',
  ...(value !== undefined && value !== null && { value }),
  ...(typeof locale === 'string' && { locale }),
});

const invoke = (activity: Activity, caller: Caller | NotTaken, tenantId: string): Arrival => {
  if (activity.name !== 'adaptiveCard/action') return { kind: 'invokeUnknown' };
  if (typeof caller === 'string') return { kind: 'cardNotTaken', why: caller };
  const read = CardInvoke.safeParse(activity.value);
  if (!read.success) return { kind: 'cardNotTaken', why: 'unreadable' };
  const { action, trigger } = read.data;
  const { verb, data } = action;
  return { kind: 'cardAction', person: caller.person, tenantId, verb, data, activityId: activity.id, trigger };
};

const readers: Readonly<Record<string, (activity: Activity, caller: Caller) => Arrival>> = {
  installationUpdate: installation,
  conversationUpdate: membership,
  message,
};

/** What an authenticated activity means to the product. `tenantId` is the trust's. */
export const readArrival = (activity: Activity, tenantId: string): Arrival => {
  const caller = callerOf(activity, tenantId);
  if (activity.type === 'invoke') return invoke(activity, caller, tenantId);
  if (typeof caller === 'string') return ignored;
  return readers[activity.type]?.(activity, caller) ?? ignored;
};
