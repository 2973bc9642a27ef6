import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { AreaCode } from '../../../shared/schema/ids';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { useSurfaces } from '../../components/surfaces';
import { AreaReading } from './AreaReading';
import type { GroupOfReview } from '../../../shared/domain/reviewAreas';

interface ReviewReadingProps {
  readonly review: ReviewView;
  readonly groups: readonly GroupOfReview[];
  /** The area that a link asked for. */
  readonly shown: AreaCode | undefined;
}

const useStyles = makeStyles({
  area: {
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    scrollMarginTop: tokens.spacingVerticalL,
    '@media print': { breakInside: 'avoid' },
  },
});

/** A whole review on one page, for who reads it before signing it off, or after. */
export const ReviewReading = ({ review, groups, shown }: ReviewReadingProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const target = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    target.current?.scrollIntoView();
    target.current?.focus();
  }, [shown]);
  return groups.map(({ group, entries }) => (
    <section key={group.code} className={surfaces.card}>
      <h2 className={surfaces.title}>{group.name}</h2>
      {entries.map((entry) => {
        const isShown = entry.area.code === shown;
        return (
          <div key={entry.area.code} className={mergeClasses(styles.area, surfaces.tight)}>
            <h3 ref={isShown ? target : undefined} tabIndex={-1} className={surfaces.subtitle}>
              {entry.area.name}
            </h3>
            <AreaReading entry={entry} previousPeriod={review.previousPeriod} />
          </div>
        );
      })}
    </section>
  ));
};
