import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, ChevronRightRegular, WarningRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { isOverdue } from '../../../shared/domain/overdue';
import { count, dayOf, formatInstant, periodLabel } from '../../../shared/domain/words';
import type { Work, WorkItem } from '../../../shared/schema/views';
import { useWork } from '../../api/readWork';
import { matrixPeriodIn } from '../../app/destinations';
import { linkTo } from '../../app/routing';
import { matrixPath, pathFromSubPage, reviewPath } from '../../app/subPage';
import { useSession } from '../../app/SessionProvider';
import { useTeams } from '../../app/TeamsProvider';
import { keptHere } from '../../components/keptDrafts';
import { Loaded } from '../../components/Loaded';
import { PageHeading } from '../../components/PageHeading';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { dateWords } from './dateWords';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    color: 'inherit',
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  text: { minWidth: 0 },
  overdue: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground3 },
  empty: { alignItems: 'center', textAlign: 'center', paddingBlock: tokens.spacingVerticalXXXL },
  calm: { fontSize: '36px', color: tokens.colorNeutralForeground3 },
  list: { maxWidth: '880px' },
});

/** By when it is to be done; what is overdue is said in words and with a sign, not by colour alone. */
const DateLine = ({ item, today }: { item: WorkItem; today: string }) => {
  const styles = useStyles();
  if (item.dueOn === undefined) return null;
  return isOverdue(item, today) ? (
    <div className={styles.overdue}>
      <WarningRegular aria-hidden /> {dateWords(item.dueOn, today)}
    </div>
  ) : (
    <div>{dateWords(item.dueOn, today)}</div>
  );
};

const WorkEntry = ({ item, today }: { item: WorkItem; today: string }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const to = pathFromSubPage(item.subPageId) ?? '/work';
  return (
    <li>
      <a {...linkTo(to)} className={mergeClasses(surfaces.card, styles.item)}>
        <span className={styles.text}>
          <strong>{item.title}</strong>
          <br />
          {item.detail}
          <DateLine item={item} today={today} />
          {item.since && <div className={surfaces.quiet}>Waiting since {formatInstant(item.since)}</div>}
        </span>
        <ChevronRightRegular aria-hidden className={styles.icon} />
      </a>
    </li>
  );
};

/** Where there is nothing to do there is something to read, for whoever may. */
const MatrixLink = () => {
  const surfaces = useSurfaces();
  const session = useSession();
  const period = matrixPeriodIn(session, useTeams().context);
  if (!period || !session.may.includes('seeMatrix')) return null;
  return (
    <p className={surfaces.text}>
      <PlaceLink to={matrixPath(period)}>Academy Risk Assessment Matrix, {periodLabel(period)}</PlaceLink>
    </p>
  );
};

const Nothing = () => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <div className={mergeClasses(surfaces.card, surfaces.stack, styles.empty)}>
      <CheckmarkCircleRegular aria-hidden className={styles.calm} />
      <p className={surfaces.text}>Nothing is waiting for you.</p>
      <p className={surfaces.quiet}>
        What needs your judgement or decision appears here, and in your chat with Assured.
      </p>
      <MatrixLink />
    </div>
  );
};

const overdueWords = (items: readonly WorkItem[], today: string): string => {
  const late = items.filter((item) => isOverdue(item, today)).length;
  return late === 0 ? '' : `, ${late} overdue`;
};

const aboutWork = ({ items, asAt }: Work, trust: string): string =>
  items.length === 0
    ? `${trust} · as at ${formatInstant(asAt)}`
    : `${trust} · ${count(items.length, 'thing')} waiting for you${overdueWords(items, dayOf(asAt))} · as at ${formatInstant(asAt)}`;

/** What was typed in reviews and never reached the trust's records: nobody else can know of it. */
const NotYetSaved = () => {
  const surfaces = useSurfaces();
  const { person, academies } = useSession();
  const [kept] = useState(() => keptHere(person.id));
  const known = kept.flatMap((review) => {
    const academy = academies.find(({ urn }) => urn === review.urn);
    return academy ? [{ review, words: `${academy.name}, ${periodLabel(review)}` }] : [];
  });
  if (known.length === 0) return null;
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>Text not yet saved</h2>
      <p className={surfaces.quiet}>
        You typed it on this device, and it is nowhere else. Open the review: it is saved there, or can be copied where
        the review is locked.
      </p>
      <ul className={surfaces.list} aria-label="Reviews with text not yet saved">
        {known.map(({ review, words }) => (
          <li key={words}>
            <PlaceLink to={reviewPath(review, review.urn)}>{words}</PlaceLink>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What waits for this person, each one click away. */
export const WorkPage = () => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const { trustName } = useSession();
  const query = useWork();
  return (
    <div className={styles.list}>
      <PageHeading title="My work" about={query.data ? aboutWork(query.data, trustName) : trustName} />
      <Loaded query={query} waiting="Loading your work">
        {({ items, asAt }) => (
          <div className={surfaces.stack}>
            <NotYetSaved />
            {items.length === 0 ? (
              <Nothing />
            ) : (
              <ul className={mergeClasses(surfaces.list, surfaces.stack)} aria-label="Waiting for you">
                {items.map((item) => (
                  <WorkEntry key={item.id} item={item} today={dayOf(asAt)} />
                ))}
              </ul>
            )}
          </div>
        )}
      </Loaded>
    </div>
  );
};
