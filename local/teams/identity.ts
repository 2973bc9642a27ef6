import { createHash } from 'node:crypto';
import type { Person } from '../../shared/schema/people';
import { apps, tenant } from '../settings';

export const botName = 'Assured';

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Teams gives a person another `29:` id for every bot; here it follows from both ids. */
export const memberIdOf = (person: Pick<Person, 'id'>): string => `29:1${digest(`${apps.bot.id}|${person.id}`)}`;

/** The personal chat of a person with the bot. It survives uninstalling, as in Teams. */
export const conversationIdOf = (person: Pick<Person, 'id'>): string =>
  `a:1${digest(`chat|${apps.bot.id}|${person.id}`)}`;

export const botMember = { id: `28:${apps.bot.id}`, name: botName } as const;

/** One member as the connector's roster describes it (TeamsChannelAccount). */
export const rosterEntry = (person: Person) => {
  const [givenName, ...rest] = person.name.split(' ');
  return {
    id: memberIdOf(person),
    name: person.name,
    objectId: person.id,
    aadObjectId: person.id,
    givenName,
    surname: rest.join(' '),
    email: person.email,
    userPrincipalName: person.email,
    tenantId: tenant.id,
    userRole: 'user',
  };
};
