import type { Area, Band, Framework, Kpi, Level, Scale } from '../schema/framework';
import type { KpiValues } from '../schema/review';
import type { KpiReading, Suggestion } from '../schema/matrixViews';
import { findLevel, scaleOf } from './framework';
import { listWords } from './words';

/** Whether a value lies within a band's bounds, of a level or of a category. */
export const holds = (band: Omit<Band, 'level' | 'words'>, value: number): boolean => {
  const above = band.from === undefined || value > band.from || (band.fromIncluded && value === band.from);
  const below = band.to === undefined || value < band.to || (band.toIncluded && value === band.to);
  return above && below;
};

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const money = (digits: number) =>
  new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', minimumFractionDigits: digits });
const pounds = money(0);
const poundsAndPence = money(2);

const formats = {
  percent: (value) => `${number.format(value)} %`,
  number: (value) => number.format(value),
  days: (value) => `${number.format(value)} ${value === 1 ? 'day' : 'days'}`,
  pounds: (value) => (Number.isInteger(value) ? pounds : poundsAndPence).format(value),
} satisfies Record<Kpi['unit'], (value: number) => string>;

/** '48.2 %', '1 day', '£1,200', '£1,200.50': as many decimals as were given, at most two; pence always two. */
export const formatValue = (value: number, unit: Kpi['unit']): string => formats[unit](value);

export interface BandReading {
  readonly level: Level | undefined;
  readonly words: string;
  readonly why: string;
}

/**
 * Reads one value against a KPI's bands. Where it falls in two, the KPI's own rule says which one counts, and `why`
 * says so (bands share edges and overlap).
 */
export const readBand = (kpi: Kpi, scale: Scale, value: number): BandReading => {
  const matches = kpi.bands
    .filter((band) => holds(band, value))
    .map((band) => ({ band, level: findLevel(scale, band.level) }))
    .filter((match): match is { band: Band; level: Level } => match.level !== undefined)
    .sort((a, b) => a.level.order - b.level.order);
  const generous = kpi.inTwoBands === 'moreGenerous';
  const counting = generous ? matches[matches.length - 1] : matches[0];
  const shown = formatValue(value, kpi.unit);
  if (!counting)
    return { level: undefined, words: 'outside every band', why: `${kpi.name} of ${shown} is in no band.` };
  const levels = [...new Set(matches.map((match) => match.level.name))];
  const why =
    levels.length > 1
      ? `${kpi.name} of ${shown} falls in the bands of ${listWords(levels)}; the more ${generous ? 'generous' : 'cautious'} one counts.`
      : `${kpi.name} of ${shown} is ${counting.band.words}.`;
  return { level: counting.level, words: counting.band.words, why };
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
