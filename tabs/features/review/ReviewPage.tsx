import { useParams } from 'wouter';
import { recordOf } from '../../../shared/domain/judging';
import { AreaCode, Urn } from '../../../shared/schema/ids';
import type { ReviewKey } from '../../../shared/schema/review';
import { useReview } from '../../api/readReview';
import { NotHere } from '../../app/NotHere';
import { useSession } from '../../app/SessionProvider';
import { periodFromPath } from '../../app/subPage';
import { Loaded } from '../../components/Loaded';
import { ReviewDesk } from './ReviewDesk';

const Review = ({ reviewKey, area }: { reviewKey: ReviewKey; area: AreaCode | undefined }) => {
  const { framework } = useSession();
  return (
    <Loaded query={useReview(reviewKey)} waiting={`Loading the ${recordOf(framework)}`}>
      {(review) => <ReviewDesk key={`${review.urn}|${review.year}|${review.period}`} review={review} area={area} />}
    </Loaded>
  );
};

/** `/reviews/2026-27/autumn/100001`, with `/attendance` behind it one area. */
export const ReviewPage = () => {
  const params = useParams();
  const period = periodFromPath(params['year'], params['period']);
  const urn = Urn.safeParse(params['urn']);
  if (!period || !urn.success) return <NotHere />;
  return <Review reviewKey={{ urn: urn.data, ...period }} area={AreaCode.safeParse(params['area']).data} />;
};
