import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { formatDay, formatInstant, periodLabel, plural } from '../../../shared/domain/words';
import { findArea, levelOf } from '../../../shared/domain/framework';
import type { AskedModel } from '../../../shared/schema/asked';
import type { CategoryChangeView } from '../../../shared/schema/changeViews';
import { CategoryMark } from '../../components/CategoryMark';
import { HistoryLines } from '../../components/HistoryLines';
import { LevelMark } from '../../components/LevelMark';
import { markOfLevel } from '../../../shared/domain/marks';
import { HeldNotice } from '../../components/HeldNotice';
import { PageHeading } from '../../components/PageHeading';
import { whoWords } from '../../../shared/domain/whoWords';
import { PlaceLink } from '../../components/PlaceLink';
import { changeStateWords, reviewStateWords } from '../../../shared/domain/stateWords';
import { useSurfaces } from '../../components/surfaces';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { BesideProposal } from './BesideProposal';
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
      {change.from ? <CategoryMark category={change.from} /> : `No ${change.categoryWord}`}
      <span aria-hidden>→</span>
      <VisuallyHidden>to</VisuallyHidden>
      <CategoryMark category={change.to} />
      <span>from {formatDay(change.effectiveFrom)}</span>
      {change.insteadOf && (
        <span>
          instead of <CategoryMark category={change.insteadOf} />, which was proposed
        </span>
      )}
    </div>
  );
};

interface EvidenceProps {
  readonly change: CategoryChangeView;
  /** What the levels meant when the row was taken. */
  readonly model: AskedModel;
}

const ChangedSince = ({ change: { changedSince }, model }: EvidenceProps) => {
  const surfaces = useSurfaces();
  if (changedSince.length === 0) return <p className={surfaces.quiet}>Nothing in this row has changed since.</p>;
  return (
    <>
      <h3 className={surfaces.subtitle}>Changed since the proposal</h3>
      <ul className={mergeClasses(surfaces.list, surfaces.tight)}>
        {changedSince.map(({ area: code, then, now, as }) => {
          const area = findArea(model, code);
          return (
            <li key={code} className={surfaces.row}>
              <span>{area?.name ?? code}:</span>
              <LevelMark mark={markOfLevel(area && levelOf(model, area, then))} />
              <span>is now</span>
              <LevelMark mark={markOfLevel(as ?? (area && levelOf(model, area, now)))} />
            </li>
          );
        })}
      </ul>
    </>
  );
};

const Evidence = ({ change }: { change: CategoryChangeView }) => {
  const surfaces = useSurfaces();
  const { evidence } = change;
  if (!evidence) return null;
  const { model } = evidence;
  return (
    <Section title="Evidence">
      <p className={surfaces.quiet}>
        {periodLabel(evidence)}, as it stood on {formatInstant(evidence.takenAt)}:{' '}
        {reviewStateWords(evidence.state, model?.judging?.settling).toLowerCase()}
      </p>
      {model ? (
        <>
          <FrozenEvidence framework={model} row={evidence} />
          <ChangedSince change={change} model={model} />
        </>
      ) : (
        <p className={surfaces.text}>The model that this row was judged on is no longer stored.</p>
      )}
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
        title={`${change.academyName}: change of ${change.categoryWord}`}
        about={`${changeStateWords(change.state)} · proposed by ${change.proposedBy.name}, ${formatInstant(change.proposedAt)}`}
        actions={<PlaceLink to="/categories">All {plural(change.categoryWord)}</PlaceLink>}
      />
      <div className={surfaces.stack}>
        <section className={mergeClasses(surfaces.card, surfaces.stack)} aria-label="The change">
          <Move change={change} />
          <Closed change={change} />
          <HeldNotice what={{ change: change.id }} />
          <div className={surfaces.tight}>
            <h2 className={surfaces.subtitle}>Why</h2>
            <p className={surfaces.text}>{change.rationale}</p>
          </div>
          <BesideProposal change={change} />
          <ChangeDecision change={change} />
        </section>
        <Section title={`Route: ${change.routeName}`}>
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
