import { z } from 'zod';
import {
  AreaCode,
  CategoryCode,
  ChangeId,
  CommandId,
  Day,
  GroupCode,
  Instant,
  KpiCode,
  LevelCode,
  PersonId,
  Term,
  Urn,
  Year,
} from './ids';
import { AreaGroup, Category, Framework, Phase, RouteStep, Scale, SupportItem } from './framework';
import { EvidenceLink, ReviewKey } from './review';
import { FrozenRow } from './categoryChange';
import { Person } from './people';
import { AcademicYear } from './settings';

/** What the API answers: the tab parses every answer with these, so both sides hold one shape. */

export const Who = z.object({ id: PersonId, name: z.string(), jobTitle: z.string() });
export type Who = z.infer<typeof Who>;

export const Capability = z.enum(['openReviews', 'seeMatrix', 'proposeCategory', 'administer']);
export type Capability = z.infer<typeof Capability>;

export const TermRef = z.object({ year: Year, term: Term });
export type TermRef = z.infer<typeof TermRef>;

export const Session = z.object({
  person: Person,
  trustName: z.string(),
  today: Day,
  years: z.array(AcademicYear),
  /** The term that today falls in or that ended last. */
  currentTerm: TermRef,
  /** The latest term with a judgement that this person may see: where the matrix opens. */
  matrixTerm: TermRef,
  framework: Framework,
  may: z.array(Capability),
  /** Academies whose detail this person may see. */
  academies: z.array(z.object({ urn: Urn, name: z.string(), phase: Phase })),
});
export type Session = z.infer<typeof Session>;

export const WorkItem = z.object({
  id: z.string(),
  kind: z.enum([
    'openReviews',
    'rateAreas',
    'sendForSignOff',
    'answerQuery',
    'signOff',
    'discuss',
    'approve',
    'confirm',
    'resubmit',
    'checkHandEdits',
    'checkDeliveries',
  ]),
  title: z.string(),
  detail: z.string(),
  /** The place in the tab where it is done: the deep link's sub-page. */
  subPageId: z.string(),
  since: Instant.optional(),
});
export type WorkItem = z.infer<typeof WorkItem>;
export const Work = z.object({ asAt: Instant, items: z.array(WorkItem) });
export type Work = z.infer<typeof Work>;

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

export const ReviewAction = z.enum(['send', 'signOff', 'query', 'reopen']);
export type ReviewAction = z.infer<typeof ReviewAction>;

export const ReviewArea = z.object({
  area: AreaCode,
  applicable: z.boolean(),
  mayRate: z.boolean(),
  judgement: z
    .object({
      id: CommandId,
      level: LevelCode,
      suggested: LevelCode.optional(),
      rationale: z.string(),
      evidence: z.array(EvidenceLink),
      by: Who,
      at: Instant,
    })
    .optional(),
  previous: LevelCode.optional(),
  kpis: z.array(KpiReading),
  suggestion: Suggestion.optional(),
});
export type ReviewArea = z.infer<typeof ReviewArea>;

export const HistoryLine = z.object({ at: Instant, by: Who, text: z.string() });
export type HistoryLine = z.infer<typeof HistoryLine>;

