import * as z from 'zod/mini';
import { AreaCode, CommandId, Instant, LevelCode, Urn } from './ids';
import { Framework, Judging, Phase } from './framework';
import { EvidenceLink, ReviewKey } from './review';
import { Who, PeriodRef, HistoryLine } from './views';
import { KpiReading, Suggestion } from './matrixViews';
import { RouteRole } from './route';

export const ReviewAction = z.enum(['send', 'signOff', 'query', 'reopen']);
export type ReviewAction = z.infer<typeof ReviewAction>;

export const ReviewArea = z.object({
  area: AreaCode,
  applicable: z.boolean(),
  mayRate: z.boolean(),
  judgement: z.optional(
    z.object({
      id: CommandId,
      level: LevelCode,
      suggested: z.optional(LevelCode),
      rationale: z.string(),
      evidence: z.array(EvidenceLink),
      by: Who,
      at: Instant,
    }),
  ),
  previous: z.optional(LevelCode),
  kpis: z.array(KpiReading),
  suggestion: z.optional(Suggestion),
});
export type ReviewArea = z.infer<typeof ReviewArea>;

export const ReviewView = z.object({
  ...ReviewKey.shape,
  academyName: z.string(),
  phase: Phase,
  state: z.enum(['open', 'awaitingSignOff', 'queried', 'signedOff']),
  round: z.int(),
  framework: Framework,
  previousPeriod: z.optional(PeriodRef),
  areas: z.array(ReviewArea),
  missing: z.array(AreaCode),
  /** Judged otherwise than the measures now suggest, without a reason. */
  unexplained: z.array(AreaCode),
  sent: z.optional(z.object({ by: Who, at: Instant })),
  query: z.optional(z.object({ by: Who, at: Instant, comment: z.string() })),
  signedOff: z.optional(z.object({ by: Who, at: Instant, comment: z.string() })),
  headTeacher: z.optional(Who),
  /** Who must agree in this round, and who has. */
  settling: z.array(
    z.object({ role: RouteRole, people: z.array(Who), agreed: z.optional(z.object({ by: Who, at: Instant })) }),
  ),
  history: z.array(HistoryLine),
  may: z.array(ReviewAction),
  /** Characters that judgements and measures may still take, once they are few. */
  roomLeft: z.optional(z.int().check(z.gte(0))),
});
export type ReviewView = z.infer<typeof ReviewView>;

export const ReviewList = z.object({
  ...PeriodRef.shape,
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
  /** How the period is judged: what its records are called and who settles them. */
  judging: z.optional(Judging),
});
export type ReviewList = z.infer<typeof ReviewList>;

/** The outcome of opening a term for all academies in one act. */
export const OpenedReviews = z.object({
  ...PeriodRef.shape,
  opened: z.array(Urn),
  alreadyOpen: z.array(Urn),
});
export type OpenedReviews = z.infer<typeof OpenedReviews>;
