import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatDay, formatInstant, termLabel } from '../../../shared/domain/words';
import { findArea, levelOf } from '../../../shared/domain/framework';
import type { CategoryChangeView } from '../../../shared/schema/changeViews';
import { CategoryMark } from '../../components/CategoryMark';
import { HistoryLines } from '../../components/HistoryLines';
import { LevelMark } from '../../components/LevelMark';
import { markOfLevel } from '../../components/marks';
import { PageHeading } from '../../components/PageHeading';
import { whoWords } from '../../components/whoWords';
import { PlaceLink } from '../../components/PlaceLink';
import { changeStateWords, reviewStateWords } from '../../components/stateWords';
import { useSurfaces } from '../../components/surfaces';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { ChangeDecision } from './ChangeDecision';
import { FrozenEvidence } from './FrozenEvidence';
import { RouteLine } from './RouteLine';
import { SupportChange } from './SupportChange';

const useStyles = makeStyles({
  page: { maxWidth: '960px' },
  move: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

const Section = ({ title, children }: { title: string; children: ReactNode }) => {
  const surfaces = useSurfaces();
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>{title}</h2>
      {children}
    </section>
  );
};

const Move = ({ change }: { change: CategoryChangeView }) => {
  const styles = useStyles();
  return (
    <div className={styles.move}>
      {change.from ? <CategoryMark category={change.from} /> : 'No category'}
      <span aria-hidden>→</span>
      <VisuallyHidden>to</VisuallyHidden>
      <CategoryMark category={change.to} />
      <span>from {formatDay(change.effectiveFrom)}</span>
    </div>
  );
};

const ChangedSince = ({ change }: { change: CategoryChangeView }) => {
  const surfaces = useSurfaces();
  const { framework, changedSince } = change;
  if (changedSince.length === 0) return <p className={surfaces.quiet}>Nothing in this row has changed since.</p>;
  return (
    <>
      <h3 className={surfaces.subtitle}>Changed since the proposal</h3>
      <ul className={mergeClasses(surfaces.list, surfaces.tight)}>
        {changedSince.map(({ area: code, then, now }) => {
          const area = findArea(framework, code);
          return (
            <li key={code} className={surfaces.row}>
              <span>{area?.name ?? code}:</span>
              <LevelMark mark={markOfLevel(area && levelOf(framework, area, then))} />
              <span>is now</span>
              <LevelMark mark={markOfLevel(area && levelOf(framework, area, now))} />
            </li>
          );
        })}
      </ul>
    </>
  );
};

const Evidence = ({ change }: { change: CategoryChangeView }) => {
  const surfaces = useSurfaces();
  const { evidence, framework } = change;
  if (!evidence) return null;
  return (
    <Section title="Evidence">
      <p className={surfaces.quiet}>
        The {termLabel(evidence)} as it stood on {formatInstant(evidence.takenAt)}:{' '}
        {reviewStateWords(evidence.state).toLowerCase()}
      </p>
      <FrozenEvidence framework={framework} row={evidence} />
      <ChangedSince change={change} />
    </Section>
  );
};

const Closed = ({ change }: { change: CategoryChangeView }) => {
  const surfaces = useSurfaces();
  const { closed, returned } = change;
  const last = closed ?? (returned && { ...returned, text: 'Returned', at: undefined });
  if (!last) return null;
  return (
    <p className={surfaces.text}>
      {last.text} by {whoWords(last.by)}
      {last.at && `, ${formatInstant(last.at)}`}
      {last.comment ? `: “${last.comment}”` : '.'}
    </p>
  );
};

/** A proposal to move an academy to another category: what, why, on what evidence, whose turn it is. */
export const ChangeView = ({ change }: { change: CategoryChangeView }) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <div className={styles.page}>
      <PageHeading
        title={`${change.academyName}: change of category`}
        about={`${changeStateWords(change.state)} · proposed by ${change.proposedBy.name}, ${formatInstant(change.proposedAt)}`}
        actions={<PlaceLink to="/categories">All categories</PlaceLink>}
      />
      <div className={surfaces.stack}>
        <section className={mergeClasses(surfaces.card, surfaces.stack)} aria-label="The change">
          <Move change={change} />
          <Closed change={change} />
          <div className={surfaces.tight}>
            <h2 className={surfaces.subtitle}>Why</h2>
            <p className={surfaces.text}>{change.rationale}</p>
          </div>
          <ChangeDecision change={change} />
        </section>
        <Section title="Route">
          <RouteLine steps={change.steps} />
        </Section>
        <Evidence change={change} />
        <Section title="Support">
          <SupportChange support={change.support} />
        </Section>
        <Section title="History">
          <HistoryLines lines={change.history} />
        </Section>
      </div>
    </div>
  );
};
