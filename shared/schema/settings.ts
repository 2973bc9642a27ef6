import { z } from 'zod';
import { CommandId, Day, Instant, PersonId, RequiredText, Term, Year } from './ids';
import { Framework, FrameworkRef } from './framework';

/** Both days included. `halfTerm` is the holiday in the middle: its first and last day. */
export const TermDates = z.object({
  term: Term,
  startsOn: Day,
  endsOn: Day,
  halfTerm: z.object({ startsOn: Day, endsOn: Day }).optional(),
});
export type TermDates = z.infer<typeof TermDates>;

export const AcademicYear = z.object({
  year: Year,
  framework: FrameworkRef,
  terms: z.array(TermDates).length(3),
  /** Further days without school: bank holidays in term, staff training. */
  closedOn: z.array(Day).max(40).default([]),
});
export type AcademicYear = z.infer<typeof AcademicYear>;

/** An administrator made another stored version the active one of a year. */
export const FrameworkChoice = z.object({
  commandId: CommandId,
  at: Instant,
  by: PersonId,
  year: Year,
  from: FrameworkRef,
  to: FrameworkRef,
});
export type FrameworkChoice = z.infer<typeof FrameworkChoice>;

/** The trust's own settings: one item. */
export const TrustSettings = z.object({
  name: z.literal('trust'),
  trustName: RequiredText(120),
  years: z.array(AcademicYear).min(1).max(40),
  policies: z.object({
    /** Head teachers may read the other academies' levels (never their detail). */
    peersSeeLevels: z.boolean(),
  }),
  /** Every choice of a model, oldest first. */
  history: z.array(FrameworkChoice).max(100).default([]),
});
export type TrustSettings = z.infer<typeof TrustSettings>;

/** A framework as the trust stored it: one item for each version, `framework:<code>@<version>`. */
export const StoredFramework = z.object({
  name: z.string().regex(/^framework:[A-Za-z0-9]+@\d+$/),
  framework: Framework,
});
export type StoredFramework = z.infer<typeof StoredFramework>;

export const Setting = z.union([TrustSettings, StoredFramework]);
export type Setting = z.infer<typeof Setting>;
