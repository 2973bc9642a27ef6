import { formatValue } from '../../../shared/domain/kpis';
import { markOfLevel, markOn } from '../../../shared/domain/marks';
import { formatDay, periodLabel } from '../../../shared/domain/words';
import type { Scale } from '../../../shared/schema/framework';
import type { CellDetail } from '../../../shared/schema/matrixViews';
import type { MeasureTrend } from '../../../shared/schema/measureViews';
import css from '../../components/charts/TrendChart.module.css';
import { LevelMark } from '../../components/LevelMark';

/** Every period with its level, latest first: what the chart draws, and what has no place on it. */
export const LevelTable = ({ detail }: { detail: CellDetail }) => (
  <table className={css.table} aria-label="Levels over time">
    <thead>
      <tr>
        <th scope="col">Period</th>
        <th scope="col">Level</th>
      </tr>
    </thead>
    <tbody>
      {[...detail.history].reverse().map((entry) => (
        <tr key={periodLabel(entry)}>
          <th scope="row">{periodLabel(entry)}</th>
          <td>
            <LevelMark mark={entry.as ? markOfLevel(entry.as) : markOn(detail.scale, entry.level)} />
            {entry.as && ' (as the model then called it)'}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** One measure's values, latest first, each with the band it was read in, its day and its source. */
export const MeasureTable = ({ trend, scale }: { trend: MeasureTrend; scale: Scale }) => (
  <table className={css.table} aria-label={`${trend.name} over time`}>
    <thead>
      <tr>
        <th scope="col">Period</th>
        <th scope="col">Value</th>
      </tr>
    </thead>
    <tbody>
      {[...trend.readings].reverse().map((reading) => (
        <tr key={periodLabel(reading)}>
          <th scope="row">
            {periodLabel(reading)}
            <div className={css.quiet}>
              {formatDay(reading.asAt)}
              {reading.source && `, ${reading.source}`}
            </div>
          </th>
          <td>
            <strong>{formatValue(reading.value, trend.unit)}</strong>, {reading.words}
            <div>
              <LevelMark mark={reading.as ? markOfLevel(reading.as) : markOn(scale, reading.level)} />
            </div>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
