import { z } from 'zod';
import { AreaCode, EntitlementCode, GroupCode, PeriodKind, RequiredText } from './ids';

/** `every` so many weeks, or one `per` period, or `times` in it: 'every 4 weeks', 'twice a year', 'every second year'. */
export const Cadence = z.union([
  z.strictObject({ everyWeeks: z.int().min(1).max(52) }),
  z.strictObject({ times: z.int().min(1).max(52), per: PeriodKind }),
  z.strictObject({ everyYears: z.int().min(2).max(10) }),
]);
export type Cadence = z.infer<typeof Cadence>;

/** An allowance: 'up to 10 days a year', '2 days a term', '2 days' once. */
export const DayAllowance = z.strictObject({
  amount: z.number().min(0.5).max(200),
  per: z.enum(['halfTerm', 'term', 'year', 'once']),
  /** The figure is a limit, not a promise. */
  upTo: z.boolean().default(false),
});
export type DayAllowance = z.infer<typeof DayAllowance>;

/** Support that is given more or less often while some areas are weak: the first line that fits counts. */
export const CadenceWhen = z.strictObject({
  /** Weak: at a level that needs intervention. Any one of these areas or groups being so is enough. */
  weakAreas: z.array(AreaCode).default([]),
  weakGroups: z.array(GroupCode).default([]),
  cadence: Cadence.optional(),
  days: DayAllowance.optional(),
});
export type CadenceWhen = z.infer<typeof CadenceWhen>;

/**
 * One item of support that a category brings. The same `code` in two categories is the same kind of support, perhaps
 * with other figures: a change of category then alters it instead of ending and beginning it.
 */
export const Entitlement = z.object({
  code: EntitlementCode,
  strand: RequiredText(60),
  kind: z.enum(['core', 'enhanced', 'bespoke']).default('core'),
  text: RequiredText(300),
  /** Absent where the source names no frequency. */
  cadence: Cadence.optional(),
  days: DayAllowance.optional(),
  /** How long one meeting lasts, in minutes. */
  minutes: z.int().min(5).max(600).optional(),
  /** Who leads it, in the trust's own words. */
  ledBy: RequiredText(120).optional(),
  /** 'As required', 'if needed': nothing is planned before somebody asks. */
  onRequest: z.boolean().default(false),
  when: z.array(CadenceWhen).max(8).default([]),
});
export type Entitlement = z.infer<typeof Entitlement>;
