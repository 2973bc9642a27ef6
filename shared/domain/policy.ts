import type { GroupCode, Urn } from '../schema/ids';
import type { Phase } from '../schema/framework';
import type { Person, Role, RoleName } from '../schema/people';
import type { Route, RouteStep } from '../schema/route';

/** What somebody wants to do. The table below says which roles may, and how far each role reaches. */
export type Act =
  | 'openReviews'
  | 'leadInTurn'
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
  | 'readSupport'
  | 'readAcademy'
  | 'recordHistoric'
  | 'administer';

/** How far a role reaches: everything, its phases, its own functions, its own academy. */
type Reach = 'all' | 'phases' | 'groups' | 'own';

/**
 * Who may do what: the table of `domain.md`, one line for each act. A head teacher may read the matrix only
 * where the trust lets peers see levels; that policy is asked beside this table.
 */
export const permissions = {
  /** An administrator may begin a period for the trust; they see no more of what is judged in it than before. */
  openReviews: { directorOfEducation: 'phases', ceo: 'all', administrator: 'all' },
  /** For whom opening and sending is work that waits. */
  leadInTurn: { directorOfEducation: 'phases' },
  /** The framework's `judging.raters` narrows this further (`mayRate`). */
  rateArea: { directorOfEducation: 'phases', ceo: 'all', functionLead: 'groups', headTeacher: 'own' },
  /** For whom judging is work that waits; the CEO may judge, but is not waited for. */
  rateInTurn: { directorOfEducation: 'phases', functionLead: 'groups', headTeacher: 'own' },
  sendForSignOff: { directorOfEducation: 'phases', ceo: 'all' },
  /** The framework's `judging.settling` narrows this further (`rolesToSettle`). */
  decideSignOff: { headTeacher: 'own', directorOfEducation: 'phases', ceo: 'all' },
  reopenReview: { directorOfEducation: 'phases', ceo: 'all' },
  readReview: {
    directorOfEducation: 'phases',
    ceo: 'all',
    functionLead: 'groups',
    headTeacher: 'own',
    localGovernor: 'own',
  },
  readDraftLevels: { directorOfEducation: 'phases', ceo: 'all', functionLead: 'groups', headTeacher: 'own' },
  readMatrix: {
    directorOfEducation: 'all',
    ceo: 'all',
    functionLead: 'groups',
    boardMember: 'all',
    committeeMember: 'all',
  },
  readRationale: {
    directorOfEducation: 'phases',
    ceo: 'all',
    functionLead: 'groups',
    headTeacher: 'own',
    localGovernor: 'own',
    boardMember: 'all',
    committeeMember: 'all',
  },
  readStaffMatters: { directorOfEducation: 'phases', ceo: 'all', functionLead: 'groups', headTeacher: 'own' },
  /** Only on a route that names the role: ask `mayPropose`. */
  proposeCategory: { directorOfEducation: 'phases', ceo: 'all', boardMember: 'all', committeeMember: 'all' },
  readCategoryChange: {
    directorOfEducation: 'phases',
    ceo: 'all',
    boardMember: 'all',
    committeeMember: 'all',
    headTeacher: 'own',
  },
  /** What the academy's category brings it, and when; committees are reported to on it. */
  readSupport: {
    directorOfEducation: 'phases',
    ceo: 'all',
    headTeacher: 'own',
    localGovernor: 'own',
    boardMember: 'all',
    committeeMember: 'all',
  },
  /** The academy's own page: who leads it, and what was said of it outside the model. */
  readAcademy: {
    directorOfEducation: 'phases',
    ceo: 'all',
    functionLead: 'groups',
    headTeacher: 'own',
    localGovernor: 'own',
    boardMember: 'all',
    committeeMember: 'all',
    administrator: 'all',
  },
  /** Ofsted's judgements and the academy's own: what the historic columns show. */
  recordHistoric: { directorOfEducation: 'phases', ceo: 'all', administrator: 'all' },
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

/** Whether a person may do something to a target; with `only`, in one of those roles. */
export const may = (
  person: Pick<Person, 'roles'>,
  act: Act,
  target: Target = {},
  only?: readonly RoleName[],
): boolean => {
  const line: Partial<Record<RoleName, Reach>> = permissions[act];
  return person.roles.some((role) => {
    const reach = line[role.role];
    const counts = only === undefined || only.includes(role.role);
    return counts && reach !== undefined && reaches(role, reach, target);
  });
};

type Place = { readonly urn: Urn; readonly phase: Phase };

/** Who a step asks for: a role, a committee, or one person by name. */
export type Holder = Pick<RouteStep, 'by' | 'committee' | 'person'>;

const holdsAs = (held: Role, step: Holder, academy: Place): boolean => {
  if (held.role !== step.by) return false;
  if (held.role === 'headTeacher') return held.academy === academy.urn;
  if (held.role === 'directorOfEducation') return !held.phases || held.phases.includes(academy.phase);
  return held.role !== 'committeeMember' || step.committee === undefined || held.committee === step.committee;
};

/** Whether a person holds what a step of a route asks for, for this academy. */
export const holdsRouteRole = (person: Person, step: Holder, academy: Place): boolean =>
  step.by === 'person' ? step.person === person.id : person.roles.some((held) => holdsAs(held, step, academy));

/** Proposing takes both: the framework's route naming one of the person's roles, and the trust's table for that role. */
export const mayPropose = (person: Person, route: Pick<Route, 'proposers'>, academy: Place): boolean =>
  may(person, 'proposeCategory', { academy }, route.proposers);

/** Reading a change: by the trust's table, or as the one person whom a step of its route names. */
export const mayReadChange = (person: Person, route: Pick<Route, 'steps'>, academy: Place): boolean =>
  may(person, 'readCategoryChange', { academy }) ||
  route.steps.some((step) => step.by === 'person' && step.person === person.id);

/** Who is told what others are overdue with: the directors of education of an academy, or the CEO where it has none. */
export const leadsAcademy = (people: readonly Person[], person: Person, academy: Place): boolean => {
  if (may(person, 'leadInTurn', { academy })) return true;
  const isCeo = person.roles.some(({ role }) => role === 'ceo');
  return isCeo && !people.some((other) => may(other, 'leadInTurn', { academy }));
};
