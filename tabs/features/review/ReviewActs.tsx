import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewAction, ReviewView } from '../../../shared/schema/reviewViews';
import { keepReview, rereadReview } from '../../api/keeping';
import { useCommand } from '../../api/useCommand';
import { DoneNotice } from '../../components/DoneNotice';
import { useSurfaces } from '../../components/surfaces';
import { BeforeSending } from './BeforeSending';
import { performReviewAct } from './reviewActing';
import { ReviewActDialog } from './ReviewActDialog';
import { buttonWords, doneWords } from './settlingWords';

const isMain = (action: ReviewAction): boolean => action === 'send' || action === 'signOff';

/** What somebody is deciding, on the review as they saw it: what is read meanwhile must not slip under the decision. */
interface Deciding {
  readonly action: ReviewAction;
  readonly seen: ReviewView;
}

/** The acts on a whole review that this person may take now. */
export const ReviewActs = ({ review }: { review: ReviewView }) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const [deciding, setDeciding] = useState<Deciding>();
  const [done, setDone] = useState<string>();
  const command = useCommand(performReviewAct, (view, { action }) => {
    keepReview(client, view);
    setDeciding(undefined);
    setDone(doneWords(action, view));
  });
  const act = async ({ action, seen }: Deciding, text: string): Promise<void> => {
    const { urn, year, period, round } = seen;
    const view = await command.act({ key: { urn, year, period }, round, action, text });
    if (!view) rereadReview(client, review);
  };
  const incomplete = review.missing.length + review.unexplained.length > 0;
  return (
    <>
      {done && <DoneNotice key={done} title={done} />}
      {review.may.includes('send') && <BeforeSending review={review} />}
      {review.may.length > 0 && (
        <div className={surfaces.row}>
          {review.may.map((action) => (
            <Button
              key={action}
              appearance={isMain(action) ? 'primary' : 'secondary'}
              disabledFocusable={action === 'send' && incomplete}
              onClick={() => {
                setDone(undefined);
                setDeciding({ action, seen: review });
              }}
            >
              {buttonWords(action, review)}
            </Button>
          ))}
        </div>
      )}
      {deciding && (
        <ReviewActDialog
          review={deciding.seen}
          action={deciding.action}
          busy={command.busy}
          over={command.problem !== undefined && !review.may.includes(deciding.action)}
          problem={command.problem}
          onConfirm={(text) => void act(deciding, text)}
          onClose={() => {
            command.dismiss();
            setDeciding(undefined);
          }}
        />
      )}
    </>
  );
};
