import type { CategoryChangeState } from '../schema/categoryChange';
import type { Settling } from '../schema/framework';
import type { MatrixRow } from '../schema/matrixViews';

type ReviewStateWords = Record<MatrixRow['review'], string>;

const bySigner = (awaiting: string, queried: string): ReviewStateWords => ({
  notOpened: 'Not opened yet',
  open: 'Being judged',
  awaitingSignOff: awaiting,
  queried,
  signedOff: 'Signed off',
});
const headTeacherSigns = bySigner('Waiting for the head teacher’s sign-off', 'Queried by the head teacher');
const othersSign = bySigner('Waiting for sign-off', 'Queried');
const severalAgree: ReviewStateWords = {
  ...othersSign,
  awaitingSignOff: 'Waiting for agreement',
  signedOff: 'Agreed',
};

const wordsFor = ({ word, by }: Settling): ReviewStateWords => {
  if (word === 'agreement') return severalAgree;
  return by.every((role) => role === 'headTeacher') ? headTeacherSigns : othersSign;
};

/** Where a review stands, in the words of who settles it: the head teacher, where a model does not say. */
export const reviewStateWords = (state: MatrixRow['review'], settling?: Settling): string =>
  (settling ? wordsFor(settling) : headTeacherSigns)[state];

const changeStates = {
  atStep: 'Under way',
  returned: 'Returned to the proposer',
  decided: 'Decided',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
} satisfies Record<CategoryChangeState, string>;

export const changeStateWords = (state: CategoryChangeState): string => changeStates[state];
