import { z } from 'zod';
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
import { Who, PeriodRef } from './views';

export const Direction = z.object({ comparedWith: PeriodRef, better: z.int(), worse: z.int(), same: z.int() });
export type Direction = z.infer<typeof Direction>;

/** `as` describes the level where the record was judged on another version of the model. */
export const MatrixCell = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('judged'),
    level: LevelCode,
    as: Level.optional(),
    previous: LevelCode.optional(),
    changed: z.boolean(),
  }),
  z.object({ state: z.literal('notJudged'), previous: LevelCode.optional() }),
  z.object({ state: z.literal('notApplicable') }),
]);
export type MatrixCell = z.infer<typeof MatrixCell>;

/** A category of a version that is no longer the year's, as it was called there. */
const CategoryName = Category.pick({ code: true, name: true, symbol: true });

export const MatrixRow = z.object({
  urn: Urn,
  name: z.string(),
  phase: Phase,
  pupils: z.int().optional(),
  category: z.object({ code: CategoryCode, since: Day, as: CategoryName.optional() }).optional(),
  /** The time before: shown as it was said, never converted. Each list latest first. */
  historic: z.object({ inspections: z.array(Inspection), selfEvaluations: z.array(SelfEvaluation) }),
  /** A decided change whose effective date is still to come. */
  nextCategory: z.object({ code: CategoryCode, from: Day, as: CategoryName.optional() }).optional(),
  openChange: z.object({ id: ChangeId, to: CategoryCode, as: CategoryName.optional() }).optional(),
  review: z.enum(['notOpened', 'open', 'awaitingSignOff', 'queried', 'signedOff']),
  signedOffAt: Instant.optional(),
  direction: Direction.optional(),
  cells: z.partialRecord(AreaCode, MatrixCell),
  mayOpenDetail: z.boolean(),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

export const Matrix = z.object({
  ...PeriodRef.shape,
  asAt: Instant,
  previous: PeriodRef.optional(),
  frameworkName: z.string(),
  /** What one academy's record is called in a sentence: 'review', 'risk assessment'. */
  record: z.string(),
  categoryWord: CategoryWord,
  historic: z.array(HistoricColumn),
  settling: Settling.optional(),
  scales: z.array(Scale),
  groups: z.array(AreaGroup),
  areas: z.array(z.object({ code: AreaCode, name: z.string(), group: GroupCode, scale: ScaleCode })),
  categories: z.array(Category.pick({ code: true, name: true, order: true, tone: true, symbol: true })),
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
  level: LevelCode.optional(),
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
  judging: Judging.optional(),
  judgement: z
    .object({
      level: LevelCode,
      suggested: LevelCode.optional(),
      /** Absent where this person may not read it; `withheld` says why. */
      rationale: z.string().optional(),
      withheld: z.enum(['staffMatters']).optional(),
      evidence: z.array(EvidenceLink),
      by: Who,
      at: Instant,
    })
    .optional(),
  signedOff: z.object({ by: Who, at: Instant }).optional(),
  kpis: z.array(KpiReading),
  criteria: z.array(z.string()),
  /** The last four periods, oldest first, the shown one included. `as` where the model has changed since. */
  history: z.array(z.object({ ...PeriodRef.shape, level: LevelCode.optional(), as: Level.optional() })),
});
export type CellDetail = z.infer<typeof CellDetail>;
