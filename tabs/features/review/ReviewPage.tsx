import { useParams } from 'react-router';
import { AreaCode, Urn } from '../../../shared/schema/ids';
import type { ReviewKey } from '../../../shared/schema/review';
import { useReview } from '../../api/reading';
import { NotHere } from '../../app/NotHere';
import { termFromPath } from '../../app/subPage';
import { Loaded } from '../../components/Loaded';
import { ReviewDesk } from './ReviewDesk';

const Review = ({ reviewKey, area }: { reviewKey: ReviewKey; area: AreaCode | undefined }) => (
  <Loaded query={useReview(reviewKey)} waiting="Loading the review">
    {(review) => <ReviewDesk key={`${review.urn}|${review.year}|${review.term}`} review={review} area={area} />}
  </Loaded>
);

/** `/reviews/2026-27/autumn/100001`, with `/attendance` behind it one area. */
export const ReviewPage = () => {
  const params = useParams();
  const term = termFromPath(params['year'], params['term']);
  const urn = Urn.safeParse(params['urn']);
  if (!term || !urn.success) return <NotHere />;
  return <Review reviewKey={{ urn: urn.data, ...term }} area={AreaCode.safeParse(params['area']).data} />;
};
