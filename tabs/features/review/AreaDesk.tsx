import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { areaPath, reviewPath } from '../../app/subPage';
import { PlaceButton } from '../../components/PlaceButton';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { AreaEditor } from './AreaEditor';
import { AreaReading } from './AreaReading';
import type { GroupOfReview } from '../../../shared/domain/reviewAreas';
import { nextToJudge } from './reviewAreas';
import { UnsavedText } from './UnsavedText';
import type { AreaFormInput } from './useAreaForm';

interface AreaDeskProps {
  readonly input: AreaFormInput;
  readonly groups: readonly GroupOfReview[];
  /** Where only one of list and area fits on the screen. */
  readonly alone: boolean;
  /** Somebody chose this area, rather than the page choosing one to begin with. */
  readonly takesFocus: boolean;
}

const useStyles = makeStyles({
  heading: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' } },
});

/** The area that is being worked on. */
export const AreaDesk = ({ input, groups, alone, takesFocus }: AreaDeskProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const { review, entry, saving } = input;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [entry.area.code, takesFocus]);
  const group = groups.find(({ entries }) => entries.includes(entry))?.group;
  const next = nextToJudge(groups, entry.area.code);
  return (
    <div className={surfaces.stack}>
      {alone && (
        <div>
          <PlaceLink to={reviewPath(review, review.urn)}>All areas</PlaceLink>
        </div>
      )}
      <div className={surfaces.tight}>
        <p className={surfaces.quiet}>{group?.name}</p>
        <h2 ref={heading} tabIndex={-1} className={`${surfaces.title} ${styles.heading}`}>
          {entry.area.name}
        </h2>
      </div>
      {entry.view.mayRate ? (
        <AreaEditor {...input} />
      ) : (
        <>
          <UnsavedText entry={entry} saving={saving} />
          <AreaReading entry={entry} previousPeriod={review.previousPeriod} />
        </>
      )}
      {next && (
        <div>
          <PlaceButton to={areaPath(review, review.urn, next.area.code)}>Next to judge: {next.area.name}</PlaceButton>
        </div>
      )}
    </div>
  );
};
