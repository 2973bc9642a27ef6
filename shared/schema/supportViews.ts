import * as z from 'zod/mini';
import { SupportDifference } from './changeViews';
import { Category, CategoryWord } from './framework';
import { Day, Instant, Urn, Year } from './ids';
import { Entitlement } from './support';

/** The academy and the academic year whose support is asked about. */
export const SupportKey = z.object({ urn: Urn, year: Year });
export type SupportKey = z.infer<typeof SupportKey>;

/** A window in which support falls due: both days are school days and belong to it. */
export const PlannedDate = z.object({ label: z.string(), from: Day, by: Day });
export type PlannedDate = z.infer<typeof PlannedDate>;

/** An allowance of days in a part of the year: '2 days' in the 'Autumn term'. */
export const Allowance = z.object({ label: z.string(), words: z.string() });
export type Allowance = z.infer<typeof Allowance>;

/** `now` where today falls in the window, `next` for the first one to come where none does. */
export const PlannedWindow = z.object({ ...PlannedDate.shape, standing: z.enum(['past', 'now', 'next', 'later']) });
export type PlannedWindow = z.infer<typeof PlannedWindow>;

/** One item of support with the figures in force, in words and as dates. */
export const SupportLine = z.object({
  ...z.pick(Entitlement, { code: true, strand: true, kind: true, text: true, ledBy: true, minutes: true }).shape,
  cadence: z.string(),
  /** The weak areas for which other figures than the usual ones are in force. */
  because: z.array(z.string()),
  planned: z.array(PlannedWindow),
  allowances: z.array(Allowance),
});
export type SupportLine = z.infer<typeof SupportLine>;

const CategoryInBrief = z.pick(Category, { code: true, name: true, tone: true, symbol: true, ledBy: true });

/** A part of the year in one category, both days included; `since` is when the academy came into it. */
export const SupportStretch = z.object({
  category: CategoryInBrief,
  since: Day,
  from: Day,
  until: Day,
  lines: z.array(SupportLine),
});
export type SupportStretch = z.infer<typeof SupportStretch>;

/** The support of one academy in one academic year; no stretch where it had no category. */
export const SupportView = z.object({
  ...SupportKey.shape,
  asAt: Instant,
  academyName: z.string(),
  /** What a category is called here: 'category', 'tier'. */
  categoryWord: CategoryWord,
  stretches: z.array(SupportStretch),
  /** A decided category that is still to come, and what changes on that day. */
  next: z.optional(z.object({ category: CategoryInBrief, from: Day, support: SupportDifference })),
});
export type SupportView = z.infer<typeof SupportView>;
