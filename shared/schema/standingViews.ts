import * as z from 'zod/mini';
import { ChangeId, Day, Instant, Urn } from './ids';
import { Mark } from './card';
import { CategoryWord, Phase, Settling } from './framework';
import { PeriodRef } from './views';

/** How things stand, in short: what is asked for in chat and searched for in Teams. */

/** One academy's record of a period and where it is. `record` is what it is called in a sentence: 'review'. */
export const RecordStanding = z.object({
  ...PeriodRef.shape,
  record: z.string(),
  state: z.enum(['open', 'awaitingSignOff', 'queried', 'signedOff']),
  settling: z.optional(Settling),
});
export type RecordStanding = z.infer<typeof RecordStanding>;

/** An academy that the reader may see, with as much of it as they may see. */
export const AcademyStanding = z.object({
  urn: Urn,
  name: z.string(),
  phase: Phase,
  category: z.optional(z.object({ mark: Mark, since: Day })),
  /** The change that is under way or was returned. */
  change: z.optional(z.object({ id: ChangeId, to: Mark, state: z.enum(['atStep', 'returned']) })),
  /** The latest record, whether or not its content may be read. */
  latest: z.optional(RecordStanding),
  /** The records whose content may be read, the latest first. */
  records: z.array(RecordStanding),
});
export type AcademyStanding = z.infer<typeof AcademyStanding>;

export const FoundAcademies = z.object({
  asAt: Instant,
  categoryWord: CategoryWord,
  /** In alphabetical order. */
  academies: z.array(AcademyStanding),
});
export type FoundAcademies = z.infer<typeof FoundAcademies>;

/** Something that waits for people to decide it. */
export const Waiting = z.object({
  /** 'Autumn term review of Alder Academy', 'Change of category for Alder Academy'. */
  subject: z.string(),
  /** The step that it waits at: 'Sign-off', 'The CEO approves'. */
  step: z.string(),
  /** Names; none where nobody holds the step. */
  with: z.array(z.string()),
  /** Whether it waits for the reader. */
  mine: z.boolean(),
  since: z.optional(Instant),
  subPageId: z.string(),
});
export type Waiting = z.infer<typeof Waiting>;

/** What the reader has to decide first, then the longest waiting. */
export const Approvals = z.object({ asAt: Instant, items: z.array(Waiting) });
export type Approvals = z.infer<typeof Approvals>;

/** One academy in full: with whom its open change is. */
export const Standing = z.object({
  asAt: Instant,
  categoryWord: CategoryWord,
  academy: AcademyStanding,
  changeWaits: z.optional(Waiting),
});
export type Standing = z.infer<typeof Standing>;
