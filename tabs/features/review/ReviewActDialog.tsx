import type { ReviewAction, ReviewView } from '../../../shared/schema/reviewViews';
import type { ApiProblem } from '../../api/problem';
import { useSession } from '../../app/SessionProvider';
import { CommentDialog } from '../../components/CommentDialog';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useSurfaces } from '../../components/surfaces';
import { actWords } from './settlingWords';

interface ReviewActDialogProps {
  readonly review: ReviewView;
  readonly action: ReviewAction;
  readonly busy: boolean;
  readonly over: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onConfirm: (text: string) => void;
  readonly onClose: () => void;
}

/** Says what an act on the whole review does, and asks for the words it needs. */
export const ReviewActDialog = ({ review, action, ...rest }: ReviewActDialogProps) => {
  const surfaces = useSurfaces();
  const { person } = useSession();
  const words = actWords(action, review, person.id);
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
