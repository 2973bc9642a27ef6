import { recordOf, signsOff } from '../../../shared/domain/judging';
import { formatInstant, periodWithArticle } from '../../../shared/domain/words';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { HeldNotice } from '../../components/HeldNotice';
import { LevelTallies } from '../../components/LevelTallies';
import { whoWords } from '../../components/whoWords';
import { reviewStateWords } from '../../../shared/domain/stateWords';
import { useSurfaces } from '../../components/surfaces';
import { progressOf, rowOf, shownFramework } from './reviewAreas';
import { SettlingList } from './SettlingList';
import { turnWords } from './settlingWords';

const Quoted = ({ children }: { children: string }) => {
  const surfaces = useSurfaces();
  return children === '' ? null : <p className={surfaces.text}>“{children}”</p>;
};

const Words = ({ review }: { review: ReviewView }) => {
  const surfaces = useSurfaces();
  const { state, sent, query, signedOff, framework } = review;
  if (state === 'signedOff' && signedOff)
    return (
      <>
        <p className={surfaces.text}>
          {signsOff(framework)
            ? `${whoWords(signedOff.by)}, signed off this ${recordOf(framework)} on ${formatInstant(signedOff.at)}.`
            : `Everybody who must has agreed this ${recordOf(framework)}, the last on ${formatInstant(signedOff.at)}.`}{' '}
          It is locked: the CEO or the director of education can reopen it with a reason.
        </p>
        <Quoted>{signedOff.comment}</Quoted>
      </>
    );
  if (state === 'awaitingSignOff' && sent)
    return (
      <p className={surfaces.text}>
        {whoWords(sent.by)}, sent it on {formatInstant(sent.at)}. {turnWords(review)}
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
      {progressOf(review)} for {periodWithArticle(review.period)}. Every area is saved on its own.
    </p>
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
