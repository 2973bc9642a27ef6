import type { CategoryChangeState } from '../../shared/schema/categoryChange';
import type { MatrixRow } from '../../shared/schema/matrixViews';

const reviewStates = {
  notOpened: 'Not opened yet',
  open: 'Being judged',
  awaitingSignOff: 'Waiting for the head teacher’s sign-off',
  queried: 'Queried by the head teacher',
  signedOff: 'Signed off',
} satisfies Record<MatrixRow['review'], string>;

export const reviewStateWords = (state: MatrixRow['review']): string => reviewStates[state];

const changeStates = {
  atStep: 'Under way',
  returned: 'Returned to the proposer',
  decided: 'Decided',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
} satisfies Record<CategoryChangeState, string>;

export const changeStateWords = (state: CategoryChangeState): string => changeStates[state];
