import type { Person, Role } from '../schema/people';

/** A role with its reach, in one line: two that say the same are one. */
const lineOf = (role: Role): string => JSON.stringify(Object.entries(role).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Those of the roles that are not among the others. */
export const rolesWithout = (roles: readonly Role[], others: readonly Role[]): Role[] => {
  const known = new Set(others.map(lineOf));
  return roles.filter((role) => !known.has(lineOf(role)));
};

/** Adds what the person does not hold yet; the same document where that is nothing. */
export const takeOver = (person: Person, roles: readonly Role[]): Person => {
  const missing = rolesWithout(roles, person.roles);
  return missing.length === 0 ? person : { ...person, roles: [...person.roles, ...missing] };
};

/** Takes away what somebody else holds now, and nothing that came since; the same document where that is nothing. */
export const giveUp = (person: Person, roles: readonly Role[]): Person => {
  const kept = rolesWithout(person.roles, roles);
  return kept.length === person.roles.length ? person : { ...person, roles: kept };
};
