import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { recordOf } from '../../../shared/domain/judging';
import { capital, periodKindName, periodLabel, phaseName, plural } from '../../../shared/domain/words';
import type { AreaCode } from '../../../shared/schema/ids';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { reviewsPath } from '../../app/subPage';
import { useSession } from '../../app/SessionProvider';
import { HistoryLines } from '../../components/HistoryLines';
import { roomy, useMediaQuery } from '../../components/mediaQuery';
import { PageHeading } from '../../components/PageHeading';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { AreaDesk } from './AreaDesk';
import { AreaList } from './AreaList';
import { createDraftStore, deviceStore } from './draftStore';
import { groupsOf, nextToJudge, progressOf } from './reviewAreas';
import { ReviewActs } from './ReviewActs';
import { ReviewReading } from './ReviewReading';
import { ReviewStanding } from './ReviewStanding';

interface ReviewDeskProps {
  readonly review: ReviewView;
  readonly area: AreaCode | undefined;
}

const useStyles = makeStyles({
  page: { maxWidth: '1240px' },
  desk: {
    display: 'grid',
    gridTemplateColumns: 'minmax(240px, 300px) minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

/** The list of areas and the one being worked on; on a small screen one or the other. */
const Desk = ({ review, area }: ReviewDeskProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const both = useMediaQuery(roomy);
  const { person } = useSession();
  const [drafts] = useState(() => createDraftStore(deviceStore(), person.id, review));
  const [, setChanges] = useState(0);
  const groups = groupsOf(review);
  const entries = groups.flatMap((group) => group.entries);
  // Chosen once: saving it must not carry the eye on to another area.
  const [first] = useState(() => (nextToJudge(groups, '') ?? entries[0])?.area.code);
  const entry = entries.find((e) => e.area.code === (area ?? (both ? first : undefined)));
  const onDraft = useCallback((): void => {
    setChanges((n) => n + 1);
  }, []);
  return (
    <div className={styles.desk}>
      {(both || !entry) && (
        <div className={surfaces.card}>
          <AreaList
            review={review}
            groups={groups}
            shown={entry?.area.code}
            isUnsaved={(code) => drafts.read(code) !== undefined}
          />
        </div>
      )}
      {entry && (
        <div className={surfaces.card}>
          <AreaDesk
            key={entry.area.code}
            input={{ review, entry, drafts, onDraft }}
            groups={groups}
            alone={!both}
            takesFocus={area !== undefined}
          />
        </div>
      )}
    </div>
  );
};

const History = ({ review }: { review: ReviewView }) => (
  <Accordion collapsible>
    <AccordionItem value="history">
      <AccordionHeader as="h2">History</AccordionHeader>
      <AccordionPanel>
        <HistoryLines lines={review.history} />
      </AccordionPanel>
    </AccordionItem>
  </Accordion>
);

/** One academy's review of one period. */
export const ReviewDesk = ({ review, area }: ReviewDeskProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const judging = review.areas.some(({ mayRate }) => mayRate);
  const record = recordOf(review.framework);
  return (
    <div className={styles.page}>
      <PageHeading
        title={`${review.academyName}, ${periodLabel(review)}`}
        about={`${capital(record)} · ${phaseName(review.phase)} · ${progressOf(review)}`}
        actions={
          <PlaceLink to={reviewsPath(review)}>
            All {plural(record)} of this {periodKindName(review.period)}
          </PlaceLink>
        }
      />
      <div className={surfaces.stack}>
        <section className={mergeClasses(surfaces.card, surfaces.stack)} aria-label={`Where this ${record} stands`}>
          <ReviewStanding review={review} />
          <ReviewActs review={review} />
        </section>
        {judging ? (
          <Desk review={review} area={area} />
        ) : (
          <ReviewReading review={review} groups={groupsOf(review)} shown={area} />
        )}
        <section className={surfaces.card}>
          <History review={review} />
        </section>
      </div>
    </div>
  );
};
