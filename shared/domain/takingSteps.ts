import type { CategoryChange } from '../schema/categoryChange';
import type { ChangeAction } from '../schema/changeViews';
import type { Academy, Person } from '../schema/people';
import type { RouteStep } from '../schema/route';
import { currentStep, mayDecide } from './categoryChange';
import { holdsRouteRole } from './policy';

/** What each kind of step can be answered with. */
const answers = {
  discuss: ['agree', 'comment'],
  represent: ['represent', 'noRepresentations'],
  approve: ['approve', 'return', 'reject'],
  confirm: ['confirm', 'return', 'reject'],
} satisfies Record<RouteStep['kind'], ChangeAction[]>;

const decides = ({ kind }: RouteStep): boolean => kind === 'approve' || kind === 'confirm';

/** Whether a person may take the step that a change is at: it is theirs, and not a decision on their own proposal. */
export const mayTake = (change: CategoryChange, person: Person, academy: Academy): boolean => {
  const step = currentStep(change);
  if (!step || !holdsRouteRole(person, step, academy)) return false;
  return !decides(step) || mayDecide(change, person.id);
};

const ofProposer = (change: CategoryChange, person: Person): ChangeAction[] => {
  if (change.proposedBy !== person.id) return [];
  if (change.state === 'returned') return ['resubmit', 'withdraw'];
  return change.state === 'atStep' ? ['withdraw'] : [];
};

/** What a person may do with a change as it stands. */
export const changeActions = (change: CategoryChange, person: Person, academy: Academy): ChangeAction[] => {
  const step = currentStep(change);
  return [...(step && mayTake(change, person, academy) ? answers[step.kind] : []), ...ofProposer(change, person)];
};
