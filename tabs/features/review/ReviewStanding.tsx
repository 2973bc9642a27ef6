import { formatInstant, termName } from '../../../shared/domain/words';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { LevelTallies } from '../../components/LevelTallies';
import { whoWords } from '../../components/whoWords';
import { reviewStateWords } from '../../components/stateWords';
import { useSurfaces } from '../../components/surfaces';
import { progressOf, rowOf, shownFramework } from './reviewAreas';

const Quoted = ({ children }: { children: string }) => {
  const surfaces = useSurfaces();
  return children === '' ? null : <p className={surfaces.text}>“{children}”</p>;
};

const Words = ({ review }: { review: ReviewView }) => {
  const surfaces = useSurfaces();
  const { state, sent, query, signedOff, headTeacher } = review;
  if (state === 'signedOff' && signedOff)
    return (
      <>
        <p className={surfaces.text}>
          {whoWords(signedOff.by)}, signed off this review on {formatInstant(signedOff.at)}. It is locked: the CEO or
          the director of education can reopen it with a reason.
        </p>
        <Quoted>{signedOff.comment}</Quoted>
      </>
    );
  if (state === 'awaitingSignOff' && sent)
    return (
      <p className={surfaces.text}>
        {whoWords(sent.by)}, sent it on {formatInstant(sent.at)}.{' '}
        {headTeacher
          ? `${headTeacher.name} signs it off or queries it.`
          : 'No head teacher is set up for this academy yet.'}
      </p>
    );
  if (state === 'queried' && query)
    return (
      <>
        <p className={surfaces.text}>
          {whoWords(query.by)}, queried it on {formatInstant(query.at)}:
        </p>
        <Quoted>{query.comment}</Quoted>
      </>
    );
  return (
    <p className={surfaces.text}>
      {progressOf(review)} for the {termName(review.term).toLowerCase()}. Every area is saved on its own.
    </p>
  );
};

/** Where a review stands and whose turn it is. */
export const ReviewStanding = ({ review }: { review: ReviewView }) => {
  const surfaces = useSurfaces();
  return (
    <div className={surfaces.tight}>
      <h2 className={surfaces.title}>{reviewStateWords(review.state)}</h2>
      <Words review={review} />
      {review.state !== 'open' && <LevelTallies framework={shownFramework(review)} row={rowOf(review)} />}
    </div>
  );
};
