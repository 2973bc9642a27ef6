import { listWords } from '../../../shared/domain/words';
import type { RouteStepView } from '../../../shared/schema/changeViews';
import type { Occasion, RouteStep } from '../../../shared/schema/route';

const kinds = {
  discuss: 'Discussion with',
  represent: 'Representations by',
  approve: 'Approval by',
  confirm: 'Confirmation by',
} satisfies Record<RouteStep['kind'], string>;

/** 'Approval by the CEO', 'Discussion with the head teacher, who must agree'. */
export const stepWords = ({ kind, holder, mustAgree }: Pick<RouteStepView, 'kind' | 'holder' | 'mustAgree'>): string =>
  `${kinds[kind]} ${holder}${mustAgree ? ', who must agree' : ''}`;

/** Who has a step now: 'Cleo Chief'. */
export const waitingWords = ({ waitingFor }: RouteStepView): string =>
  waitingFor.length === 0 ? 'nobody holds this role yet' : listWords(waitingFor.map(({ name }) => name));

/** When a route is used. */
export const occasionWords = {
  yearStart: 'At the start of the year, within the autumn term',
  yearEnd: 'At the end of the year, from 1 September',
  inYear: 'At any time in the year',
  exceptional: 'In an exceptional case, at any time',
} satisfies Record<Occasion, string>;
