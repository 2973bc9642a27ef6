import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular, DismissRegular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { recordOf } from '../../../shared/domain/judging';
import type { AreaCode, Urn } from '../../../shared/schema/ids';
import type { CellDetail } from '../../../shared/schema/matrixViews';
import type { PeriodRef } from '../../../shared/schema/views';
import { useCell } from '../../api/readCell';
import { areaPath } from '../../app/subPage';
import { useSession } from '../../app/SessionProvider';
import { Loaded } from '../../components/Loaded';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { CellJudgement } from './CellJudgement';
import { LastPeriods } from './LastPeriods';

/** With the charts, which few look at and which are large. */
const Trends = lazy(async () => ({ default: (await import('./Trends')).Trends }));

const useStyles = makeStyles({
  top: {
    display: 'flex',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalS,
  },
  heading: { ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' } },
});

interface CellPanelProps {
  readonly period: PeriodRef;
  readonly urn: Urn;
  readonly area: AreaCode;
  /** Known from the matrix before the detail has come. */
  readonly title: string;
  /** What is said of the whole academy, under the judgement. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

const Criteria = ({ criteria }: { criteria: readonly string[] }) => {
  const surfaces = useSurfaces();
  return (
    <section className={surfaces.tight}>
      <h3 className={surfaces.subtitle}>What this level means</h3>
      <ul className={surfaces.bullets}>
        {criteria.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
};

interface OverTimeProps {
  readonly detail: CellDetail;
  readonly trends: boolean;
  readonly onTrends: (shown: boolean) => void;
}

/** The last four periods at a glance; all of them, and the measures, when they are asked for. */
const OverTime = ({ detail, trends, onTrends }: OverTimeProps) => {
  const surfaces = useSurfaces();
  const id = useId();
  return (
    <section className={surfaces.tight}>
      <h3 className={surfaces.subtitle}>Over time</h3>
      <LastPeriods detail={detail} />
      <div>
        <Button
          size="small"
          icon={trends ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={trends}
          aria-controls={id}
          onClick={() => {
            onTrends(!trends);
          }}
        >
          {trends ? 'Hide the trend' : 'Show the trend'}
        </Button>
      </div>
      <div id={id}>
        {trends && (
          <Suspense fallback={<p className={surfaces.quiet}>Loading the trend …</p>}>
            <Trends detail={detail} />
          </Suspense>
        )}
      </div>
    </section>
  );
};

const Detail = ({ detail, ...overTime }: OverTimeProps) => {
  const surfaces = useSurfaces();
  const { academies } = useSession();
  const mayOpenReview = detail.review !== 'notOpened' && academies.some(({ urn }) => urn === detail.urn);
  return (
    <div className={surfaces.stack}>
      <CellJudgement detail={detail} />
      {detail.criteria.length > 0 && <Criteria criteria={detail.criteria} />}
      {detail.applicable && <OverTime detail={detail} {...overTime} />}
      {mayOpenReview && (
        <PlaceLink to={areaPath(detail, detail.urn, detail.area)}>Open the {recordOf(detail)}</PlaceLink>
      )}
    </div>
  );
};

/** One judgement in full, beside the matrix. */
export const CellPanel = ({ period, urn, area, title, children, onClose }: CellPanelProps) => {
  const surfaces = useSurfaces();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  // Kept while somebody goes from cell to cell.
  const [trends, setTrends] = useState(false);
  useEffect(() => {
    heading.current?.focus();
  }, [urn, area]);
  return (
    <div
      className={surfaces.stack}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div className={styles.top}>
        <h2 ref={heading} tabIndex={-1} className={`${surfaces.title} ${styles.heading}`}>
          {title}
        </h2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close the detail" onClick={onClose} />
      </div>
      <Loaded query={useCell(period, urn, area)} waiting="Loading the judgement">
        {(detail) => <Detail detail={detail} trends={trends} onTrends={setTrends} />}
      </Loaded>
      {children}
    </div>
  );
};
