import type { Area, Framework } from '../schema/framework';
import type { AreaCode, Urn } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { Review } from '../schema/review';
import type { ReviewRow } from '../schema/rows';
import type { DatedPeriod, PeriodRef } from '../schema/views';
import { modelOf } from '../domain/askedFramework';
import { periodsUpTo } from '../domain/calendar';
import { findArea } from '../domain/framework';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import { findAcademy, frameworkFor, frameworkOf, type Caller } from './trust';

export interface CellKey extends PeriodRef {
  readonly urn: Urn;
  readonly area: AreaCode;
}

/** A place of the matrix, with the model that it is read by. */
export interface CellPlace {
  readonly academy: Academy;
  readonly framework: Framework;
  readonly area: Area;
}

/** The place that is asked about, for whoever may read its rationale; everybody else is told `notFound`. */
export const placeOf = (caller: Caller, key: CellKey): Result<CellPlace> => {
  const active = frameworkFor(caller, key);
  if (!active.ok) return active;
  const academy = findAcademy(caller, key.urn);
  const area = findArea(active.value, key.area);
  if (!academy || !area || !may(caller.person, 'readRationale', { academy, group: area.group }))
    return refused({ code: 'notFound' });
  return accepted({ academy, area, framework: active.value });
};

/** The same place in the framework that the review was made with; the active one where it knows the area no more. */
export const inReviewFramework = (
  caller: Caller,
  place: Pick<CellPlace, 'framework' | 'area'>,
  review: Review,
): Pick<CellPlace, 'framework' | 'area'> => {
  const framework = modelOf(review, frameworkOf(caller, review.framework));
  const area = framework && findArea(framework, place.area.code);
  return area ? { framework, area } : { framework: place.framework, area: place.area };
};

/** Before it is signed off, what stands in a cell is for those who make it. */
export const seesCell = (caller: Caller, { academy, area }: CellPlace, { state }: Pick<ReviewRow, 'state'>): boolean =>
  state === 'signedOff' || may(caller.person, 'readDraftLevels', { academy, group: area.group });

/** The most periods that are told of one cell: thirteen years of terms, two years of fortnights. */
const periodsTold = 40;

/** The periods up to the one that is shown, oldest first. */
export const periodsOf = ({ periods }: Caller, key: PeriodRef): DatedPeriod[] => periodsUpTo(periods, key, periodsTold);
