import type { CommitteeCode, GroupCode, PersonId, Urn } from '../schema/ids';
import type { Person, PersonEvent, PersonFacts, Role } from '../schema/people';
import { stillToStore, withEvent, type Administering } from './administering';
import { accepted, refused, type Result } from './result';
import { sameFacts } from './sameFacts';

/** What an administrator may change of a person. */
export const factsOfPerson = ({ name, email, jobTitle, roles }: Person): PersonFacts => ({
  name,
  email,
  jobTitle,
  roles,
});

/** Each role with its reach once. */
const once = (roles: readonly Role[]): Role[] =>
  roles.filter((role, at) => roles.findIndex((other) => sameFacts(other, role)) === at);

/** How far roles can reach in a trust: its academies, and its model's functions and committees. */
export interface Reaches {
  readonly academies: readonly Urn[];
  readonly groups: readonly GroupCode[];
  readonly committees: readonly CommitteeCode[];
}

const isWithin = (role: Role, { academies, groups, committees }: Reaches): boolean => {
  switch (role.role) {
    case 'headTeacher':
    case 'localGovernor':
      return academies.includes(role.academy);
    case 'functionLead':
      return role.groups.every((group) => groups.includes(group));
    case 'committeeMember':
      return committees.includes(role.committee);
    default:
      return true;
  }
};

/** A role that is new to the person must reach something that the trust has. Refusals: `people.unknown-reach`. */
const reachesKnown = (before: readonly Role[], after: readonly Role[], reaches: Reaches): Result<void> =>
  after.every((role) => isWithin(role, reaches) || before.some((held) => sameFacts(held, role)))
    ? accepted(undefined)
    : refused({ code: 'people.unknown-reach' });

const administers = ({ roles }: Pick<Person, 'roles'>): boolean => roles.some(({ role }) => role === 'administrator');

/** Whether a person is the only one who administers the trust. */
export const isLastAdministrator = (people: readonly Person[], id: PersonId): boolean =>
  people.filter(administers).every((person) => person.id === id) &&
  people.some((person) => person.id === id && administers(person));

/** A person with one more event. */
export const withPersonEvent = (
  person: Person,
  type: PersonEvent['type'],
  after: PersonFacts,
  stamp: Administering,
): Person => ({
  id: person.id,
  ...after,
  history: withEvent(person.history, { ...stamp, type, before: factsOfPerson(person), after }),
});

/** Somebody who may use Assured from now on. Refusals: `people.unknown-reach`. */
export const newPerson = (id: PersonId, facts: PersonFacts, reaches: Reaches, stamp: Administering): Result<Person> => {
  const after = { ...facts, roles: once(facts.roles) };
  const known = reachesKnown([], after.roles, reaches);
  return known.ok ? accepted({ id, ...after, history: [{ ...stamp, type: 'added', after }] }) : known;
};

interface Amending {
  readonly basedOn: PersonFacts;
  readonly facts: PersonFacts;
  readonly reaches: Reaches;
  /** Everybody, as they are known to stand. */
  readonly people: readonly Person[];
}

/** Whether this would take the trust's last administrator away. */
export const losesLastAdministrator = (people: readonly Person[], person: Person, after: PersonFacts): boolean =>
  administers(person) && !administers(after) && isLastAdministrator([person, ...people], person.id);

/**
 * Roles and details of a person as they are to be. The person itself where it stands so already. Refusals:
 * `people.changed-since`, `people.unknown-reach`, `people.last-administrator`.
 */
export const amendPerson = (
  person: Person,
  { basedOn, facts, reaches, people }: Amending,
  stamp: Administering,
): Result<Person> => {
  const present = factsOfPerson(person);
  const after = { ...facts, roles: once(facts.roles) };
  const to = stillToStore({ present, basedOn, next: after }, { code: 'people.changed-since' });
  if (!to.ok) return to;
  if (to.value === 'same') return accepted(person);
  const known = reachesKnown(present.roles, after.roles, reaches);
  if (!known.ok) return known;
  const others = people.filter(({ id }) => id !== person.id);
  if (losesLastAdministrator(others, person, after)) return refused({ code: 'people.last-administrator' });
  return accepted(withPersonEvent(person, 'changed', after, stamp));
};

/** Puts the administrator's role back where two administrators took each other's at the same moment. */
export const keepAdministrator = (person: Person, stamp: Administering): Person =>
  administers(person)
    ? person
    : withPersonEvent(
        person,
        'kept',
        { ...factsOfPerson(person), roles: [...person.roles, { role: 'administrator' }] },
        stamp,
      );

/** Roles that this person would give up and that nobody else would hold: what waits for them waits for nobody. */
export const heldByNobody = (
  people: readonly Pick<Person, 'id' | 'roles'>[],
  id: PersonId,
  before: readonly Role[],
  after: readonly Role[],
): Role[] => {
  const held = [...people.filter((person) => person.id !== id).flatMap(({ roles }) => roles), ...after];
  return before.filter((role) => !held.some((other) => sameFacts(other, role)));
};
