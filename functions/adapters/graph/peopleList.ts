import { phaseName, roleName } from '../../../shared/domain/words';
import type { Framework } from '../../../shared/schema/framework';
import type { Person, Role } from '../../../shared/schema/people';
import { columnsOf, key, keyColumn, line, oneLine, text, titleColumn } from './columns';
import type { List } from './list';
import type { Names } from './names';

/** What any stored framework calls a thing that has this code; its code where none knows it. */
const calledIn =
  (names: Names, things: (framework: Framework) => readonly { readonly code: string; readonly name: string }[]) =>
  (code: string): string =>
    names.frameworks.flatMap(things).find((thing) => thing.code === code)?.name ?? code;

const reachOf = (role: Role, names: Names): readonly string[] => {
  switch (role.role) {
    case 'headTeacher':
    case 'localGovernor':
      return [names.academy(role.academy) ?? role.academy];
    case 'functionLead':
      return role.groups.map(calledIn(names, ({ groups }) => groups));
    case 'committeeMember':
      return [calledIn(names, ({ committees }) => committees)(role.committee)];
    case 'directorOfEducation':
      return (role.phases ?? []).map(phaseName);
    default:
      return [];
  }
};

/** 'Head teacher (Rowan Academy)'. */
const roleText = (role: Role, names: Names): string => {
  const reach = reachOf(role, names);
  return reach.length === 0 ? roleName(role.role) : `${roleName(role.role)} (${reach.join(', ')})`;
};

export const people: List<'people'> = {
  title: 'People',
  description: 'Who may do what in Assured. Kept by Assured: please change it there.',
  columns: [key, line('Email', 'E-mail'), line('JobTitle', 'Job title'), text('Roles', 'Roles')],
  areaColumns: false,
  rowsFrom: 'document',
  mentioned: () => ({}),
  project: (person: Person, names) =>
    columnsOf({
      [titleColumn]: oneLine(person.name),
      [keyColumn]: person.id,
      Email: person.email,
      JobTitle: oneLine(person.jobTitle),
      Roles: person.roles.map((role) => roleText(role, names)).join('; '),
    }),
};
