import type { Person } from '../../shared/schema/people';
import { tenant } from '../settings';
import { botMember, conversationIdOf, memberIdOf } from '../teams/identity';

export interface Company {
  readonly current: Person;
  /** Exactly five: the Playground's schema takes no other number. */
  readonly others: readonly Person[];
}

const userOf = (person: Person) => {
  const [givenName = '', ...rest] = person.name.split(' ');
  return {
    id: memberIdOf(person),
    name: person.name,
    // The Playground's own spelling.
    userPrincipleName: person.email,
    aadObjectId: person.id,
    givenName,
    surname: rest.join(' '),
    email: person.email,
  };
};

/**
 * The Playground's configuration (schema 0.1.1) with the ids that the local Teams gives the same people, so that a chat
 * is one chat wherever it is shown. Only the current user's own chat with the bot is used; the group and the team are
 * there because the schema wants them. JSON is YAML.
 */
export const configFileOf = ({ current, others }: Company): string =>
  JSON.stringify(
    {
      version: '0.1.1',
      tenantId: tenant.id,
      bot: botMember,
      currentUser: userOf(current),
      users: others.map(userOf),
      personalChat: { id: conversationIdOf(current) },
      groupChat: { id: '19:playground_group@thread.v2', name: 'Group chat (not used)' },
      team: {
        id: '19:playground_team@thread.tacv2',
        name: 'Team (not used)',
        aadGroupId: '5a3e0d60-0000-4000-8000-0000000a0001',
        channels: [],
      },
    },
    undefined,
    2,
  );
