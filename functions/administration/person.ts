import { aboutPerson } from '../../shared/application/aboutPerson';
import { forgetPerson } from '../../shared/application/forgetPerson';
import type { Forgotten } from '../../shared/application/forgetPerson';
import { roleName, count, listWords } from '../../shared/domain/words';
import { PersonId } from '../../shared/schema/ids';
import type { Provisioned } from '../adapters/graph/provision';
import type { DeliveryTables } from '../adapters/storage/deliveryTables';
import { missingLists, noLists } from './archives';
import type { AdministrationParts } from './parts';
import { done, wrong } from './parts';

const beside =
  'What they wrote and decided stays in the lists, and their cards stay in their Teams chat: docs/privacy.md, ‘Subject ' +
  'access and other rights’, says what may be done there.';

const forgottenWords = ({ address, cards, inPeople }: Extract<Forgotten, { status: 'forgotten' }>): Provisioned =>
  done(
    address || cards > 0
      ? `Dropped: ${address ? 'the address of their chat' : 'no address'}, and what was kept of ${count(cards, 'card')}.`
      : 'Nothing was kept of this person any more.',
    ...(inPeople
      ? ['They are in People without a role: that this record was looked at stays known, by its version.']
      : []),
    beside,
  );

const wordsOf = (forgotten: Forgotten): Provisioned => {
  switch (forgotten.status) {
    case 'forgotten':
      return forgottenWords(forgotten);
    case 'hasRoles':
      return wrong(
        `Nothing was dropped: this person has a role in Assured (${listWords(forgotten.roles.map(({ role }) => roleName(role)))}).`,
        'Please take it away first, under Administration, People and roles, and give Assured some minutes: until then it',
        'would write to them again.',
      );
    case 'notKnown':
      return wrong(
        'Nothing was dropped: a record in People was changed outside Assured, or nobody is in People yet, so that nobody can',
        'say whether this person has a role. Please run: status',
      );
    case 'busy':
      return wrong('Messages to this person are just being sent. Please run this again in a minute.');
  }
};

const forget = async (parts: AdministrationParts, tables: DeliveryTables, person: PersonId): Promise<Provisioned> => {
  const missing = await missingLists(parts);
  return missing.length > 0 ? noLists(missing) : wordsOf(await forgetPerson({ ...parts, ...tables })(person));
};

/** What is kept of a person outside the trust's lists: `about` says it, as JSON alone; `forget` drops it. */
export const askOfPerson = async (parts: AdministrationParts, act: string, id: string): Promise<Provisioned> => {
  const person = PersonId.safeParse(id.toLowerCase());
  if (act !== 'about' && act !== 'forget')
    return wrong('Please say person about OBJECT-ID, or person forget OBJECT-ID.');
  if (!person.success) return wrong(`${id} is not the object id of a person in Entra.`);
  const { tables } = parts;
  if (!tables)
    return wrong('Please set STORAGE_ACCOUNT to the name of the storage account in Assured’s resource group.');
  if (act === 'forget') return forget(parts, tables, person.data);
  return done(JSON.stringify(await aboutPerson(tables)(person.data), undefined, 2));
};
