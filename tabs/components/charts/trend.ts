import { formatValue } from '../../../shared/domain/kpis';
import { findLevel } from '../../../shared/domain/framework';
import { capital, periodLabel, periodShort } from '../../../shared/domain/words';
import type { Scale } from '../../../shared/schema/framework';
import { Term } from '../../../shared/schema/ids';
import type { CellDetail } from '../../../shared/schema/matrixViews';
import type { MeasureTrend } from '../../../shared/schema/measureViews';
import type { DatedPeriod } from '../../../shared/schema/views';

export interface TrendPoint {
  readonly period: DatedPeriod;
  /** Where it stands on the chart; only the words are ever said. */
  readonly value: number;
  readonly words: string;
}

/** A line to draw, oldest first. Nothing is drawn across a gap: what was not judged is neither good nor bad. */
export interface Trend {
  readonly points: readonly TrendPoint[];
  /** Indices of the points before which the line is broken. */
  readonly breaks: readonly number[];
  /** What stands at the axis, lowest first. */
  readonly ticks: readonly { readonly value: number; readonly words: string }[];
}

const months = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/** The shortest way to name a period under a chart: 'Autumn 2026', '2026/27', 'Sept 2026'. */
export const shortLabel = (period: DatedPeriod): string => {
  if (Term.safeParse(period.period).success) return `${capital(periodShort(period))} ${period.startsOn.slice(0, 4)}`;
  if (period.period === 'year' || period.period === 'twoYears') return periodLabel(period);
  return months.format(new Date(`${period.startsOn}T00:00:00Z`));
};

type Entry = CellDetail['history'][number];

/**
 * The levels of one area over time, on the scale of today and with its own words. A level that was judged on another
 * version of the model has no place on this scale: it is left out here, and the line is broken.
 */
export const levelTrend = (history: readonly Entry[], scale: Scale): Trend => {
  const placed = history.map((entry) => ({ entry, level: entry.as ? undefined : findLevel(scale, entry.level) }));
  const drawn = placed.flatMap(({ entry, level }, at) => (level ? [{ entry, level, at }] : []));
  return {
    points: drawn.map(({ entry, level }) => ({ period: entry, value: level.order, words: level.name })),
    breaks: drawn.flatMap(({ at }, index) => (index > 0 && drawn[index - 1]?.at !== at - 1 ? [index] : [])),
    ticks: [...scale.levels]
      .sort((a, b) => a.order - b.order)
      .map(({ order, symbol, name }) => ({ value: order, words: `${symbol} ${name}` })),
  };
};

/** What was judged on another version, and so is not drawn. */
export const otherVersions = (history: readonly Entry[]): Entry[] => history.filter(({ as }) => as !== undefined);

/** Each edge of the bands once, lowest first: the values at which a reading changes. */
const edgesOf = ({ bands }: Pick<MeasureTrend, 'bands'>): number[] =>
  [...new Set(bands.flatMap(({ from, to }) => [from, to].filter((edge) => edge !== undefined)))].sort((a, b) => a - b);

/** One measure over time, in its own unit; the lines across the chart are the edges of its bands. */
export const measureLine = (trend: MeasureTrend, periods: readonly DatedPeriod[]): Trend => {
  const placeOf = ({ startsOn }: DatedPeriod): number => periods.findIndex((period) => period.startsOn === startsOn);
  const { readings, unit } = trend;
  return {
    points: readings.map((reading) => ({
      period: reading,
      value: reading.value,
      words: `${formatValue(reading.value, unit)}, ${reading.words}`,
    })),
    breaks: readings.flatMap((reading, index) => {
      const before = readings[index - 1];
      return before && placeOf(before) !== placeOf(reading) - 1 ? [index] : [];
    }),
    ticks: edgesOf(trend).map((value) => ({ value, words: formatValue(value, unit) })),
  };
};

/** At most `most` of them, the first and the last among them: labels that run into each other say nothing. */
export const someOf = <T>(all: readonly T[], most: number): T[] => {
  if (all.length <= most) return [...all];
  const step = (all.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => all[Math.round(i * step)]).filter((each) => each !== undefined);
};
