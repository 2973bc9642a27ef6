import type { Framework, Kpi } from '../schema/framework';
import type { AreaCode, CommandId } from '../schema/ids';
import type { Academy } from '../schema/people';
import type { Judgement, Judgements, KpiValues, Review } from '../schema/review';
import { findArea, levelOf, notApplicableTo, sameFramework } from './framework';
import { accepted, refused, type Result } from './result';
import { wasSent, type Stamp } from './review';

interface Moving extends Stamp {
  readonly commandId: CommandId;
}

/** Whether a model still knows a level for an area: by the codes, whatever the words have become. */
export const stillJudged = (framework: Framework, area: AreaCode, level: Judgement['level']): boolean => {
  const found = findArea(framework, area);
  return found !== undefined && levelOf(framework, found, level) !== undefined;
};

/** The entries of a record of codes that fit, and those that do not. */
const parted = <T>(entries: Readonly<Record<string, T | undefined>>, fits: (code: string, entry: T) => boolean) => {
  const all = Object.entries(entries).flatMap(([code, entry]) => (entry === undefined ? [] : [[code, entry] as const]));
  return {
    kept: Object.fromEntries(all.filter(([code, entry]) => fits(code, entry))),
    dropped: Object.fromEntries(all.filter(([code, entry]) => !fits(code, entry))),
  };
};

const kpisOf = (framework: Framework): readonly Kpi[] => framework.areas.flatMap(({ kpis }) => kpis);

/**
 * A record that is judged on takes the trust's new model: judgements whose area applies and still has that level stay,
 * and so do the values of measures that are still taken; the rest goes into the event. What was ever sent for sign-off
 * keeps the model that it was judged on. Refusals: `review.keeps-model`.
 */
export const moveToModel = (
  review: Review,
  framework: Framework,
  academy: Academy,
  { commandId, by, at }: Moving,
): Result<Review> => {
  if (review.state !== 'open' || wasSent(review)) return refused({ code: 'review.keeps-model' });
  if (sameFramework(review.framework, framework)) return accepted(review);
  const notApplicable = notApplicableTo(framework, academy);
  const judgements = parted<Judgement>(
    review.judgements,
    (area, { level }) => stillJudged(framework, area as AreaCode, level) && !notApplicable.includes(area as AreaCode),
  );
  const kpis = parted(review.kpis, (code) => kpisOf(framework).some((kpi) => kpi.code === code));
  const to = { code: framework.code, version: framework.version };
  const moved = { type: 'movedToModel' as const, commandId, by, at, from: review.framework, to };
  const dropped: Judgements = judgements.dropped;
  const droppedKpis: KpiValues = kpis.dropped;
  return accepted({
    ...review,
    framework: to,
    notApplicable,
    judgements: judgements.kept,
    kpis: kpis.kept,
    history: [...review.history, { ...moved, dropped, droppedKpis }],
  });
};
