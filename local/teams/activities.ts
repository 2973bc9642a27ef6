import { randomUUID } from 'node:crypto';
import type { Person } from '../../shared/schema/people';
import { tenant } from '../settings';
import { botMember, conversationIdOf, memberIdOf } from './identity';
import type { ClientAction, InvokeRequest } from './shapes';

const timeZone = 'Europe/London';

const localTimestamp = (at: Date): string => {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const named = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
  const offset = named === '' ? '+00:00' : named;
  const minutes = (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * (offset.startsWith('-') ? -1 : 1);
  return new Date(at.getTime() + minutes * 60_000).toISOString().replace('Z', offset);
};

export const clientInfo = { type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'Web', timezone: timeZone };

/** What every activity from Teams carries. The id is unique for each thing that happens, not for each delivery. */
export const envelope = (serviceUrl: string, person: Person, id: string, at = new Date()) => ({
  id,
  timestamp: at.toISOString(),
  localTimestamp: localTimestamp(at),
  localTimezone: timeZone,
  channelId: 'msteams',
  serviceUrl,
  from: { id: memberIdOf(person), name: person.name, aadObjectId: person.id },
  conversation: { id: conversationIdOf(person), conversationType: 'personal', tenantId: tenant.id },
  recipient: botMember,
  channelData: { tenant: { id: tenant.id } },
  locale: 'en-GB',
});

/** The bot's copy of what a person typed. */
export const messageActivity = (serviceUrl: string, person: Person, message: { id: string; text: string }) => ({
  ...envelope(serviceUrl, person, message.id),
  type: 'message',
  text: message.text,
  textFormat: 'plain',
  attachments: [{ contentType: 'text/html', content: `<p>${escapeHtml(message.text)}</p>` }],
  entities: [clientInfo],
});

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** `Action.Submit`: a message without text, whose value holds the inputs. Teams does not show it in the chat. */
export const submitActivity = (serviceUrl: string, person: Person, submit: { replyToId: string; data: unknown }) => ({
  ...envelope(serviceUrl, person, `f:${randomUUID()}`),
  type: 'message',
  value: submit.data ?? {},
  replyToId: submit.replyToId,
  channelData: { tenant: { id: tenant.id }, source: { name: 'message' }, legacy: { replyToId: submit.replyToId } },
  entities: [clientInfo],
});

const actionValue = ({ type, id, verb, data }: ClientAction) => ({
  type,
  ...(id === undefined ? {} : { id }),
  ...(verb === undefined ? {} : { verb }),
  data: data ?? {},
});

/** `Action.Execute` (facts §4.2): the static data already merged with the inputs. */
export const invokeActivity = (serviceUrl: string, person: Person, request: InvokeRequest) => ({
  ...envelope(serviceUrl, person, `f:${randomUUID()}`),
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: actionValue(request.action), trigger: request.trigger },
  replyToId: request.replyToId,
  channelData: { tenant: { id: tenant.id }, source: { name: 'message' }, legacy: { replyToId: request.replyToId } },
  entities: [clientInfo],
});

export const installationActivity = (serviceUrl: string, person: Person, action: 'add' | 'remove') => ({
  ...envelope(serviceUrl, person, `f:${randomUUID()}`),
  type: 'installationUpdate',
  action,
  channelData: { tenant: { id: tenant.id }, source: { name: 'message' } },
  entities: [clientInfo],
});

export const botAddedActivity = (serviceUrl: string, person: Person) => ({
  ...envelope(serviceUrl, person, `f:${randomUUID()}`),
  type: 'conversationUpdate',
  membersAdded: [{ id: botMember.id }],
});
