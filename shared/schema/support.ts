import * as z from 'zod/mini';
import { AreaCode, EntitlementCode, GroupCode, PeriodKind, RequiredText } from './ids';

/** `every` so many weeks, or one `per` period, or `times` in it: 'every 4 weeks', 'twice a year', 'every second year'. */
export const Cadence = z.union([
  z.strictObject({ everyWeeks: z.int().check(z.gte(1), z.lte(52)) }),
  z.strictObject({ times: z.int().check(z.gte(1), z.lte(52)), per: PeriodKind }),
  z.strictObject({ everyYears: z.int().check(z.gte(2), z.lte(10)) }),
]);
export type Cadence = z.infer<typeof Cadence>;

/** An allowance: 'up to 10 days a year', '2 days a term', '2 days' once. */
export const DayAllowance = z.strictObject({
  amount: z.number().check(z.gte(0.5), z.lte(200)),
  per: z.enum(['halfTerm', 'term', 'year', 'once']),
  /** The figure is a limit, not a promise. */
  upTo: z._default(z.boolean(), false),
});
export type DayAllowance = z.infer<typeof DayAllowance>;

/** Support that is given more or less often while some areas are weak: the first line that fits counts. */
export const CadenceWhen = z.strictObject({
  /** Weak: at a level that needs intervention. Any one of these areas or groups being so is enough. */
  weakAreas: z._default(z.array(AreaCode), []),
  weakGroups: z._default(z.array(GroupCode), []),
  cadence: z.optional(Cadence),
  days: z.optional(DayAllowance),
});
export type CadenceWhen = z.infer<typeof CadenceWhen>;

/**
 * One item of support that a category brings. The same `code` in two categories is the same kind of support, perhaps
 * with other figures: a change of category then alters it instead of ending and beginning it.
 */
export const Entitlement = z.object({
  code: EntitlementCode,
  strand: RequiredText(60),
  kind: z._default(z.enum(['core', 'enhanced', 'bespoke']), 'core'),
  text: RequiredText(300),
  /** Absent where the source names no frequency. */
  cadence: z.optional(Cadence),
  days: z.optional(DayAllowance),
  /** How long one meeting lasts, in minutes. */
  minutes: z.optional(z.int().check(z.gte(5), z.lte(600))),
  /** Who leads it, in the trust's own words. */
  ledBy: z.optional(RequiredText(120)),
  /** 'As required', 'if needed': nothing is planned before somebody asks. */
  onRequest: z._default(z.boolean(), false),
  when: z._default(z.array(CadenceWhen).check(z.maxLength(8)), []),
});
export type Entitlement = z.infer<typeof Entitlement>;
