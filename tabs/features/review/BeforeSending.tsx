import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { count } from '../../../shared/domain/words';
import type { AreaCode } from '../../../shared/schema/ids';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { areaPath } from '../../app/subPage';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';

/** More than that stand in the list of areas below. */
const mostNamed = 5;

/* Else the space at the end of a line belongs to its link, and is underlined. */
const useStyles = makeStyles({ links: { whiteSpace: 'normal' } });

const AreaLinks = ({ review, areas }: { review: ReviewView; areas: readonly AreaCode[] }) => {
  const nameOf = (code: AreaCode): string => review.framework.areas.find((area) => area.code === code)?.name ?? code;
  const named = areas.slice(0, mostNamed);
  return (
    <>
      {named.map((code, at) => (
        <span key={code}>
          {at > 0 && ', '}
          <PlaceLink to={areaPath(review, review.urn, code)}>{nameOf(code)}</PlaceLink>
        </span>
      ))}
      {areas.length > named.length && ` and ${areas.length - named.length} more`}
    </>
  );
};

/** What is missing before a review can be sent, each a link to the place where it is done. */
export const BeforeSending = ({ review }: { review: ReviewView }) => {
  const surfaces = useSurfaces();
  const links = mergeClasses(surfaces.text, useStyles().links);
  const { missing, unexplained } = review;
  if (missing.length + unexplained.length === 0) return null;
  return (
    <div className={surfaces.tight}>
      {missing.length > 0 && (
        <p className={links}>
          Still to be judged ({count(missing.length, 'area')}): <AreaLinks review={review} areas={missing} />.
        </p>
      )}
      {unexplained.length > 0 && (
        <p className={links}>
          Judged otherwise than the measures suggest, and without a reason:{' '}
          <AreaLinks review={review} areas={unexplained} />.
        </p>
      )}
    </div>
  );
};
