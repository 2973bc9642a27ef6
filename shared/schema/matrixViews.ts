import { z } from 'zod';
import { AreaCode, CategoryCode, ChangeId, Day, GroupCode, Instant, KpiCode, LevelCode, Urn } from './ids';
import { AreaGroup, Category, Phase, Scale } from './framework';
import { EvidenceLink } from './review';
import { Who, TermRef } from './views';

export const Direction = z.object({ comparedWith: TermRef, better: z.int(), worse: z.int(), same: z.int() });
export type Direction = z.infer<typeof Direction>;

/** `withheld`: a level exists but this person may not see it yet (not signed off). */
export const MatrixCell = z.discriminatedUnion('state', [
  z.object({ state: z.literal('judged'), level: LevelCode, previous: LevelCode.optional(), changed: z.boolean() }),
  z.object({ state: z.literal('notJudged'), previous: LevelCode.optional() }),
  z.object({ state: z.literal('notApplicable') }),
]);
export type MatrixCell = z.infer<typeof MatrixCell>;

export const MatrixRow = z.object({
  urn: Urn,
  name: z.string(),
  phase: Phase,
  pupils: z.int().optional(),
  category: z.object({ code: CategoryCode, since: Day }).optional(),
  /** A decided change whose effective date is still to come. */
  nextCategory: z.object({ code: CategoryCode, from: Day }).optional(),
  openChange: z.object({ id: ChangeId, to: CategoryCode }).optional(),
  review: z.enum(['notOpened', 'open', 'awaitingSignOff', 'queried', 'signedOff']),
  signedOffAt: Instant.optional(),
  direction: Direction.optional(),
  cells: z.partialRecord(AreaCode, MatrixCell),
  mayOpenDetail: z.boolean(),
});
export type MatrixRow = z.infer<typeof MatrixRow>;

export const Matrix = z.object({
  ...TermRef.shape,
  asAt: Instant,
  previous: TermRef.optional(),
  frameworkName: z.string(),
  scales: z.array(Scale),
  groups: z.array(AreaGroup),
  areas: z.array(z.object({ code: AreaCode, name: z.string(), group: GroupCode, scale: z.string() })),
  categories: z.array(Category.pick({ code: true, name: true, order: true, tone: true, symbol: true })),
  rows: z.array(MatrixRow),
  counts: z.object({
    levels: z.array(z.object({ level: LevelCode, count: z.int() })),
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
  unit: z.enum(['percent', 'number', 'days']),
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
  ...TermRef.shape,
  review: z.enum(['notOpened', 'open', 'awaitingSignOff', 'queried', 'signedOff']),
  applicable: z.boolean(),
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
  /** The last four terms, oldest first, the shown term included. */
  history: z.array(z.object({ ...TermRef.shape, level: LevelCode.optional() })),
});
export type CellDetail = z.infer<typeof CellDetail>;
