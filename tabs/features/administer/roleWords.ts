import { listWords, phaseName, roleName } from '../../../shared/domain/words';
import type { AreaGroup } from '../../../shared/schema/framework';
import type { Role } from '../../../shared/schema/people';
import type { Administration } from '../../../shared/schema/views';

type Academies = Administration['academies'];

const reachOf = (role: Role, academies: Academies, groups: readonly AreaGroup[]): string | undefined => {
  switch (role.role) {
    case 'headTeacher':
    case 'localGovernor':
      return academies.find(({ urn }) => urn === role.academy)?.name ?? `academy ${role.academy}`;
    case 'directorOfEducation':
      return role.phases && listWords(role.phases.map(phaseName));
    case 'functionLead':
      return listWords(role.groups.map((code) => groups.find((group) => group.code === code)?.name ?? code));
    default:
      return undefined;
  }
};

/** 'Head teacher (Rowan Academy)': a role with how far it reaches. */
export const roleWords = (role: Role, academies: Academies, groups: readonly AreaGroup[]): string => {
  const reach = reachOf(role, academies, groups);
  return reach ? `${roleName(role.role)} (${reach})` : roleName(role.role);
};
