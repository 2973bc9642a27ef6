import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { recordOf } from '../../../shared/domain/judging';
import { capital, periodKindName, periodLabel, phaseName, plural } from '../../../shared/domain/words';
import type { AreaCode } from '../../../shared/schema/ids';
import type { ReviewView } from '../../../shared/schema/reviewViews';
import { useApi } from '../../api/ApiProvider';
import { exportReview } from '../../api/exportReview';
import { reviewsPath } from '../../app/subPage';
import { HistoryLines } from '../../components/HistoryLines';
import { roomy, useMediaQuery } from '../../components/mediaQuery';
import { PageHeading } from '../../components/PageHeading';
import { PlaceLink } from '../../components/PlaceLink';
import { PrintedLine } from '../../components/PrintedLine';
import { usePrinting } from '../../components/printing';
import { useSurfaces } from '../../components/surfaces';
import { AreaDesk } from './AreaDesk';
import { AreaList } from './AreaList';
import { groupsOf, progressOf } from '../../../shared/domain/reviewAreas';
import { nextToJudge } from './reviewAreas';
import { ReviewActs } from './ReviewActs';
import { ReviewReading } from './ReviewReading';
import { ReviewStanding } from './ReviewStanding';
import { useReviewSaving } from './useReviewSaving';

const DownloadMenu = lazy(async () => ({ default: (await import('../../components/DownloadMenu')).DownloadMenu }));

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
  const saving = useReviewSaving(review);
  const groups = groupsOf(review);
  const entries = groups.flatMap((group) => group.entries);
  // Chosen once: saving it must not carry the eye on to another area.
  const [first] = useState(() => (nextToJudge(groups, '') ?? entries[0])?.area.code);
  const entry = entries.find((e) => e.area.code === (area ?? (both ? first : undefined)));
  return (
    <div className={styles.desk}>
      {(both || !entry) && (
        <div className={surfaces.card}>
          <AreaList review={review} groups={groups} shown={entry?.area.code} isUnsaved={saving.isUnsaved} />
        </div>
      )}
      {entry && (
        <div className={surfaces.card}>
          <AreaDesk
            key={entry.area.code}
            input={{ review, entry, saving }}
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

/** What there is to be pressed stays on the screen; on paper the review is read from top to bottom. */
const OnPaper = ({ review, reading }: { review: ReviewView; reading: boolean }) => {
  const surfaces = useSurfaces();
  return (
    <>
      {reading && <ReviewReading review={review} groups={groupsOf(review)} shown={undefined} />}
      <section className={surfaces.card}>
        <h2 className={surfaces.title}>History</h2>
        <HistoryLines lines={review.history} />
      </section>
      <PrintedLine />
    </>
  );
};

const Actions = ({ review }: { review: ReviewView }) => {
  const api = useApi();
  return (
    <>
      <PlaceLink to={reviewsPath(review)}>
        All {plural(recordOf(review.framework))} of this {periodKindName(review.period)}
      </PlaceLink>
      <Suspense>
        <DownloadMenu
          what={`this ${recordOf(review.framework)}`}
          take={(format) => exportReview(api, review, format)}
        />
      </Suspense>
    </>
  );
};

/** One academy's review of one period. */
export const ReviewDesk = ({ review, area }: ReviewDeskProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const judging = review.areas.some(({ mayRate }) => mayRate);
  const record = recordOf(review.framework);
  const printing = usePrinting();
  return (
    <div className={styles.page}>
      <PageHeading
        title={`${review.academyName}, ${periodLabel(review)}`}
        about={`${capital(record)} · ${phaseName(review.phase)} · ${progressOf(review)}`}
        actions={<Actions review={review} />}
      />
      <div className={surfaces.stack}>
        <section className={mergeClasses(surfaces.card, surfaces.stack)} aria-label={`Where this ${record} stands`}>
          <ReviewStanding review={review} />
          <div data-screen-only className={surfaces.stack}>
            <ReviewActs review={review} />
          </div>
        </section>
        {judging ? (
          <div data-screen-only>
            <Desk review={review} area={area} />
          </div>
        ) : (
          <ReviewReading review={review} groups={groupsOf(review)} shown={area} />
        )}
        <section data-screen-only className={surfaces.card}>
          <History review={review} />
        </section>
        {printing && <OnPaper review={review} reading={judging} />}
      </div>
    </div>
  );
};
