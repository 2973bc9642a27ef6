import { z } from 'zod';
import { AreaCode, CategoryCode, ChangeId, Day, Instant, LevelCode, Period, Urn, Year } from './ids';
import { FrameworkRef } from './framework';
import { RouteRole } from './route';

/** What the matrix and the trends read of a review: the projection beside its document. */
export const ReviewRow = z.object({
  urn: Urn,
  year: Year,
  period: Period,
  /** The version that it was judged on. */
  framework: FrameworkRef,
  state: z.enum(['open', 'awaitingSignOff', 'queried', 'signedOff']),
  /** Whether it was ever sent for sign-off: from then on it stays on the version it was judged on. */
  sent: z.boolean().default(false),
  signedOffAt: Instant.optional(),
  /** The roles that have agreed in this round. */
  agreed: z.array(RouteRole).default([]),
  notApplicable: z.array(AreaCode),
  levels: z.partialRecord(AreaCode, LevelCode),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

export const CategoryChangeRow = z.object({
  id: ChangeId,
  urn: Urn,
  state: z.enum(['atStep', 'returned', 'decided', 'rejected', 'withdrawn']),
  from: CategoryCode.optional(),
  to: CategoryCode,
  effectiveFrom: Day,
  decidedAt: Instant.optional(),
  proposedAt: Instant,
  framework: FrameworkRef,
});
export type CategoryChangeRow = z.infer<typeof CategoryChangeRow>;
