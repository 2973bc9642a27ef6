import { ToggleButton } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { markOn } from '../../../shared/domain/marks';
import { listWords, periodLabel } from '../../../shared/domain/words';
import type { Scale } from '../../../shared/schema/framework';
import type { CellDetail } from '../../../shared/schema/matrixViews';
import type { MeasureTrend } from '../../../shared/schema/measureViews';
import { useMeasures } from '../../api/readMeasures';
import { levelTrend, measureLine, otherVersions, type Trend } from '../../components/charts/trend';
import { TrendChart } from '../../components/charts/TrendChart';
import css from '../../components/charts/TrendChart.module.css';
import { LevelMark } from '../../components/LevelMark';
import { Loaded } from '../../components/Loaded';
import { useSurfaces } from '../../components/surfaces';
import { LevelTable, MeasureTable } from './TrendTables';

interface OneTrendProps {
  readonly name: string;
  readonly trend: Trend;
  readonly asTable: boolean;
  readonly table: ReactNode;
  readonly children?: ReactNode;
}

/** The chart, or the table in its place; whoever listens has the table beside the chart. */
const OneTrend = ({ name, trend, asTable, table, children }: OneTrendProps) => {
  const surfaces = useSurfaces();
  const drawn = trend.points.length > 1;
  return (
    <section className={surfaces.tight} aria-label={`${name} over time`}>
      <h4 className={surfaces.subtitle}>{name}</h4>
      {drawn && !asTable && <TrendChart name={name} trend={trend} />}
      {!drawn && !asTable && <p className={surfaces.quiet}>There is no line to draw yet: that takes two periods.</p>}
      <div className={asTable ? undefined : css.unseen}>{table}</div>
      {children}
    </section>
  );
};

const LevelOverTime = ({ detail, asTable }: { detail: CellDetail; asTable: boolean }) => {
  const surfaces = useSurfaces();
  const others = otherVersions(detail.history);
  return (
    <OneTrend
      name="Level"
      trend={levelTrend(detail.history, detail.scale)}
      asTable={asTable}
      table={<LevelTable detail={detail} />}
    >
      {others.length > 0 && (
        <p className={surfaces.quiet}>
          Judged on another version of the model, and so not on this line: {listWords(others.map(periodLabel))}.
        </p>
      )}
    </OneTrend>
  );
};

const Bands = ({ trend, scale }: { trend: MeasureTrend; scale: Scale }) => {
  const surfaces = useSurfaces();
  return (
    <ul className={surfaces.list} aria-label={`What counts as which level of ${trend.name}`}>
      {trend.bands.map(({ level, words }) => (
        <li key={`${level}${words}`} className={surfaces.quiet}>
          <LevelMark mark={markOn(scale, level)} />: {words}
        </li>
      ))}
    </ul>
  );
};

const MeasuresOverTime = ({ detail, asTable }: { detail: CellDetail; asTable: boolean }) => (
  <Loaded query={useMeasures(detail, detail.urn, detail.area)} waiting="Loading the measures">
    {({ measures, scale }) =>
      measures.map((trend) => (
        <OneTrend
          key={trend.kpi}
          name={trend.name}
          trend={measureLine(trend, detail.history)}
          asTable={asTable}
          table={<MeasureTable trend={trend} scale={scale} />}
        >
          <Bands trend={trend} scale={scale} />
        </OneTrend>
      ))
    }
  </Loaded>
);

/** The level and the measures of one cell over all that is known, as lines or as tables. */
export const Trends = ({ detail }: { detail: CellDetail }) => {
  const surfaces = useSurfaces();
  const [asTable, setAsTable] = useState(false);
  return (
    <div className={surfaces.stack}>
      <div>
        <ToggleButton
          size="small"
          checked={asTable}
          onClick={() => {
            setAsTable(!asTable);
          }}
        >
          Show as table
        </ToggleButton>
      </div>
      <LevelOverTime detail={detail} asTable={asTable} />
      <MeasuresOverTime detail={detail} asTable={asTable} />
    </div>
  );
};
