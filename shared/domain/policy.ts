import type { GroupCode, Urn } from '../schema/ids';
import type { Phase, Route, RouteRole } from '../schema/framework';
import type { Person, Role, RoleName } from '../schema/people';

/** What somebody wants to do. The table below says which roles may, and how far each role reaches. */
export type Act =
  | 'openReviews'
  | 'rateArea'
  | 'rateInTurn'
  | 'sendForSignOff'
  | 'decideSignOff'
  | 'reopenReview'
  | 'readReview'
  | 'readDraftLevels'
  | 'readMatrix'
  | 'readRationale'
  | 'readStaffMatters'
  | 'proposeCategory'
  | 'readCategoryChange'
  | 'administer';

/** How far a role reaches: everything, its phases, its own functions, its own academy. */
type Reach = 'all' | 'phases' | 'groups' | 'own';

/**
 * Who may do what: the table of `domain.md`, one line for each act. A head teacher may read the matrix only
 * where the trust lets peers see levels; that policy is asked beside this table.
 */
export const permissions = {
  openReviews: { directorOfEducation: 'phases' },
  rateArea: { directorOfEducation: 'phases', ceo: 'all', functionLead: 'groups' },
  /** For whom judging is work that waits; the CEO may judge, but is not waited for. */
  rateInTurn: { directorOfEducation: 'phases', functionLead: 'groups' },
  sendForSignOff: { directorOfEducation: 'phases' },
  decideSignOff: { headTeacher: 'own' },
  reopenReview: { directorOfEducation: 'phases', ceo: 'all' },
  readReview: {
    directorOfEducation: 'phases',
    ceo: 'all',
    functionLead: 'groups',
    headTeacher: 'own',
    localGovernor: 'own',
  },
  readDraftLevels: { directorOfEducation: 'phases', ceo: 'all', functionLead: 'groups', headTeacher: 'own' },
  readMatrix: { directorOfEducation: 'all', ceo: 'all', functionLead: 'groups', boardMember: 'all' },
  readRationale: {
    directorOfEducation: 'phases',
    ceo: 'all',
    functionLead: 'groups',
    headTeacher: 'own',
    localGovernor: 'own',
    boardMember: 'all',
  },
  readStaffMatters: { directorOfEducation: 'phases', ceo: 'all', functionLead: 'groups', headTeacher: 'own' },
  proposeCategory: { directorOfEducation: 'phases', ceo: 'all' },
  readCategoryChange: { directorOfEducation: 'phases', ceo: 'all', boardMember: 'all', headTeacher: 'own' },
  administer: { administrator: 'all' },
} satisfies Record<Act, Partial<Record<RoleName, Reach>>>;

/** What the act is about; an act about no academy in particular leaves both out. */
export interface Target {
  readonly academy?: { readonly urn: Urn; readonly phase: Phase };
  readonly group?: GroupCode;
}

const inPhases = (role: Role, { academy }: Target): boolean =>
  role.role === 'directorOfEducation' && (!role.phases || !academy || role.phases.includes(academy.phase));

const inGroups = (role: Role, { group }: Target): boolean =>
  role.role === 'functionLead' && (group === undefined || role.groups.includes(group));

const ownAcademy = (role: Role, { academy }: Target): boolean =>
  (role.role === 'headTeacher' || role.role === 'localGovernor') && role.academy === academy?.urn;

const reaches = (role: Role, reach: Reach, target: Target): boolean => {
  if (reach === 'all') return true;
  if (reach === 'phases') return inPhases(role, target);
  return reach === 'groups' ? inGroups(role, target) : ownAcademy(role, target);
};

/** Whether a person may do something to a target. */
export const may = (person: Person, act: Act, target: Target = {}): boolean => {
  const line: Partial<Record<RoleName, Reach>> = permissions[act];
  return person.roles.some((role) => {
    const reach = line[role.role];
    return reach !== undefined && reaches(role, reach, target);
  });
};

/** Whether a person holds the role that a step of a route asks for, for this academy. */
export const holdsRouteRole = (person: Person, role: RouteRole, academy: { urn: Urn; phase: Phase }): boolean =>
  person.roles.some((held) => {
    if (held.role !== role) return false;
    if (held.role === 'headTeacher') return held.academy === academy.urn;
    if (held.role === 'directorOfEducation') return !held.phases || held.phases.includes(academy.phase);
    return true;
  });

/** Proposing takes both: the trust's table, and the framework's route naming one of the person's roles. */
export const mayPropose = (
  person: Person,
  route: Pick<Route, 'proposers'>,
  academy: { urn: Urn; phase: Phase },
): boolean =>
  may(person, 'proposeCategory', { academy }) && route.proposers.some((role) => holdsRouteRole(person, role, academy));
