import { listWords, roleName } from '../../../shared/domain/words';
import type { RouteStep } from '../../../shared/schema/framework';
import type { RouteStepView } from '../../../shared/schema/changeViews';

const kinds = {
  discuss: 'Discussion',
  approve: 'Approval',
  confirm: 'Confirmation',
} satisfies Record<RouteStep['kind'], string>;

const lowerFirst = (role: string): string =>
  role === role.toUpperCase() ? role : role.charAt(0).toLowerCase() + role.slice(1);

/** 'Approval by the CEO'. */
export const stepWords = ({ kind, by }: RouteStep): string => {
  const role = by === 'boardMember' ? 'Board' : lowerFirst(roleName(by));
  return `${kinds[kind]} ${kind === 'discuss' ? 'with' : 'by'} the ${role}`;
};

/** Who has a step now: 'Cleo Chief'. */
export const waitingWords = ({ waitingFor }: RouteStepView): string =>
  waitingFor.length === 0 ? 'nobody holds this role yet' : listWords(waitingFor.map(({ name }) => name));
