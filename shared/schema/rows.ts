import { z } from 'zod';
import { AreaCode, CategoryCode, ChangeId, Day, Instant, LevelCode, Term, Urn, Year } from './ids';

/** What the matrix and the trends read of a review: the projection beside its document. */
export const ReviewRow = z.object({
  urn: Urn,
  year: Year,
  term: Term,
  state: z.enum(['open', 'awaitingSignOff', 'queried', 'signedOff']),
  signedOffAt: Instant.optional(),
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
});
export type CategoryChangeRow = z.infer<typeof CategoryChangeRow>;
