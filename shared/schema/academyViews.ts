import { z } from 'zod';
import { Phase, Settling } from './framework';
import { Inspection, SelfEvaluation } from './historic';
import { CommandId, Day, Instant, Urn, Year } from './ids';
import { PeriodRef, Who } from './views';

/** `removed` only reaches people who may record. */
const recorded = {
  id: CommandId,
  by: Who,
  at: Instant,
  removed: z.object({ by: Who, at: Instant }).optional(),
};

export const AcademyAction = z.enum(['recordHistoric']);
export type AcademyAction = z.infer<typeof AcademyAction>;

/** One academy: who leads it, what was said of it outside the model, and its records. */
export const AcademyView = z.object({
  urn: Urn,
  asAt: Instant,
  today: Day,
  name: z.string(),
  phase: Phase,
  pupils: z.int().optional(),
  joinedOn: Day.optional(),
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
      state: z.enum(['open', 'awaitingSignOff', 'queried', 'signedOff']),
      /** Who settles it, by the version that it is judged on. */
      settling: Settling.optional(),
    }),
  ),
  /** The year whose support this person may read; absent where they may not. */
  supportYear: Year.optional(),
  may: z.array(AcademyAction),
});
export type AcademyView = z.infer<typeof AcademyView>;
