import * as z from 'zod/mini';
import { AreaCode, CategoryCode, ChangeId, Day, Instant, isCode, Period, PersonId, Urn, Year } from './ids';
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

/** A review was signed off (or agreed by all), or opened again after that. */
export const Settled = z.object({ type: z.enum(['signedOff', 'reopened']), at: Instant, by: PersonId });
export type Settled = z.infer<typeof Settled>;

/** What the matrix and the trends read of a review: the projection beside its document. */
export const ReviewRow = z.object({
  urn: Urn,
  year: Year,
  period: Period,
  /** The version that it was judged on. */
  framework: FrameworkRef,
  state: z.enum(['open', 'awaitingSignOff', 'queried', 'signedOff']),
  /** Whether it was ever sent for sign-off: from then on it stays on the version it was judged on. */
  sent: z._default(z.boolean(), false),
  signedOffAt: z.optional(Instant),
  /** When what it waits for now began: opened or reopened, sent, queried. Absent once it is signed off. */
  waitingSince: z.optional(Instant),
  /** The roles that have agreed in this round. */
  agreed: z._default(z.array(RouteRole), []),
  /** The latest few, oldest first; absent where nothing was settled yet, and on rows written before it was kept. */
  settled: z.optional(z.array(Settled)),
  notApplicable: z.array(AreaCode),
  levels: Levels,
});
export type ReviewRow = z.infer<typeof ReviewRow>;

export const CategoryChangeRow = z.object({
  id: ChangeId,
  urn: Urn,
  state: z.enum(['atStep', 'returned', 'decided', 'rejected', 'withdrawn']),
  from: z.optional(CategoryCode),
  to: CategoryCode,
  effectiveFrom: Day,
  decidedAt: z.optional(Instant),
  /** Who took the last step of a change that is over, and when; absent on rows written before it was kept. */
  closed: z.optional(z.object({ at: Instant, by: PersonId })),
  proposedAt: Instant,
  framework: FrameworkRef,
});
export type CategoryChangeRow = z.infer<typeof CategoryChangeRow>;
