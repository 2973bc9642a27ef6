import { z } from 'zod';
import { Day, RequiredText, Term, Year } from './ids';
import { Framework, FrameworkRef } from './framework';

export const TermDates = z.object({ term: Term, startsOn: Day, endsOn: Day });
export type TermDates = z.infer<typeof TermDates>;

export const AcademicYear = z.object({ year: Year, framework: FrameworkRef, terms: z.array(TermDates).length(3) });
export type AcademicYear = z.infer<typeof AcademicYear>;

/** The trust's own settings: one item. */
export const TrustSettings = z.object({
  name: z.literal('trust'),
  trustName: RequiredText(120),
  years: z.array(AcademicYear).min(1).max(40),
  policies: z.object({
    /** Head teachers may read the other academies' levels (never their detail). */
    peersSeeLevels: z.boolean(),
  }),
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
