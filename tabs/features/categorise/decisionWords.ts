import { formatDay } from '../../../shared/domain/words';
import type { CategoryChangeView, ChangeAction } from '../../../shared/schema/changeViews';
import { stepWords } from './routeWords';

export interface DecisionWords {
  readonly button: string;
  readonly title: string;
  /** What happens then. */
  readonly about: string;
  readonly label: string;
  /** Makes the comment required. */
  readonly missing?: string;
  readonly failed: string;
  readonly done: string;
}

const optional = 'Comment (optional)';

const moveWords = ({ academyName, to, effectiveFrom }: CategoryChangeView): string =>
  `${academyName} moves to ${to.name} from ${formatDay(effectiveFrom)}`;

/** What follows the present step. */
const nextWords = (change: CategoryChangeView): string => {
  const next = change.steps.find((_step, at) => at > (change.step ?? 0));
  return next ? `Next: ${stepWords(next)}.` : 'This is the last step: the change is then decided.';
};

const wordsOf: Record<ChangeAction, (change: CategoryChangeView) => DecisionWords> = {
  agree: (change) => ({
    button: 'Agree',
    title: 'Agree to this change?',
    about: `You agree that ${moveWords(change)}. ${nextWords(change)}`,
    label: optional,
    failed: 'Your agreement was not recorded.',
    done: 'Your agreement is recorded.',
  }),
  comment: (change) => ({
    button: 'Comment',
    title: 'Comment on this change',
    about: `Your comment goes with the proposal. It does not stop it. ${nextWords(change)}`,
    label: 'Comment',
    missing: 'Write your comment.',
    failed: 'Your comment was not recorded.',
    done: 'Your comment is recorded.',
  }),
  approve: (change) => ({
    button: 'Approve',
    title: 'Approve this change?',
    about: `You approve that ${moveWords(change)}. ${nextWords(change)}`,
    label: optional,
    failed: 'The change was not approved.',
    done: 'Approved.',
  }),
  confirm: (change) => ({
    button: 'Confirm for the Board',
    title: 'Confirm this change for the Board?',
    about: `You confirm on the Board’s behalf that ${moveWords(change)}. ${nextWords(change)}`,
    label: optional,
    failed: 'The change was not confirmed.',
    done: 'Confirmed.',
  }),
  return: (change) => ({
    button: 'Return',
    title: 'Return this change?',
    about: `It goes back to ${change.proposedBy.name}, who can propose it again or withdraw it.`,
    label: 'What should be looked at again?',
    missing: 'Say what should be looked at again.',
    failed: 'The change was not returned.',
    done: 'Returned to the proposer.',
  }),
  reject: (change) => ({
    button: 'Reject',
    title: 'Reject this change?',
    about: `${change.academyName} stays ${change.from ? `in ${change.from.name}` : 'without a category'}. The proposal is closed.`,
    label: 'Why is it rejected?',
    missing: 'Say why it is rejected.',
    failed: 'The change was not rejected.',
    done: 'Rejected.',
  }),
  resubmit: () => ({
    button: 'Propose again',
    title: 'Propose this change again',
    about: 'The proposal starts again at the first step of its route.',
    label: 'Rationale',
    missing: 'Give the rationale.',
    failed: 'The change was not proposed again.',
    done: 'Proposed again.',
  }),
  withdraw: () => ({
    button: 'Withdraw',
    title: 'Withdraw this change?',
    about: 'The proposal is closed, and nothing changes.',
    label: 'Reason',
    missing: 'Say why it is withdrawn.',
    failed: 'The change was not withdrawn.',
    done: 'Withdrawn.',
  }),
};

/** The words of an act on a change, for its button, its dialog and its outcome. */
export const decisionWords = (action: ChangeAction, change: CategoryChangeView): DecisionWords =>
  wordsOf[action](change);
