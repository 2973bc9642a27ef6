import { termLabel } from '../../../shared/domain/words';
import type { ReviewAction, ReviewView } from '../../../shared/schema/reviewViews';
import type { ApiProblem } from '../../api/problem';
import { CommentDialog } from '../../components/CommentDialog';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useSurfaces } from '../../components/surfaces';

interface ReviewActDialogProps {
  readonly review: ReviewView;
  readonly action: ReviewAction;
  readonly busy: boolean;
  readonly over: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onConfirm: (text: string) => void;
  readonly onClose: () => void;
}

interface ActWords {
  readonly title: string;
  readonly about: string;
  readonly confirm: string;
  readonly failed: string;
  readonly label: string;
  readonly missing?: string;
}

const headOf = ({ headTeacher }: ReviewView): string => headTeacher?.name ?? 'the head teacher';

const wordsOf = {
  send: (review) => ({
    title: 'Send for sign-off?',
    about: `${headOf(review)} is asked to sign off or query the review. Until then no area can be changed.`,
    confirm: 'Send for sign-off',
    failed: 'The review was not sent.',
    label: '',
  }),
  signOff: (review) => ({
    title: `Sign off the review of the ${termLabel(review)}?`,
    about: `You sign off every judgement on ${review.academyName} as it stands. The review is then locked, and the Board sees its levels.`,
    confirm: 'Sign off',
    failed: 'The review was not signed off.',
    label: 'Comment (optional)',
  }),
  query: () => ({
    title: 'Query this review?',
    about: 'The review goes back to be looked at again. You are asked once more when it is sent again.',
    confirm: 'Send the query',
    failed: 'The query was not sent.',
    label: 'What do you query?',
    missing: 'Say what you query, so that it can be answered.',
  }),
  reopen: (review) => ({
    title: 'Reopen this review?',
    about: `Areas can be judged again, and ${headOf(review)} has to sign off once more. What was signed off stays readable in the history.`,
    confirm: 'Reopen',
    failed: 'The review was not reopened.',
    label: 'Reason',
    missing: 'Say why it is reopened.',
  }),
} satisfies Record<ReviewAction, (review: ReviewView) => ActWords>;

/** What an act did, once the server has answered. */
export const doneWords = (action: ReviewAction, review: ReviewView): string =>
  ({
    send: `Sent to ${headOf(review)} for sign-off.`,
    signOff: 'Signed off. Thank you.',
    query: 'Your query was sent.',
    reopen: 'Reopened. Areas can be judged again.',
  })[action];

/** Says what an act on the whole review does, and asks for the words it needs. */
export const ReviewActDialog = ({ review, action, ...rest }: ReviewActDialogProps) => {
  const surfaces = useSurfaces();
  const words: ActWords = wordsOf[action](review);
  const about = <p className={surfaces.text}>{words.about}</p>;
  if (action === 'send')
    return (
      <ConfirmDialog
        {...rest}
        {...words}
        onConfirm={() => {
          rest.onConfirm('');
        }}
      >
        {about}
      </ConfirmDialog>
    );
  return (
    <CommentDialog {...rest} {...words}>
      {about}
    </CommentDialog>
  );
};
