import { z } from 'zod';
import { AreaCode, CommandId, Instant, LevelCode, Urn } from './ids';
import { Framework, Phase } from './framework';
import { EvidenceLink, ReviewKey } from './review';
import { Who, TermRef, HistoryLine } from './views';
import { KpiReading, Suggestion } from './matrixViews';

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
