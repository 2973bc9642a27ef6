import type { PersonId } from '../schema/ids';
import type { Review } from '../schema/review';
import type { ReviewRow } from '../schema/rows';
import type { CellDetail } from '../schema/matrixViews';
import { samePeriod } from '../domain/calendar';
import { findGroup, notApplicableTo, scaleOf } from '../domain/framework';
import { readKpis } from '../domain/kpis';
import { judgedLevel } from '../domain/judgedLevel';
import { keyOfReview } from '../domain/keys';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import { inReviewFramework, periodsOf, placeOf, seesCell, type CellKey, type CellPlace } from './cellAccess';
import type { Deps } from './deps';
import { readCaller, whoIs, type Caller } from './trust';

interface Cell extends CellPlace {
  readonly caller: Caller;
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

/** Signed-off levels, oldest first, and the shown period's own where the reader may see it. */
const historyOf = (
  { caller, academy, framework, area, key, review }: Cell,
  rows: readonly ReviewRow[],
): CellDetail['history'] =>
  periodsOf(caller, key).map((ref) => {
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
    const asJudged = { ...place.value, ...inReviewFramework(caller, place.value, stored) };
    const review = seesCell(caller, asJudged, stored) ? stored : undefined;
    return viewCell({ ...asJudged, caller, key, review }, rows);
  };
