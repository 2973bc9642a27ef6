import { signsOff } from '../../../shared/domain/judging';
import { standingWords } from '../../../shared/domain/reviewWords';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { HeldNotice } from '../../components/HeldNotice';
import { LevelTallies } from '../../components/LevelTallies';
import { reviewStateWords } from '../../../shared/domain/stateWords';
import { useSurfaces } from '../../components/surfaces';
import { rowOf, shownFramework } from './reviewAreas';
import { SettlingList } from './SettlingList';
import { turnWords } from './settlingWords';

const Quoted = ({ children }: { children: string }) => {
  const surfaces = useSurfaces();
  return children === '' ? null : <p className={surfaces.text}>“{children}”</p>;
};

/** What follows from where it stands: said to whoever can act, and nowhere on paper. */
const followsWords = (review: ReviewView): string => {
  if (review.state === 'signedOff')
    return ' It is locked: the CEO or the director of education can reopen it with a reason.';
  if (review.state === 'awaitingSignOff') return ` ${turnWords(review)}`;
  return review.state === 'open' ? ' Every area is saved on its own.' : '';
};

const Words = ({ review }: { review: ReviewView }) => {
  const surfaces = useSurfaces();
  const { words, comment } = standingWords(review);
  return (
    <>
      <p className={surfaces.text}>
        {words}
        {followsWords(review)}
      </p>
      <Quoted>{comment}</Quoted>
    </>
  );
};

/** Where a review stands and whose turn it is. */
export const ReviewStanding = ({ review }: { review: ReviewView }) => {
  const surfaces = useSurfaces();
  const settles = review.state === 'awaitingSignOff' || review.state === 'signedOff';
  return (
    <div className={surfaces.tight}>
      <h2 className={surfaces.title}>{reviewStateWords(review.state, review.framework.judging?.settling)}</h2>
      <Words review={review} />
      <HeldNotice what={{ review: { urn: review.urn, year: review.year, period: review.period } }} />
      {settles && !signsOff(review.framework) && <SettlingList settling={review.settling} />}
      {review.state !== 'open' && <LevelTallies framework={shownFramework(review)} row={rowOf(review)} />}
    </div>
  );
};
