import type { Area, Band, Framework, Kpi, Level, Scale } from '../schema/framework';
import type { KpiValues } from '../schema/review';
import type { KpiReading, Suggestion } from '../schema/matrixViews';
import { findLevel, scaleOf } from './framework';
import { listWords } from './words';

const holds = (band: Band, value: number): boolean => {
  const above = band.from === undefined || value > band.from || (band.fromIncluded && value === band.from);
  const below = band.to === undefined || value < band.to || (band.toIncluded && value === band.to);
  return above && below;
};

const units = { percent: ' %', number: '', days: ' days' } satisfies Record<Kpi['unit'], string>;

/** '48.2 %': as many decimals as were given, at most two. */
export const formatValue = (value: number, unit: Kpi['unit']): string =>
  `${new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(value)}${unit === 'days' && value === 1 ? ' day' : units[unit]}`;

export interface BandReading {
  readonly level: Level | undefined;
  readonly words: string;
  readonly why: string;
}

/**
 * Reads one value against a KPI's bands. Where it falls in two, the more cautious one counts, and `why` says so
 * (the source's bands share edges and overlap).
 */
export const readBand = (kpi: Kpi, scale: Scale, value: number): BandReading => {
  const matches = kpi.bands
    .filter((band) => holds(band, value))
    .map((band) => ({ band, level: findLevel(scale, band.level) }))
    .filter((match): match is { band: Band; level: Level } => match.level !== undefined)
    .sort((a, b) => a.level.order - b.level.order);
  const worst = matches[0];
  const shown = formatValue(value, kpi.unit);
  if (!worst) return { level: undefined, words: 'outside every band', why: `${kpi.name} of ${shown} is in no band.` };
  const levels = [...new Set(matches.map((match) => match.level.name))];
  const why =
    levels.length > 1
      ? `${kpi.name} of ${shown} falls in the bands of ${listWords(levels)}; the more cautious one counts.`
      : `${kpi.name} of ${shown} is ${worst.band.words}.`;
  return { level: worst.level, words: worst.band.words, why };
};

/** The readings of an area's recorded KPI values, in the framework's order. */
export const readKpis = (framework: Framework, area: Area, values: KpiValues): KpiReading[] => {
  const scale = scaleOf(framework, area);
  if (!scale) return [];
  return area.kpis.flatMap((kpi) => {
    const recorded = values[kpi.code];
    if (!recorded) return [];
    const { level, words, why } = readBand(kpi, scale, recorded.value);
    const { value, asAt, source } = recorded;
    return [{ kpi: kpi.code, name: kpi.name, unit: kpi.unit, value, asAt, source, level: level?.code, words, why }];
  });
};

/** The worst of an area's KPIs, with the reason; undefined where no value says anything. A person judges. */
export const suggestLevel = (framework: Framework, area: Area, values: KpiValues): Suggestion | undefined => {
  const scale = scaleOf(framework, area);
  const readings = readKpis(framework, area, values)
    .map((reading) => ({ reading, level: findLevel(scale, reading.level) }))
    .filter((r): r is { reading: KpiReading; level: Level } => r.level !== undefined)
    .sort((a, b) => a.level.order - b.level.order);
  const worst = readings[0];
  if (!worst) return undefined;
  const deciding = readings.filter((r) => r.level.code === worst.level.code).map((r) => r.reading.why);
  return { level: worst.level.code, why: `${worst.level.name}: ${deciding.join(' ')}` };
};
