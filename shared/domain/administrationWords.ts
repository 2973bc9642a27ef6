import type { AcademyEvent, AcademyFacts } from '../schema/academyFacts';
import type { PersonEvent, PersonFacts, Role } from '../schema/people';
import type { DatesSet } from '../schema/settings';
import { roleWords, type RoleNames } from './roleWords';
import { sameFacts } from './sameFacts';
import { formatDay, listWords, phaseName } from './words';

/** What administrators did, as it stands after their name, for the histories of academies, people and the calendar. */

const differs = <T>(a: T, b: T, name: keyof T): boolean => !sameFacts(a[name], b[name]);

const dayWords = (day: string | undefined): string => (day === undefined ? 'no date' : formatDay(day));

/** Each fact that changed, in words that name what it became. */
const academyChanges = (before: AcademyFacts, after: AcademyFacts): string[] => [
  ...(differs(before, after, 'name') ? [`name: ${after.name}`] : []),
  ...(differs(before, after, 'phase') ? [`phase: ${phaseName(after.phase)}`] : []),
  ...(differs(before, after, 'pupils') ? [`pupils: ${after.pupils ?? 'no number'}`] : []),
  ...(differs(before, after, 'joinedOn') ? [`joined on: ${dayWords(after.joinedOn)}`] : []),
  ...(differs(before, after, 'leftOn') ? [`last day in the trust: ${dayWords(after.leftOn)}`] : []),
  ...(differs(before, after, 'notApplicable') ? ['areas that do not apply'] : []),
];

export const academyEventWords = ({ before, after }: AcademyEvent): string =>
  before ? `changed ${listWords(academyChanges(before, after))}` : `added it as ${after.name}`;

const without = (roles: readonly Role[], others: readonly Role[], names: RoleNames): string[] =>
  roles.filter((role) => !others.some((other) => sameFacts(other, role))).map((role) => roleWords(role, names));

const personChanges = (before: PersonFacts, after: PersonFacts, names: RoleNames): string[] => {
  const [gained, lost] = [without(after.roles, before.roles, names), without(before.roles, after.roles, names)];
  const details = (['name', 'email', 'jobTitle'] as const).filter((name) => differs(before, after, name));
  const called = { name: 'name', email: 'e-mail', jobTitle: 'job title' } as const;
  return [
    ...(gained.length > 0 ? [`gave ${listWords(gained)}`] : []),
    ...(lost.length > 0 ? [`took away ${listWords(lost)}`] : []),
    ...details.map((name) => `${called[name]}: ${after[name]}`),
  ];
};

const personVerbs = {
  added: 'added them',
  changed: 'changed',
  tookOver: 'had them take over from somebody else',
  gaveUp: 'had them hand over to somebody else',
  kept: 'left them administrator, as nobody else would have been',
} satisfies Record<PersonEvent['type'], string>;

export const personEventWords = ({ type, before, after }: PersonEvent, names: RoleNames): string => {
  const from = before ?? { ...after, roles: [] };
  const changes = personChanges(from, after, names);
  return changes.length === 0 ? personVerbs[type] : `${personVerbs[type]}: ${changes.join('; ')}`;
};

export const datesSetWords = ({ year, before }: DatesSet): string =>
  before ? `changed the dates of ${year}` : `added ${year}`;
