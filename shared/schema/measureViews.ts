import * as z from 'zod/mini';
import { Band, KpiUnit, Level, Scale } from './framework';
import { AreaCode, Day, KpiCode, LevelCode, Urn } from './ids';
import { DatedPeriod, PeriodRef } from './views';

/** One value of a measure as it was read then; `as` describes its level where the model has changed since. */
export const MeasureReading = z.object({
  ...DatedPeriod.shape,
  value: z.number(),
  asAt: Day,
  source: z.string(),
  level: z.optional(LevelCode),
  as: z.optional(Level),
  /** The band it fell in, in words. */
  words: z.string(),
});
export type MeasureReading = z.infer<typeof MeasureReading>;

/** A measure over time, oldest first. Values that were given in another unit are not among them. */
export const MeasureTrend = z.object({
  kpi: KpiCode,
  name: z.string(),
  unit: KpiUnit,
  /** Today's. */
  bands: z.array(Band),
  readings: z.array(MeasureReading),
});
export type MeasureTrend = z.infer<typeof MeasureTrend>;

/** How the measures behind one cell of the matrix have moved, up to the period that is shown. */
export const MeasureTrends = z.object({
  urn: Urn,
  area: AreaCode,
  ...PeriodRef.shape,
  scale: Scale,
  measures: z.array(MeasureTrend),
});
export type MeasureTrends = z.infer<typeof MeasureTrends>;
