import { formatDay } from '../../../shared/domain/words';
import type { CategoryChangeView, ChangeAction, RouteStepView } from '../../../shared/schema/changeViews';
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

const currentOf = ({ steps }: CategoryChangeView): RouteStepView | undefined =>
  steps.find(({ status }) => status === 'current');

/** ' for the Board': whom a confirmation speaks for; nothing where one person confirms in their own name. */
const bodyWords = (change: CategoryChangeView): string => {
  const step = currentOf(change);
  return step?.by === 'boardMember' || step?.by === 'committeeMember' ? ` for ${step.holder}` : '';
};

/** The board member, the committee's member or the person: on whose behalf, as a sentence begins. */
const confirming = (change: CategoryChangeView): string => {
  const body = bodyWords(change);
  return body ? `You confirm${body} that` : 'You confirm that';
};

const disagreement = (change: CategoryChangeView): DecisionWords => ({
  button: 'Do not agree',
  title: 'Do not agree to this change?',
  about: `The change goes back to ${change.proposedBy.name}, who can propose it again or withdraw it.`,
  label: 'Why do you not agree?',
  missing: 'Say why you do not agree.',
  failed: 'Your answer was not recorded.',
  done: 'Returned to the proposer.',
});

const remark = (change: CategoryChangeView): DecisionWords => ({
  button: 'Comment',
  title: 'Comment on this change',
  about: `Your comment goes with the proposal. It does not stop it. ${nextWords(change)}`,
  label: 'Comment',
  missing: 'Write your comment.',
  failed: 'Your comment was not recorded.',
  done: 'Your comment is recorded.',
});

const wordsOf: Record<ChangeAction, (change: CategoryChangeView) => DecisionWords> = {
  agree: (change) => ({
    button: 'Agree',
    title: 'Agree to this change?',
    about: `You agree that ${moveWords(change)}. ${nextWords(change)}`,
    label: optional,
    failed: 'Your agreement was not recorded.',
    done: 'Your agreement is recorded.',
  }),
  comment: (change) => (currentOf(change)?.mustAgree ? disagreement(change) : remark(change)),
  represent: (change) => ({
    button: 'Make representations',
    title: 'Make representations on this change',
    about: `They are heard before anybody decides. ${nextWords(change)}`,
    label: 'The academy’s representations',
    missing: 'Write the representations.',
    failed: 'The representations were not recorded.',
    done: 'The representations are recorded.',
  }),
  noRepresentations: (change) => ({
    button: 'No representations',
    title: 'Make no representations?',
    about: `You say that the academy makes none. ${nextWords(change)}`,
    label: optional,
    failed: 'Your answer was not recorded.',
    done: 'Recorded: no representations.',
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
    button: `Confirm${bodyWords(change)}`,
    title: `Confirm this change${bodyWords(change)}?`,
    about:
      change.mayConfirm.length > 0
        ? `${confirming(change)} ${change.academyName} moves from ${formatDay(change.effectiveFrom)}. ${nextWords(change)}`
        : `${confirming(change)} ${moveWords(change)}. ${nextWords(change)}`,
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
    about: `${change.academyName} stays ${change.from ? `in ${change.from.name}` : `without a ${change.categoryWord}`}. The proposal is closed.`,
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

/** 'Date of the Board’s meeting', 'Date of the Learning Committee’s meeting'. */
export const meetingLabel = (change: CategoryChangeView): string => {
  const step = currentOf(change);
  return bodyWords(change) && step ? `Date of ${step.holder}’s meeting` : 'Date of the meeting';
};
