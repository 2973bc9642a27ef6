import type { Role } from '../../../shared/schema/people';
import type { Projection } from './document';

/** A role with how far it reaches, as it stands in a column. */
export const roleText = (role: Role): string => {
  switch (role.role) {
    case 'headTeacher':
    case 'localGovernor':
      return `${role.role} ${role.academy}`;
    case 'functionLead':
      return `${role.role} ${role.groups.join(' ')}`;
    case 'directorOfEducation':
      return [role.role, ...(role.phases ?? [])].join(' ');
    default:
      return role.role;
  }
};

/** 'code@version'. */
export const refText = ({ code, version }: { code: string; version: number }): string => `${code}@${version}`;
/** Still to be parsed, as all that comes from a list. */
export const refIn = (text: Projection[string] | undefined): unknown => {
  const [code, version] = String(text ?? '').split('@');
  return { code, version: Number(version) };
};
