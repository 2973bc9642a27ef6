import * as z from 'zod/mini';
import { AreaGroup, Category, CategoryWord, Phase, Scale, Settling } from './framework';
import { Inspection, SelfEvaluation } from './historic';
import { AreaCode, CommandId, Day, GroupCode, Instant, ScaleCode, Urn, Year } from './ids';
import { MatrixCell } from './matrixViews';
import { DatedPeriod, PeriodRef, Who } from './views';

/** `removed` only reaches people who may record. */
const recorded = {
  id: CommandId,
  by: Who,
  at: Instant,
  removed: z.optional(z.object({ by: Who, at: Instant })),
};

export const AcademyAction = z.enum(['recordHistoric']);
export type AcademyAction = z.infer<typeof AcademyAction>;

const RecordState = z.enum(['open', 'awaitingSignOff', 'queried', 'signedOff']);

/** One period of an academy: what was judged, as far as this person may see it. */
export const AcademyColumn = z.object({
  ...DatedPeriod.shape,
  review: z.enum(['notOpened', ...RecordState.options]),
  cells: z.partialRecord(AreaCode, MatrixCell),
});
export type AcademyColumn = z.infer<typeof AcademyColumn>;

/** The academy's row of the matrix over the periods that one model judged; another model has a table of its own. */
export const AcademyTable = z.object({
  frameworkName: z.string(),
  settling: z.optional(Settling),
  scales: z.array(Scale),
  groups: z.array(AreaGroup),
  /** `former`: judged earlier, and no longer a part of the model. */
  areas: z.array(
    z.object({ code: AreaCode, name: z.string(), group: GroupCode, scale: ScaleCode, former: z.boolean() }),
  ),
  /** Oldest first. */
  columns: z.array(AcademyColumn),
});
export type AcademyTable = z.infer<typeof AcademyTable>;

const CategoryInBrief = z.pick(Category, { name: true, symbol: true });

/** Where the academy stands by what is decided, each as it was called then. */
export const AcademyCategory = z.object({
  now: z.optional(z.object({ ...CategoryInBrief.shape, since: Day })),
  /** What it was before, latest first, both days included. */
  before: z.array(z.object({ ...CategoryInBrief.shape, since: Day, until: Day })),
  next: z.optional(z.object({ ...CategoryInBrief.shape, from: Day })),
});
export type AcademyCategory = z.infer<typeof AcademyCategory>;

/** Something under way that people are waited for with. */
export const UnderWay = z.object({
  /** 'Autumn term review', 'Change to Repair, effective from 1 January 2027'. */
  subject: z.string(),
  /** What it waits for: 'the CEO approves', 'sign-off'. */
  step: z.string(),
  /** Who has it; nobody where nobody holds the step. */
  with: z.array(Who),
  since: z.optional(Instant),
  subPageId: z.string(),
});
export type UnderWay = z.infer<typeof UnderWay>;

/** Something that was decided or told of an academy. `at` and `by` are absent where nobody of the trust decided it. */
export const AcademyDecision = z.object({
  kind: z.enum(['category', 'review', 'inspection', 'selfEvaluation', 'trust']),
  on: Day,
  words: z.string(),
  at: z.optional(Instant),
  by: z.optional(Who),
  subPageId: z.optional(z.string()),
});
export type AcademyDecision = z.infer<typeof AcademyDecision>;

/** One academy: who leads it, what was said of it outside the model, and its records. */
export const AcademyView = z.object({
  urn: Urn,
  asAt: Instant,
  today: Day,
  name: z.string(),
  phase: Phase,
  pupils: z.optional(z.int()),
  joinedOn: z.optional(Day),
  leftOn: z.optional(Day),
  headTeachers: z.array(Who),
  /** Each latest first. */
  inspections: z.array(z.object({ ...recorded, inspection: Inspection })),
  selfEvaluations: z.array(z.object({ ...recorded, selfEvaluation: SelfEvaluation })),
  /** The words of a self-evaluation; none where the trust's model names none and any words will do. */
  sefLevels: z.array(z.string()),
  /** What one record is called in a sentence: 'review'. */
  record: z.string(),
  /** Those that this person may open, latest first. */
  records: z.array(
    z.object({
      ...PeriodRef.shape,
      state: RecordState,
      signedOffAt: z.optional(Instant),
      /** Who settles it, by the version that it is judged on. */
      settling: z.optional(Settling),
    }),
  ),
  /** The year whose support this person may read; absent where they may not. */
  supportYear: z.optional(Year),
  categoryWord: CategoryWord,
  /** Absent for whoever may not read the academy's category. */
  category: z.optional(AcademyCategory),
  underWay: z.array(UnderWay),
  /** The present model's first. */
  tables: z.array(AcademyTable),
  /** Latest first. */
  decisions: z.array(AcademyDecision),
  may: z.array(AcademyAction),
});
export type AcademyView = z.infer<typeof AcademyView>;
