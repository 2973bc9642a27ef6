import type { Area, Framework } from '../schema/framework';
import type { AreaCode, PersonId, Urn } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { Review } from '../schema/review';
import type { ReviewRow } from '../schema/rows';
import type { CellDetail } from '../schema/matrixViews';
import type { PeriodRef } from '../schema/views';
import { samePeriod, periodsUpTo } from '../domain/calendar';
import { modelOf } from '../domain/askedFramework';
import { findArea, findGroup, notApplicableTo, scaleOf } from '../domain/framework';
import { readKpis } from '../domain/kpis';
import { judgedLevel } from '../domain/judgedLevel';
import { keyOfReview } from '../domain/keys';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { findAcademy, frameworkFor, frameworkOf, readCaller, whoIs, type Caller } from './trust';

export interface CellKey extends PeriodRef {
  readonly urn: Urn;
  readonly area: AreaCode;
}

interface Cell {
  readonly caller: Caller;
  readonly academy: Academy;
  readonly framework: Framework;
  readonly area: Area;
  readonly key: CellKey;
  /** Absent where none was opened, or where this reader may not see it yet. */
  readonly review: Review | undefined;
}

const judgementOf = ({ caller, academy, framework, area }: Cell, review: Review): CellDetail['judgement'] => {
  const judgement = review.judgements[area.code];
  if (!judgement) return undefined;
  const aboutStaff = findGroup(framework, area.group)?.staffMatters === true;
  const { level, suggested, rationale, evidence, by, at } = judgement;
  const told = { level, suggested, by: whoIs(caller, by), at };
  return aboutStaff && !may(caller.person, 'readStaffMatters', { academy, group: area.group })
    ? { ...told, withheld: 'staffMatters', evidence: [] }
    : { ...told, rationale, evidence };
};

/** Four periods of signed-off levels, and the shown one's own where the reader may see it. */
const historyOf = (
  { caller, academy, framework, area, key, review }: Cell,
  rows: readonly ReviewRow[],
): CellDetail['history'] =>
  periodsUpTo(caller.periods, key, 4).map((ref) => {
    if (samePeriod(ref, key)) return { ...ref, level: review?.judgements[area.code]?.level };
    const row = rows.find((r) => r.state === 'signedOff' && r.urn === academy.urn && samePeriod(r, ref));
    const level = row?.levels[area.code];
    if (!row || !level) return ref;
    const judged = judgedLevel(framework, caller.frameworks, row.framework, area, level);
    return { ...ref, level, ...(!judged.comparable && { as: judged.level }) };
  });

/** What the review says of the area, where this reader may see it. */
const standingOf = (cell: Cell): Pick<CellDetail, 'judgement' | 'signedOff' | 'kpis' | 'criteria'> => {
  const { caller, framework, area, review } = cell;
  if (!review) return { kpis: [], criteria: [] };
  const level = review.judgements[area.code]?.level;
  return {
    judgement: judgementOf(cell, review),
    signedOff:
      review.state === 'signedOff' ? { by: whoIs(caller, review.signedOffBy), at: review.signedOffAt } : undefined,
    kpis: readKpis(framework, area, review.kpis),
    criteria: level ? (area.criteria[level] ?? []) : [],
  };
};

const viewCell = (cell: Cell, rows: readonly ReviewRow[]): Result<CellDetail> => {
  const { academy, framework, area, key } = cell;
  const scale = scaleOf(framework, area);
  if (!scale) return refused({ code: 'notFound' });
  const row = rows.find((r) => r.urn === academy.urn && samePeriod(r, key));
  const outside = row?.notApplicable ?? notApplicableTo(framework, academy);
  return accepted({
    urn: academy.urn,
    academyName: academy.name,
    area: area.code,
    areaName: area.name,
    scale,
    year: key.year,
    period: key.period,
    review: row?.state ?? 'notOpened',
    applicable: !outside.includes(area.code),
    ...(framework.judging && { judging: framework.judging }),
    history: historyOf(cell, rows),
    ...standingOf(cell),
  });
};

/** The place that is asked about, for whoever may read its rationale. */
const placeOf = (caller: Caller, key: CellKey): Result<Pick<Cell, 'academy' | 'framework' | 'area'>> => {
  const active = frameworkFor(caller, key);
  if (!active.ok) return active;
  const academy = findAcademy(caller, key.urn);
  const area = findArea(active.value, key.area);
  if (!academy || !area || !may(caller.person, 'readRationale', { academy, group: area.group }))
    return refused({ code: 'notFound' });
  return accepted({ academy, area, framework: active.value });
};

/** The same place in the framework that the review was made with; the active one where it knows the area no more. */
const inReviewFramework = (caller: Caller, place: Pick<Cell, 'framework' | 'area'>, review: Review) => {
  const framework = modelOf(review, frameworkOf(caller, review.framework));
  const area = framework && findArea(framework, place.area.code);
  return area ? { framework, area } : { framework: place.framework, area: place.area };
};

/**
 * What stands behind one cell of the matrix. Whoever may not read this academy's rationale in this function is told
 * `notFound`; a rationale that concerns staff is withheld from the Board, and the answer says so.
 */
export const readCell =
  (deps: Pick<Deps, 'store' | 'clock'>) =>
  async (actor: PersonId, key: CellKey): Promise<Result<CellDetail>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    const place = placeOf(caller, key);
    if (!place.ok) return place;
    const loaded = await deps.store.load('reviews', keyOfReview(key));
    if (loaded.status === 'editedByHand') return refused({ code: 'store.edited-by-hand' });
    const rows = (await deps.store.rows('reviews')).map(({ row }) => row);
    if (loaded.status === 'absent') return viewCell({ ...place.value, caller, key, review: undefined }, rows);
    const stored = loaded.document;
    const { framework, area } = inReviewFramework(caller, place.value, stored);
    const { academy } = place.value;
    const drafts = may(caller.person, 'readDraftLevels', { academy, group: area.group });
    const review = stored.state === 'signedOff' || drafts ? stored : undefined;
    return viewCell({ caller, key, academy, framework, area, review }, rows);
  };