export const ReviewView = z.object({
  ...ReviewKey.shape,
  academyName: z.string(),
  phase: Phase,
  state: z.enum(['open', 'awaitingSignOff', 'queried', 'signedOff']),
  round: z.int(),
  framework: Framework,
  previousTerm: TermRef.optional(),
  areas: z.array(ReviewArea),
  missing: z.array(AreaCode),
  /** Judged otherwise than the measures now suggest, without a reason. */
  unexplained: z.array(AreaCode),
  sent: z.object({ by: Who, at: Instant }).optional(),
  query: z.object({ by: Who, at: Instant, comment: z.string() }).optional(),
  signedOff: z.object({ by: Who, at: Instant, comment: z.string() }).optional(),
  headTeacher: Who.optional(),
  history: z.array(HistoryLine),
  may: z.array(ReviewAction),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const ReviewList = z.object({
  ...TermRef.shape,
  asAt: Instant,
  reviews: z.array(
    z.object({
      urn: Urn,
      name: z.string(),
      state: z.enum(['notOpened', 'open', 'awaitingSignOff', 'queried', 'signedOff']),
      judged: z.int(),
      applicable: z.int(),
    }),
  ),
  mayOpen: z.boolean(),
});
export type ReviewList = z.infer<typeof ReviewList>;

/** The outcome of opening a term for all academies in one act. */
export const OpenedReviews = z.object({
  ...TermRef.shape,
  opened: z.array(Urn),
  alreadyOpen: z.array(Urn),
});
export type OpenedReviews = z.infer<typeof OpenedReviews>;

export const ChangeAction = z.enum([
  'agree',
  'comment',
  'approve',
  'confirm',
  'return',
  'reject',
  'resubmit',
  'withdraw',
]);
export type ChangeAction = z.infer<typeof ChangeAction>;

export const RouteStepView = z.object({
  ...RouteStep.shape,
  status: z.enum(['done', 'current', 'later', 'skipped']),
  waitingFor: z.array(Who),
  since: Instant.optional(),
  outcome: z
    .object({ by: Who, at: Instant, text: z.string(), comment: z.string(), meetingDate: Day.optional() })
    .optional(),
});
export type RouteStepView = z.infer<typeof RouteStepView>;

export const SupportDifference = z.object({ added: z.array(SupportItem), ended: z.array(SupportItem) });
export type SupportDifference = z.infer<typeof SupportDifference>;

export const CategoryChangeView = z.object({
  id: ChangeId,
  urn: Urn,
  academyName: z.string(),
  state: z.enum(['atStep', 'returned', 'decided', 'rejected', 'withdrawn']),
  step: z.int().optional(),
  round: z.int(),
  from: Category.optional(),
  to: Category,
  rationale: z.string(),
  effectiveFrom: Day,
  proposedBy: Who,
  proposedAt: Instant,
  framework: Framework,
  evidence: FrozenRow.optional(),
  /** The frozen row against the row of today, where they differ. */
  changedSince: z.array(z.object({ area: AreaCode, then: LevelCode.optional(), now: LevelCode.optional() })),
  support: SupportDifference,
  steps: z.array(RouteStepView),
  returned: z.object({ by: Who, comment: z.string() }).optional(),
  closed: z.object({ by: Who, at: Instant, text: z.string(), comment: z.string() }).optional(),
  history: z.array(HistoryLine),
  may: z.array(ChangeAction),
});
export type CategoryChangeView = z.infer<typeof CategoryChangeView>;

export const CategoryOverview = z.object({
  asAt: Instant,
  academies: z.array(
    z.object({
      urn: Urn,
      name: z.string(),
      category: z.object({ code: CategoryCode, since: Day }).optional(),
      changes: z.array(
        z.object({
          id: ChangeId,
          from: CategoryCode.optional(),
          to: CategoryCode,
          state: z.enum(['atStep', 'returned', 'decided', 'rejected', 'withdrawn']),
          effectiveFrom: Day,
          proposedAt: Instant,
        }),
      ),
      mayPropose: z.boolean(),
    }),
  ),
});
export type CategoryOverview = z.infer<typeof CategoryOverview>;

export const Administration = z.object({
  handEdits: z.array(z.object({ list: z.string(), key: z.string(), what: z.string(), editedAt: Instant.optional() })),
  undelivered: z.array(z.object({ person: Who, subject: z.string(), reason: z.string(), since: Instant })),
  people: z.array(Person),
});
export type Administration = z.infer<typeof Administration>;

/** RFC 9457, as this API sends it. `current` tells the state that stood in the way. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  correlationId: z.string().optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  missing: z.array(AreaCode).optional(),
});
export type Problem = z.infer<typeof Problem>;
