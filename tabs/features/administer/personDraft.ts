import { listWords } from '../../../shared/domain/words';
import { roleWords, type RoleNames } from '../../../shared/domain/roleWords';
import { Role, type PersonFacts, type RoleName } from '../../../shared/schema/people';
import type { Difference } from './BothVersions';
import type { DraftErrors } from './resolving';

/** A role as it is chosen: which one, and how far it reaches. What another role would need stays, should it come back. */
export interface RoleDraft {
  role: RoleName | '';
  academy: string;
  committee: string;
  phases: string[];
  groups: string[];
}

export interface PersonDraft {
  name: string;
  email: string;
  jobTitle: string;
  roles: RoleDraft[];
}

export const emptyRole: RoleDraft = { role: '', academy: '', committee: '', phases: [], groups: [] };

const draftOfRole = (role: Role): RoleDraft => ({
  ...emptyRole,
  role: role.role,
  ...('academy' in role && { academy: role.academy }),
  ...('committee' in role && { committee: role.committee }),
  ...('groups' in role && { groups: [...role.groups] }),
  ...('phases' in role && { phases: [...(role.phases ?? [])] }),
});

export const draftOfPerson = ({ name, email, jobTitle, roles }: PersonFacts): PersonDraft => ({
  name,
  email,
  jobTitle,
  roles: roles.map(draftOfRole),
});

/** The role that a draft says; what it does not need is left out. */
const roleIn = (draft: RoleDraft) =>
  Role.safeParse({
    role: draft.role,
    academy: draft.academy,
    committee: draft.committee,
    groups: draft.groups,
    ...(draft.phases.length > 0 && { phases: draft.phases }),
  });

type Lack = Partial<Record<keyof RoleDraft, string>>;

const academyNeeded = ({ academy }: RoleDraft): Lack =>
  academy === '' ? { academy: 'Please choose the academy of this role.' } : {};

/** What each role needs beside its name. */
const needs: Partial<Record<RoleDraft['role'], (role: RoleDraft) => Lack>> = {
  '': () => ({ role: 'Please choose a role, or take this line away.' }),
  headTeacher: academyNeeded,
  localGovernor: academyNeeded,
  committeeMember: ({ committee }) => (committee === '' ? { committee: 'Please choose the committee.' } : {}),
  functionLead: ({ groups }) => (groups.length === 0 ? { groups: 'Please choose at least one function.' } : {}),
};

const lacking = (role: RoleDraft): Lack => needs[role.role]?.(role) ?? {};

const isEmail = (typed: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.trim()) && typed.length <= 200;

const textError = (typed: string, what: string): string | undefined => {
  if (typed.trim() === '') return `Please enter ${what}.`;
  return typed.trim().length > 120 ? `Please shorten ${what} to 120 characters.` : undefined;
};

/** What is wrong with what is typed, by field; nothing where it can be saved. */
export const personErrors = ({ name, email, jobTitle, roles }: PersonDraft): DraftErrors<PersonDraft> => {
  const inRoles = roles.flatMap((role, at) =>
    Object.entries(lacking(role)).map(([field, message]) => [`roles.${at}.${field}`, message] as const),
  );
  const all: (readonly [string, string | undefined])[] = [
    ['name', textError(name, 'the name')],
    ['email', isEmail(email) ? undefined : 'Please enter the person’s e-mail address.'],
    ['jobTitle', textError(jobTitle, 'the job title')],
    ...inRoles,
  ];
  return Object.fromEntries(all.filter(([, message]) => message !== undefined));
};

/** The roles of a draft that are complete. */
export const rolesIn = (roles: readonly RoleDraft[]): Role[] =>
  roles.flatMap((draft) => {
    const role = roleIn(draft);
    return role.success ? [role.data] : [];
  });

/** What a draft without errors says. */
export const factsOfPersonDraft = ({ name, email, jobTitle, roles }: PersonDraft): PersonFacts => ({
  name: name.trim(),
  email: email.trim(),
  jobTitle: jobTitle.trim(),
  roles: rolesIn(roles),
});

export const rolesInWords = (roles: readonly Role[], names: RoleNames): string =>
  listWords(roles.map((role) => roleWords(role, names))) || 'no role: sees nothing';

/** Where two versions differ, in words. */
export const personDifferences = (stored: PersonFacts, mine: PersonFacts, names: RoleNames): Difference[] => {
  const words: readonly (readonly [string, (facts: PersonFacts) => string])[] = [
    ['Name', ({ name }) => name],
    ['E-mail', ({ email }) => email],
    ['Job title', ({ jobTitle }) => jobTitle],
    ['Roles', ({ roles }) => rolesInWords(roles, names)],
  ];
  return words
    .map(([label, of]) => ({ label, stored: of(stored), mine: of(mine) }))
    .filter((difference) => difference.stored !== difference.mine);
};
