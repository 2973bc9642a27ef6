import { randomUUID } from 'node:crypto';
import type { Person } from '../../shared/schema/people';
import { tenant } from '../settings';
import { clientInfo, envelope, messageActivity } from './activities';
import { botMember } from './identity';

/** The same activity from a chat of several people: only the conversation is another. */
export const inGroup = <A extends { readonly conversation: object }>(activity: A, group: string) => ({
  ...activity,
  conversation: { id: group, conversationType: 'groupChat', isGroup: true, tenantId: tenant.id },
});

const mention = new RegExp(`(?<=^|\\s)@${botMember.name}\\b`, 'i');

/** What somebody wrote among others, where it mentions the bot: of everything else it hears nothing. */
export const mentionActivity = (
  serviceUrl: string,
  person: Person,
  { group, id, text }: { group: string; id: string; text: string },
) => {
  if (!mention.test(text)) return undefined;
  const named = `<at>${botMember.name}</at>`;
  const activity = messageActivity(serviceUrl, person, { id, text: text.replace(mention, named) });
  const entities = [{ type: 'mention', mentioned: botMember, text: named }, ...activity.entities];
  return inGroup({ ...activity, entities }, group);
};

/** What the manifest calls the search and its parameter. */
const command = { id: 'find', parameter: 'text' } as const;

/** Opening the extension asks with `initialRun`, typing asks with the command's own parameter. */
export const queryActivity = (serviceUrl: string, person: Person, { group, text }: { group: string; text: string }) =>
  inGroup(
    {
      ...envelope(serviceUrl, person, `f:${randomUUID()}`),
      type: 'invoke',
      name: 'composeExtension/query',
      value: {
        commandId: command.id,
        parameters: [text === '' ? { name: 'initialRun', value: 'true' } : { name: command.parameter, value: text }],
        queryOptions: { skip: 0, count: 25 },
      },
      channelData: { tenant: { id: tenant.id }, source: { name: 'compose' } },
      entities: [clientInfo],
    },
    group,
  );
