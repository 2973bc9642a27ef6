import type { Area, Framework, FrameworkRef, Level } from '../schema/framework';
import type { AreaCode, CommandId, KpiCode, LevelCode, PersonId } from '../schema/ids';
import type { RateArea, RecordKpis } from '../schema/commands';
import type { Judgement, KpiValue, KpiValues, Review, ReviewEvent, ReviewKey } from '../schema/review';
import { findArea, levelOf } from './framework';
import { suggestLevel } from './kpis';
import type { Refusal } from './refusal';
import { accepted, refused, type Result } from './result';
import { withEntry } from './sitting';

/** Who acts and when; what every transition is told besides its command. */
export interface Stamp {
  readonly by: PersonId;
  readonly at: string;
}
export interface ReviewContext extends Stamp {
  readonly framework: Framework;
}

/** How often the review has been sent for sign-off: what a sign-off or query refers to. */
export const roundOf = (review: Review): number => review.history.filter((e) => e.type === 'sentForSignOff').length;

/** Whether it was ever put to those who sign it off: from then on it stays on the model that it was judged on. */
export const wasSent = (review: Review): boolean => review.asked !== undefined || roundOf(review) > 0;

/** When what a review waits for now began: it was opened or reopened, sent, or queried. Nothing waits once signed off. */
export const waitingSince = (review: Review): string | undefined => {
  if (review.state === 'awaitingSignOff') return review.sentAt;
  if (review.state === 'queried') return review.queriedAt;
  const opened = review.history.findLast(({ type }) => type === 'opened' || type === 'reopened');
  return review.state === 'open' ? opened?.at : undefined;
};

export const applicableAreas = (review: Review, framework: Framework): Area[] =>
  framework.areas.filter((area) => !review.notApplicable.includes(area.code));

export const missingAreas = (review: Review, framework: Framework): AreaCode[] =>
  applicableAreas(review, framework)
    .filter((area) => !review.judgements[area.code])
    .map((area) => area.code);

/** Judgements that differ from what the KPIs suggest now and give no reason. */
export const unexplainedAreas = (review: Review, framework: Framework): AreaCode[] =>
  applicableAreas(review, framework)
    .filter((area) => {
      const judgement = review.judgements[area.code];
      const suggested = suggestLevel(framework, area, review.kpis)?.level;
      return judgement && suggested && judgement.level !== suggested && judgement.rationale === '';
    })
    .map((area) => area.code);

/** The levels of a review, without their reasons. */
export const levelsOf = (review: Review): Partial<Record<AreaCode, LevelCode>> =>
  Object.fromEntries(
    Object.entries(review.judgements).flatMap(([code, judgement]) => (judgement ? [[code, judgement.level]] : [])),
  );

interface Opening {
  readonly key: ReviewKey;
  readonly commandId: CommandId;
  readonly framework: FrameworkRef;
  readonly notApplicable: AreaCode[];
}

/** A new review, open for judgement. */
export const openReview = ({ key, commandId, framework, notApplicable }: Opening, { by, at }: Stamp): Review => ({
  ...key,
  state: 'open',
  framework: { code: framework.code, version: framework.version },
  notApplicable,
  judgements: {},
  kpis: {},
  history: [{ type: 'opened', commandId, by, at }],
  earlier: [],
});

/** Why a locked review takes no more: signed off, or agreed by the last of those who had to. */
export const alreadySettled = (review: Extract<Review, { state: 'signedOff' }>): Refusal => {
  const agreement = review.asked?.judging?.settling.word === 'agreement';
  const code = agreement ? 'review.already-agreed' : 'review.already-signed-off';
  return { code, by: review.signedOffBy, at: review.signedOffAt };
};

/** Levels and KPIs may change only while the review is with the trust. */
const editable = (review: Review): Result<Review> => {
  if (review.state === 'open' || review.state === 'queried') return accepted(review);
  if (review.state === 'signedOff') return refused(alreadySettled(review));
  return refused({ code: 'review.wrong-state', state: review.state });
};

const areaToJudge = (review: Review, framework: Framework, code: AreaCode): Result<Area> => {
  const state = editable(review);
  if (!state.ok) return state;
  const area = findArea(framework, code);
  if (!area) return refused({ code: 'review.unknown-area' });
  if (review.notApplicable.includes(code)) return refused({ code: 'review.not-applicable' });
  return accepted(area);
};

/** Why a judgement has to be explained, if it has to. */
const rationaleNeeded = (level: Level, suggested: Level['code'] | undefined) => {
  if (suggested !== undefined && suggested !== level.code) return 'differs-from-suggestion' as const;
  return level.needsIntervention ? ('needs-intervention' as const) : undefined;
};

