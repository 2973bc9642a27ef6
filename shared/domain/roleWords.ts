import type { CommitteeCode, GroupCode, Urn } from '../schema/ids';
import type { Role } from '../schema/people';
import { listWords, phaseName, roleName } from './words';

/** What the reach of a role is called: academies, and the functions and committees of the trust's model. */
export interface RoleNames {
  readonly academies: readonly { readonly urn: Urn; readonly name: string }[];
  readonly groups: readonly { readonly code: GroupCode; readonly name: string }[];
  readonly committees?: readonly { readonly code: CommitteeCode; readonly name: string }[];
}

const reachOf = (role: Role, { academies, groups, committees = [] }: RoleNames): string | undefined => {
  switch (role.role) {
    case 'headTeacher':
    case 'localGovernor':
      return academies.find(({ urn }) => urn === role.academy)?.name ?? `academy ${role.academy}`;
    case 'directorOfEducation':
      return role.phases && listWords(role.phases.map(phaseName));
    case 'functionLead':
      return listWords(role.groups.map((code) => groups.find((group) => group.code === code)?.name ?? code));
    case 'committeeMember':
      return committees.find(({ code }) => code === role.committee)?.name ?? role.committee;
    default:
      return undefined;
  }
};

/** 'Head teacher (Rowan Academy)': a role with how far it reaches. */
export const roleWords = (role: Role, names: RoleNames): string => {
  const reach = reachOf(role, names);
  return reach === undefined ? roleName(role.role) : `${roleName(role.role)} (${reach})`;
};
