import * as z from 'zod/mini';
import { Phase } from './framework';
import { AreaCode, CommandId, Day, Instant, PersonId, RequiredText } from './ids';

/** What an administrator says of an academy: everything but its number, which never changes. */
export const AcademyFacts = z.object({
  name: RequiredText(120),
  phase: Phase,
  pupils: z.optional(z.int().check(z.gte(0), z.lte(20000))),
  joinedOn: z.optional(Day),
  /** The last day in the trust, included. Its records stay readable; nothing new is opened for it. */
  leftOn: z.optional(Day),
  notApplicable: z.array(AreaCode).check(z.maxLength(80)),
});
export type AcademyFacts = z.infer<typeof AcademyFacts>;

/** What administrators did to it, oldest first; older ones are in the item's kept versions. */
export const AcademyEvent = z.object({
  commandId: CommandId,
  at: Instant,
  by: PersonId,
  type: z.enum(['added', 'changed']),
  before: z.optional(AcademyFacts),
  after: AcademyFacts,
});
export type AcademyEvent = z.infer<typeof AcademyEvent>;