const judge = (area: Area, review: Review, command: RateArea, ctx: ReviewContext): Result<Judgement> => {
  const level = levelOf(ctx.framework, area, command.level);
  if (!level) return refused({ code: 'review.unknown-level' });
  const seen = review.judgements[area.code];
  if (seen && seen.id !== command.basedOn) return refused({ code: 'review.area-changed', by: seen.by, at: seen.at });
  const suggested = suggestLevel(ctx.framework, area, review.kpis)?.level;
  const { rationale, evidence } = command;
  const why = rationaleNeeded(level, suggested);
  if (rationale === '' && why) return refused({ code: 'review.rationale-needed', why });
  return accepted({ id: command.commandId, level: level.code, suggested, rationale, evidence, by: ctx.by, at: ctx.at });
};

/**
 * One area's judgement. Others' areas are untouched, so two people may judge different areas at once; on the same
 * area the second is told unless they had the first one's judgement in sight.
 */
export const rateArea = (review: Review, command: RateArea, ctx: ReviewContext): Result<Review> => {
  const area = areaToJudge(review, ctx.framework, command.area);
  if (!area.ok) return area;
  const judgement = judge(area.value, review, command, ctx);
  if (!judgement.ok) return judgement;
  const before = review.judgements[command.area];
  const event: ReviewEvent = {
    type: 'rated',
    commandId: command.commandId,
    by: ctx.by,
    at: ctx.at,
    area: command.area,
    before: before ? { level: before.level, rationale: before.rationale } : null,
    after: judgement.value.level,
  };
  return accepted({
    ...review,
    judgements: { ...review.judgements, [command.area]: judgement.value },
    history: withEntry(review.history, event),
  });
};

const numbersOf = (kpis: KpiValues, codes: readonly KpiCode[]): Record<string, number | null> =>
  Object.fromEntries(codes.map((code) => [code, kpis[code]?.value ?? null]));

const withKpis = (kpis: KpiValues, codes: readonly KpiCode[], { values }: RecordKpis, { by, at }: Stamp): KpiValues => {
  const next: KpiValues = { ...kpis };
  for (const code of codes) {
    const value = values[code];
    if (value) next[code] = { ...value, by, at };
    else delete next[code];
  }
  return next;
};

const sameValue = (stored: KpiValue | undefined, seen: RecordKpis['values'][KpiCode]): boolean =>
  stored && seen
    ? stored.value === seen.value && stored.asAt === seen.asAt && stored.source === seen.source
    : !stored && !seen;

/** Refused where a value is neither the one that the writer had in sight nor the one that they write. */
const unchangedSince = (review: Review, { area, values, seen = {} }: RecordKpis, stamp: Stamp): Result<Review> => {
  const changed = (Object.keys(values) as KpiCode[]).find((code) => {
    const told = seen[code];
    return (
      told !== undefined && !sameValue(review.kpis[code], told) && !sameValue(review.kpis[code], values[code] ?? null)
    );
  });
  if (!changed) return accepted(review);
  const last = review.history.findLast((e) => e.type === 'measured' && e.area === area && changed in e.after);
  const { by, at } = review.kpis[changed] ?? last ?? stamp;
  return refused({ code: 'review.area-changed', by, at });
};

/**
 * KPI values of one area. A null value removes one; values that are not named stay. Where the writer said what they
 * had in sight and it has changed since: refused, `review.area-changed`.
 */
export const recordKpis = (review: Review, command: RecordKpis, ctx: ReviewContext): Result<Review> => {
  const area = areaToJudge(review, ctx.framework, command.area);
  if (!area.ok) return area;
  const known = area.value.kpis.map((kpi) => kpi.code);
  if (Object.keys(command.values).some((code) => !known.some((k) => k === code)))
    return refused({ code: 'review.unknown-kpi' });
  const unchanged = unchangedSince(review, command, ctx);
  if (!unchanged.ok) return unchanged;
  const named = known.filter((code) => command.values[code] !== undefined);
  const kpis = withKpis(review.kpis, named, command, ctx);
  const before = numbersOf(review.kpis, named);
  const after = numbersOf(kpis, named);
  const stamp = { commandId: command.commandId, by: ctx.by, at: ctx.at };
  const event: ReviewEvent = { type: 'measured', ...stamp, area: command.area, before, after };
  return accepted({ ...review, kpis, history: withEntry(review.history, event) });
};
