import type { Person, Role } from '../../shared/schema/people';
import type { TeamsOptions } from './platform';
import type { PersonOnPage } from './shapes';

/** `qualityOfEducation` as people write it; the shortest codes are initials (`hr`). */
const inWords = (code: string): string => {
  if (code.length <= 3) return code.toUpperCase();
  const words = code.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const placeOfRole = (role: Role, academies: ReadonlyMap<string, string>): string => {
  switch (role.role) {
    case 'headTeacher':
    case 'localGovernor':
      return academies.get(role.academy) ?? `Academy ${role.academy}`;
    case 'functionLead':
      return role.groups.map(inWords).join(', ');
    case 'directorOfEducation':
      return role.phases === undefined ? 'All academies' : role.phases.map(inWords).join(', ');
    case 'ceo':
      return 'Trust';
    case 'boardMember':
      return 'Trust board';
    case 'committeeMember':
      return inWords(role.committee);
    case 'administrator':
      return 'Administration';
  }
};

/** People as the page shows them. */
export const peopleOnPage = (people: readonly Person[], academies: TeamsOptions['academies'] = []): PersonOnPage[] => {
  const names = new Map(academies.map(({ urn, name }) => [urn, name]));
  return people.map(({ id, name, email, jobTitle, roles }) => ({
    id,
    name,
    email,
    jobTitle,
    place: [...new Set(roles.map((role) => placeOfRole(role, names)))].join(' · ') || 'No role in Assured',
  }));
};

/** Who sits in the board meeting: the CEO, the board, and whoever leads education. */
export const inTheMeeting = (people: readonly Person[]): string[] =>
  people
    .filter(({ roles }) => roles.some(({ role }) => ['ceo', 'boardMember', 'directorOfEducation'].includes(role)))
    .map(({ id }) => id);

/** Two head teachers, who may not see each other's academy, with a director and the CEO: four at most. */
export const inTheGroup = (people: readonly Person[]): string[] => {
  const first = (name: Role['role'], most = 1): string[] =>
    people
      .filter(({ roles }) => roles.some(({ role }) => role === name))
      .slice(0, most)
      .map(({ id }) => id);
  return [...new Set([...first('headTeacher', 2), ...first('directorOfEducation'), ...first('ceo')])];
};
