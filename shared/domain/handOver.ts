import type { Person, Role } from '../schema/people';

/** A role with its reach, in one line: two that say the same are one. */
const lineOf = (role: Role): string => JSON.stringify(Object.entries(role).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Adds what the person does not hold yet; the same document where that is nothing. */
export const takeOver = (person: Person, roles: readonly Role[]): Person => {
  const held = new Set(person.roles.map(lineOf));
  const missing = roles.filter((role) => !held.has(lineOf(role)));
  return missing.length === 0 ? person : { ...person, roles: [...person.roles, ...missing] };
};

/** Takes away what somebody else holds now, and nothing that came since; the same document where that is nothing. */
export const giveUp = (person: Person, roles: readonly Role[]): Person => {
  const gone = new Set(roles.map(lineOf));
  const kept = person.roles.filter((role) => !gone.has(lineOf(role)));
  return kept.length === person.roles.length ? person : { ...person, roles: kept };
};
