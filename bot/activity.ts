import { z } from 'zod';
import { PersonId } from '../shared/schema/ids';
import type { Conversation } from '../shared/application/ports/delivery';
import type { CardAction, Message, Search, SharedView } from './botService';
import { sharedVerb } from './cards/sharedCard';

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
  replyToId: z.string().max(400).nullish(),
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

interface Caller {
  readonly person: PersonId;
  readonly conversation: Conversation;
}

export type Arrival =
  | {
      readonly kind: 'installed';
      readonly conversation: Conversation;
      readonly activityId: string;
      readonly greet: boolean;
    }
  | { readonly kind: 'removed'; readonly conversation: Conversation }
  | ({ readonly kind: 'message' } & Message)
  | ({ readonly kind: 'messageAmongOthers'; readonly activityId: string } & Caller)
  | ({ readonly kind: 'cardAction' } & CardAction)
  | { readonly kind: 'cardNotTaken'; readonly why: NotTaken }
  | ({ readonly kind: 'sharedView' } & SharedView)
  | ({ readonly kind: 'sharedAsked'; readonly activityId: string } & SharedView)
  | ({ readonly kind: 'search' } & Search)
  | { readonly kind: 'searchNotTaken'; readonly why: NotTaken }
  | { readonly kind: 'invokeUnknown' }
  | { readonly kind: 'ignored' };

type Stranger = Extract<NotTaken, 'otherTenant' | 'nobody'>;

/** Who acts, wherever they are: someone of this trust's tenant. */
const personIn = ({ conversation, channelData, from }: Activity, tenantId: string): PersonId | Stranger => {
  const tenants = [conversation.tenantId, channelData?.tenant?.id].filter((id) => typeof id === 'string');
  if (tenants.length === 0 || tenants.some((id) => id.toLowerCase() !== tenantId.toLowerCase())) return 'otherTenant';
  return PersonId.safeParse(from.aadObjectId?.toLowerCase()).data ?? 'nobody';
};

const isStranger = (person: PersonId | Stranger): person is Stranger => person === 'otherTenant' || person === 'nobody';

/** Among people. Teams calls a chat of two of them personal too; only the bot's own chat with somebody is not a thread. */
export const isThread = (conversationId: string): boolean => conversationId.startsWith('19:');

const isOwnChat = ({ conversation: { id, conversationType } }: Activity): boolean =>
  conversationType === 'personal' && !isThread(id);

const placeOf = ({ conversation, from, recipient, serviceUrl }: Activity, person: PersonId): Caller => {
  const place = { conversationId: conversation.id, serviceUrl, userId: from.id, botId: recipient.id };
  return { person, conversation: { person, ...place } };
};

/** Who acts in their own chat with the bot. Groups and other tenants decide nothing. */
const callerOf = (activity: Activity, tenantId: string): Caller | Stranger | 'elsewhere' => {
  const person = personIn(activity, tenantId);
  if (isStranger(person)) return person;
  return isOwnChat(activity) ? placeOf(activity, person) : 'elsewhere';
};

const ignored: Arrival = { kind: 'ignored' };

/**
 * Teams tells of an installation twice. Only `installationUpdate` with `add` greets; `conversationUpdate` and updates
 * of the app (`add-upgrade`) bring the address alone.
 */
const installation = (activity: Activity, { conversation }: Caller): Arrival => {
  const { action, id } = activity;
  if (action === 'add') return { kind: 'installed', conversation, activityId: id, greet: true };
  if (action === 'add-upgrade') return { kind: 'installed', conversation, activityId: id, greet: false };
  return action === 'remove' ? { kind: 'removed', conversation } : ignored;
};

const membership = (activity: Activity, { conversation }: Caller): Arrival => {
  const isBot = (member: { id: string }): boolean => member.id === activity.recipient.id;
  if (activity.membersRemoved?.some(isBot)) return { kind: 'removed', conversation };
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

const ownCardInvoke = (activity: Activity, caller: Caller, tenantId: string): Arrival => {
  const read = CardInvoke.safeParse(activity.value);
  if (!read.success) return { kind: 'cardNotTaken', why: 'unreadable' };
  const { action, trigger } = read.data;
  const { verb, data } = action;
  const cardId = activity.replyToId ?? '';
  return { kind: 'cardAction', ...caller, tenantId, verb, data, activityId: activity.id, cardId, trigger };
};

/** What was shared may be looked at wherever it is; everything else on a card belongs to one's own chat. */
const cardInvoke = (activity: Activity, tenantId: string): Arrival => {
  const person = personIn(activity, tenantId);
  if (isStranger(person)) return { kind: 'cardNotTaken', why: person };
  const { action } = CardInvoke.safeParse(activity.value).data ?? {};
  if (action?.verb === sharedVerb) return { kind: 'sharedView', person, data: action.data };
  const caller = callerOf(activity, tenantId);
  return typeof caller === 'string' ? { kind: 'cardNotTaken', why: caller } : ownCardInvoke(activity, caller, tenantId);
};

/** The message extension is used in any chat: what it finds depends on who asks alone. */
const search = (activity: Activity, tenantId: string): Arrival => {
  const person = personIn(activity, tenantId);
  if (isStranger(person)) return { kind: 'searchNotTaken', why: person };
  return { kind: 'search', person, value: activity.value };
};

type Invoke = (activity: Activity, tenantId: string) => Arrival;
const invokes = new Map<string, Invoke>([
  ['adaptiveCard/action', cardInvoke],
  ['composeExtension/query', search],
]);

type Reader = (activity: Activity, caller: Caller) => Arrival;
const readers = new Map<string, Reader>([
  ['installationUpdate', installation],
  ['conversationUpdate', membership],
  ['message', message],
]);

const SharedSubmit = z.looseObject({ verb: z.literal(sharedVerb) });

/** `Action.Submit` on a shared card, from a client without universal actions: answered in the person's own chat. */
const sharedAsked = (activity: Activity, tenantId: string): Arrival | undefined => {
  const person = personIn(activity, tenantId);
  if (activity.type !== 'message' || isStranger(person)) return undefined;
  if (!SharedSubmit.safeParse(activity.value).success) return undefined;
  return { kind: 'sharedAsked', person, data: activity.value, activityId: activity.id };
};

/** Teams hands the bot what mentions it; nothing of what is said is read. */
const amongOthers = (activity: Activity, tenantId: string): Arrival => {
  const person = personIn(activity, tenantId);
  if (activity.type !== 'message' || isStranger(person)) return ignored;
  return { kind: 'messageAmongOthers', ...placeOf(activity, person), activityId: activity.id };
};

const occurrence = (activity: Activity, tenantId: string): Arrival => {
  const caller = callerOf(activity, tenantId);
  if (caller === 'elsewhere') return amongOthers(activity, tenantId);
  return typeof caller === 'string' ? ignored : (readers.get(activity.type)?.(activity, caller) ?? ignored);
};

/** What an authenticated activity means to the product. `tenantId` is the trust's. */
export const readArrival = (activity: Activity, tenantId: string): Arrival =>
  activity.type === 'invoke'
    ? (invokes.get(activity.name ?? '')?.(activity, tenantId) ?? { kind: 'invokeUnknown' })
    : (sharedAsked(activity, tenantId) ?? occurrence(activity, tenantId));
