import type { Kpi } from '../schema/framework';
import type { PersonId } from '../schema/ids';
import type { MeasureReading, MeasureTrend, MeasureTrends } from '../schema/measureViews';
import type { Review } from '../schema/review';
import type { DatedPeriod } from '../schema/views';
import { samePeriod } from '../domain/calendar';
import { levelOf, scaleOf } from '../domain/framework';
import { judgedLevel } from '../domain/judgedLevel';
import { keyOfReview } from '../domain/keys';
import { readKpis } from '../domain/kpis';
import { accepted, refused, type Result } from '../domain/result';
import { inReviewFramework, periodsOf, placeOf, seesCell, type CellKey, type CellPlace } from './cellAccess';
import type { Deps } from './deps';
import type { Store } from './ports/store';
import { readCaller, type Caller } from './trust';

/** Measures stand in the documents, each of which has to be fetched: four years of terms are enough. */
export const documentsRead = 12;

interface Recorded {
  readonly period: DatedPeriod;
  readonly review: Review;
}

/** The latest records in which this person may see the cell. What was changed outside the app is left out. */
const recordsOf = async (store: Store, caller: Caller, place: CellPlace, key: CellKey): Promise<Recorded[]> => {
  const rows = (await store.rows('reviews')).map(({ row }) => row).filter(({ urn }) => urn === key.urn);
  const periods = periodsOf(caller, key).flatMap((period) => {
    const row = rows.find((each) => samePeriod(each, period));
    const shown = samePeriod(period, key);
    return row && (shown ? seesCell(caller, place, row) : row.state === 'signedOff') ? [period] : [];
  });
  const loaded = await Promise.all(
    periods.slice(-documentsRead).map(async (period) => ({
      period,
      stored: await store.load('reviews', keyOfReview({ ...period, urn: key.urn })),
    })),
  );
  return loaded.flatMap(({ period, stored }) =>
    stored.status === 'found' && seesCell(caller, place, stored.document) ? [{ period, review: stored.document }] : [],
  );
};

/** A value as the model that its record was judged on reads it; none in another unit: it cannot stand on one line. */
const readingOf = (caller: Caller, place: CellPlace, kpi: Kpi, { period, review }: Recorded): MeasureReading[] => {
  const { framework, area } = inReviewFramework(caller, place, review);
  const reading = readKpis(framework, area, review.kpis).find(
    (each) => each.kpi === kpi.code && each.unit === kpi.unit,
  );
  if (!reading) return [];
  const { value, asAt, source, level, words } = reading;
  const then = levelOf(framework, area, level);
  const comparable =
    level === undefined ||
    judgedLevel(place.framework, caller.frameworks, review.framework, place.area, level).comparable;
  return [{ ...period, value, asAt, source, ...(level && { level }), ...(!comparable && then && { as: then }), words }];
};

const trendOf = (caller: Caller, place: CellPlace, records: readonly Recorded[], kpi: Kpi): MeasureTrend => ({
  kpi: kpi.code,
  name: kpi.name,
  unit: kpi.unit,
  bands: kpi.bands,
  readings: records.flatMap((record) => readingOf(caller, place, kpi, record)),
});

/**
 * How the measures of one area of one academy have moved: those that it has today, in the last twelve records that the
 * reader may see. Whoever may not read this cell is told `notFound`.
 */
export const readMeasures =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, key: CellKey): Promise<Result<MeasureTrends>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    const place = placeOf(caller, key);
    if (!place.ok) return place;
    const { framework, area } = place.value;
    const scale = scaleOf(framework, area);
    if (!scale) return refused({ code: 'notFound' });
    const records = area.kpis.length > 0 ? await recordsOf(deps.store, caller, place.value, key) : [];
    const { urn, year, period } = key;
    const measures = area.kpis.map((kpi) => trendOf(caller, place.value, records, kpi));
    return accepted({ urn, area: area.code, year, period, scale, measures });
  };
