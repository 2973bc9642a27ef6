import * as z from 'zod/mini';
import { AreaCode, CategoryCode, ChangeId, Day, GroupCode, Instant, KpiCode, LevelCode, ScaleCode, Urn } from './ids';
import {
  AreaGroup,
  Category,
  CategoryWord,
  HistoricColumn,
  Judging,
  KpiUnit,
  Level,
  Phase,
  Scale,
  Settling,
} from './framework';
import { Inspection, SelfEvaluation } from './historic';
import { EvidenceLink } from './review';
import { DatedPeriod, PeriodRef, Who } from './views';

export const Direction = z.object({ comparedWith: PeriodRef, better: z.int(), worse: z.int(), same: z.int() });
export type Direction = z.infer<typeof Direction>;

/** `as` describes the level where the record was judged on another version of the model. */
export const MatrixCell = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('judged'),
    level: LevelCode,
    as: z.optional(Level),
    previous: z.optional(LevelCode),
    changed: z.boolean(),
  }),
  z.object({ state: z.literal('notJudged'), previous: z.optional(LevelCode) }),
  z.object({ state: z.literal('notApplicable') }),
]);
export type MatrixCell = z.infer<typeof MatrixCell>;

/** A category of a version that is no longer the year's, as it was called there. */
const CategoryName = z.pick(Category, { code: true, name: true, symbol: true });

export const MatrixRow = z.object({
  urn: Urn,
  name: z.string(),
  phase: Phase,
  pupils: z.optional(z.int()),
  category: z.optional(z.object({ code: CategoryCode, since: Day, as: z.optional(CategoryName) })),
  /** The time before: shown as it was said, never converted. Each list latest first. */
  historic: z.object({ inspections: z.array(Inspection), selfEvaluations: z.array(SelfEvaluation) }),
  /** A decided change whose effective date is still to come. */
  nextCategory: z.optional(z.object({ code: CategoryCode, from: Day, as: z.optional(CategoryName) })),
  openChange: z.optional(z.object({ id: ChangeId, to: CategoryCode, as: z.optional(CategoryName) })),
  review: z.enum(['notOpened', 'open', 'awaitingSignOff', 'queried', 'signedOff']),
  signedOffAt: z.optional(Instant),
  direction: z.optional(Direction),
  cells: z.partialRecord(AreaCode, MatrixCell),
  mayOpenDetail: z.boolean(),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

export const Matrix = z.object({
  ...PeriodRef.shape,
  asAt: Instant,
  previous: z.optional(PeriodRef),
  frameworkName: z.string(),
  /** What one academy's record is called in a sentence: 'review', 'risk assessment'. */
  record: z.string(),
  categoryWord: CategoryWord,
  historic: z.array(HistoricColumn),
  settling: z.optional(Settling),
  scales: z.array(Scale),
  groups: z.array(AreaGroup),
  areas: z.array(z.object({ code: AreaCode, name: z.string(), group: GroupCode, scale: ScaleCode })),
  categories: z.array(z.pick(Category, { code: true, name: true, order: true, tone: true, symbol: true })),
  rows: z.array(MatrixRow),
  counts: z.object({
    levels: z.array(z.object({ scale: ScaleCode, level: LevelCode, count: z.int() })),
    notJudged: z.int(),
    notApplicable: z.int(),
    signedOff: z.int(),
    academies: z.int(),
  }),
  /** True where only signed-off judgements are shown to this person. */
  signedOffOnly: z.boolean(),
});
export type Matrix = z.infer<typeof Matrix>;

/** How a KPI value was read: the bands it falls in, which one counts and why. */
export const KpiReading = z.object({
  kpi: KpiCode,
  name: z.string(),
  unit: KpiUnit,
  value: z.number(),
  asAt: Day,
  source: z.string(),
  level: z.optional(LevelCode),
  words: z.string(),
  why: z.string(),
});
export type KpiReading = z.infer<typeof KpiReading>;

export const Suggestion = z.object({ level: LevelCode, why: z.string() });
export type Suggestion = z.infer<typeof Suggestion>;

export const CellDetail = z.object({
  urn: Urn,
  academyName: z.string(),
  area: AreaCode,
  areaName: z.string(),
  scale: Scale,
  ...PeriodRef.shape,
  review: z.enum(['notOpened', 'open', 'awaitingSignOff', 'queried', 'signedOff']),
  applicable: z.boolean(),
  /** What the record is called and who settles it, in the model that it is read by. */
  judging: z.optional(Judging),
  judgement: z.optional(
    z.object({
      level: LevelCode,
      suggested: z.optional(LevelCode),
      /** Absent where this person may not read it; `withheld` says why. */
      rationale: z.optional(z.string()),
      withheld: z.optional(z.enum(['staffMatters'])),
      evidence: z.array(EvidenceLink),
      by: Who,
      at: Instant,
    }),
  ),
  signedOff: z.optional(z.object({ by: Who, at: Instant })),
  kpis: z.array(KpiReading),
  criteria: z.array(z.string()),
  /** Oldest first, the shown period included, forty at most. `as` where the model has changed since. */
  history: z.array(z.object({ ...DatedPeriod.shape, level: z.optional(LevelCode), as: z.optional(Level) })),
});
export type CellDetail = z.infer<typeof CellDetail>;
