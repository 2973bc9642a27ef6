import { z } from 'zod';
import { configFileOf } from '../../../local/playground/configFile';
import { othersThan, personIn, seatNames, type Seat } from '../../../local/playground/seats';
import { sampleOf } from '../../../local/sample/samples';
import { tenant } from '../../../local/settings';
import { botMember, conversationIdOf, memberIdOf } from '../../../local/teams/identity';

const User = z.strictObject({
  id: z.string(),
  name: z.string(),
  userPrincipleName: z.string(),
  aadObjectId: z.guid(),
  givenName: z.string(),
  surname: z.string(),
  email: z.email(),
});
/** As the Playground's own schema has it. */
const Config = z.strictObject({
  version: z.literal('0.1.1'),
  tenantId: z.string(),
  bot: z.strictObject({ id: z.string(), name: z.string().max(42) }),
  currentUser: User,
  users: z.array(User).length(5),
  personalChat: z.strictObject({ id: z.string() }),
  groupChat: z.strictObject({ id: z.string(), name: z.string().max(256) }),
  team: z.strictObject({ id: z.string(), name: z.string(), aadGroupId: z.string(), channels: z.array(z.never()) }),
});

const sample = sampleOf('combinedAssurance');
const configOf = (seat: Seat) =>
  Config.parse(JSON.parse(configFileOf({ current: personIn(sample, seat), others: othersThan(sample, seat) })));

it.each(seatNames)('of the seat “%s” has five others, and nobody twice', (seat) => {
  const { currentUser, users } = configOf(seat);
  expect(new Set([currentUser, ...users].map(({ id }) => id)).size).toBe(6);
});

it('names people, bot, chat and tenant by the ids that they have in the local Teams', () => {
  const ceo = personIn(sample, 'ceo');
  expect(configOf('ceo')).toMatchObject({
    tenantId: tenant.id,
    bot: botMember,
    currentUser: { id: memberIdOf(ceo), aadObjectId: ceo.id, name: 'Cleo Chief', givenName: 'Cleo', surname: 'Chief' },
    personalChat: { id: conversationIdOf(ceo) },
  });
});

it('refuses a sample trust in which nobody plays the part', () =>
  expect(() => personIn({ name: 'Apples', people: [] }, 'board')).toThrow(
    'Bella Board has no part in the sample trust of “Apples”.',
  ));
