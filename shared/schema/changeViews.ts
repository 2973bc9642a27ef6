import { z } from 'zod';
import { AreaCode, CategoryCode, ChangeId, Day, Instant, LevelCode, Urn } from './ids';
import { Category, Framework, RouteStep, SupportItem } from './framework';
import { FrozenRow } from './categoryChange';
import { Who, HistoryLine } from './views';

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
