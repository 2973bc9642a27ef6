import { z } from 'zod';
import { AreaCode, CategoryCode, ChangeId, Day, Instant, isCode, Period, Urn, Year } from './ids';
import type { LevelCode } from './ids';
import { FrameworkRef } from './framework';
import { RouteRole } from './route';

/** By hand, as the one part that grows with the areas: a trust's years are read at once, in thousands of rows. */
const Levels = z.custom<Partial<Record<AreaCode, LevelCode>>>(
  (given) =>
    typeof given === 'object' &&
    given !== null &&
    !Array.isArray(given) &&
    Object.entries(given).every(([area, level]) => isCode(area) && isCode(level)),
  'expected the codes of levels by the codes of areas',
);

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
  /** When what it waits for now began: opened or reopened, sent, queried. Absent once it is signed off. */
  waitingSince: Instant.optional(),
  /** The roles that have agreed in this round. */
  agreed: z.array(RouteRole).default([]),
  notApplicable: z.array(AreaCode),
  levels: Levels,
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
