import { tokens } from '@fluentui/react-components';
import { LineChart } from '@fluentui/react-charts';
import { periodLabel } from '../../../shared/domain/words';
import type { DatedPeriod } from '../../../shared/schema/views';
import { shortLabel, someOf, type Trend, type TrendPoint } from './trend';
import css from './TrendChart.module.css';

interface TrendChartProps {
  /** What the line shows: 'Level', 'Attendance'. */
  readonly name: string;
  readonly trend: Trend;
}

const noon = (period: DatedPeriod): Date => new Date(`${period.startsOn}T12:00:00Z`);

const pointOf = (point: TrendPoint) => ({
  x: noon(point.period),
  y: point.value,
  xAxisCalloutData: periodLabel(point.period),
  yAxisCalloutData: point.words,
  callOutAccessibilityData: { ariaLabel: `${periodLabel(point.period)}: ${point.words}` },
});

/** Some pixels for each letter of the longest words at the axis, within what a side panel can give. */
const axisWidth = ({ ticks }: Trend): number =>
  Math.min(150, Math.max(48, 14 + 6.2 * Math.max(0, ...ticks.map(({ words }) => words.length))));

const rangeOf = ({ points, ticks }: Trend) => {
  const values = [...points, ...ticks].map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || 1) * 0.08;
  return { yMinValue: low < 0 ? low - room : Math.max(0, low - room), yMaxValue: high + room };
};

/** One line over time in words: every tick and every point says what it means, and nothing moves. */
export const TrendChart = ({ name, trend }: TrendChartProps) => {
  const { points, breaks, ticks } = trend;
  const labels = new Map(points.map(({ period }) => [noon(period).getTime(), shortLabel(period)]));
  const wordsAt = (value: number): string => ticks.find((tick) => tick.value === value)?.words ?? '';
  return (
    <div className={css.chart}>
      <LineChart
        data={{
          chartTitle: name,
          lineChartData: [
            {
              legend: name,
              color: tokens.colorBrandStroke1,
              data: points.map(pointOf),
              gaps: breaks.map((index) => ({ startIndex: index - 1, endIndex: index })),
              lineOptions: { strokeWidth: 2, mode: 'lines+markers' },
            },
          ],
        }}
        hideLegend
        margins={{ top: 12, right: 24, bottom: 28, left: axisWidth(trend) }}
        {...rangeOf(trend)}
        yAxisTickValues={ticks.map(({ value }) => value)}
        yAxisTickFormat={wordsAt}
        tickValues={someOf(points, 2).map(({ period }) => noon(period))}
        customDateTimeFormatter={(date) => labels.get(date.getTime()) ?? ''}
        useUTC
        culture="en-GB"
      />
    </div>
  );
};
