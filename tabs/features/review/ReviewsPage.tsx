import { makeStyles, mergeClasses, ProgressBar, tokens } from '@fluentui/react-components';
import { useParams } from 'wouter';
import { recordOf } from '../../../shared/domain/judging';
import { capital, formatInstant, periodKindName, periodLabel, plural } from '../../../shared/domain/words';
import type { ReviewList } from '../../../shared/schema/reviewViews';
import type { PeriodRef } from '../../../shared/schema/views';
import { useReviews } from '../../api/listReviews';
import { NotHere } from '../../app/NotHere';
import { goTo } from '../../app/routing';
import { reviewPath, reviewsPath, periodFromPath } from '../../app/subPage';
import { useSession } from '../../app/SessionProvider';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { PlaceLink } from '../../components/PlaceLink';
import { reviewStateWords } from '../../../shared/domain/stateWords';
import { useSurfaces } from '../../components/surfaces';
import { PeriodPicker } from '../../components/PeriodPicker';
import { OpenPeriod } from './OpenPeriod';

type Entry = ReviewList['reviews'][number];

const useStyles = makeStyles({
  page: { maxWidth: '960px' },
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 2fr) minmax(0, 2fr)',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none' },
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  /* A line right under words would read as a link. */
  bar: { marginTop: tokens.spacingVerticalXS },
});

const progressWords = ({ judged, applicable }: Entry): string => `${judged} of ${applicable} areas judged`;

const ReviewEntry = ({ entry, list }: { entry: Entry; list: ReviewList }) => {
  const styles = useStyles();
  const opened = entry.state !== 'notOpened';
  return (
    <li className={styles.entry}>
      <span className={styles.name}>
        {opened ? <PlaceLink to={reviewPath(list, entry.urn)}>{entry.name}</PlaceLink> : entry.name}
      </span>
      <span>{reviewStateWords(entry.state, list.judging?.settling)}</span>
      {opened && (
        <span>
          {progressWords(entry)}
          {/* How far the work is, never how good the academy is: always the one accent colour. */}
          <ProgressBar
            aria-hidden
            className={styles.bar}
            thickness="medium"
            value={entry.judged}
            max={Math.max(1, entry.applicable)}
          />
        </span>
      )}
    </li>
  );
};

const PeriodReviews = ({ period }: { period: PeriodRef }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const { periods, today, framework } = useSession();
  const query = useReviews(period);
  // Until the period's own model is here, the present one has the word for its records.
  const record = recordOf(query.data ?? framework);
  const about = query.data && `as at ${formatInstant(query.data.asAt)}`;
  return (
    <div className={styles.page}>
      <PageHeading
        title={`${capital(plural(record))}, ${periodLabel(period)}`}
        about={about}
        actions={
          <PeriodPicker
            periods={periods}
            today={today}
            shown={period}
            onPick={(picked) => {
              goTo(reviewsPath(picked));
            }}
          />
        }
      />
      <Loaded query={query} waiting={`Loading the ${plural(record)}`}>
        {(list) => (
          <div className={surfaces.stack}>
            <OpenPeriod key={periodLabel(list)} list={list} />
            {list.reviews.length === 0 ? (
              <p className={surfaces.card}>
                There is no {record} of this {periodKindName(period.period)} to show.
              </p>
            ) : (
              <ul className={mergeClasses(surfaces.list, surfaces.card)} aria-label="Academies">
                {list.reviews.map((entry) => (
                  <ReviewEntry key={entry.urn} entry={entry} list={list} />
                ))}
              </ul>
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
};

/** `/reviews/2026-27/autumn`: how far each academy's review is. */
export const ReviewsPage = () => {
  const params = useParams();
  const period = periodFromPath(params['year'], params['period']);
  return period ? <PeriodReviews period={period} /> : <NotHere />;
};
