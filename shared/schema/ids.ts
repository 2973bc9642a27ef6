import * as z from 'zod/mini';

/** A school's unique reference number: six digits. */
export const Urn = z
  .string()
  .check(z.regex(/^\d{6}$/))
  .brand<'Urn'>();
export type Urn = z.infer<typeof Urn>;

/** A person's Entra object id. */
export const PersonId = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** Made by the client for one act of a person; the same act sent twice carries the same id. */
export const CommandId = z
  .string()
  .check(z.regex(/^[A-Za-z0-9-]{8,64}$/))
  .brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

export const ChangeId = z
  .string()
  .check(z.regex(/^[0-9a-f-]{36}$/))
  .brand<'ChangeId'>();
export type ChangeId = z.infer<typeof ChangeId>;

/** An academic year as people write it: `2026/27`. */
export const Year = z
  .string()
  .check(
    z.regex(/^20\d{2}\/\d{2}$/),
    z.refine(
      (y) => (Number(y.slice(2, 4)) + 1) % 100 === Number(y.slice(5, 7)),
      'the two years must follow each other',
    ),
  )
  .brand<'Year'>();
export type Year = z.infer<typeof Year>;

export const Term = z.enum(['autumn', 'spring', 'summer']);
export type Term = z.infer<typeof Term>;

/** How long a period is: how often a framework judges, and how often support is given. */
export const PeriodKind = z.enum(['fortnight', 'month', 'halfTerm', 'term', 'year', 'twoYears']);
export type PeriodKind = z.infer<typeof PeriodKind>;

const halfTerms = ['autumn1', 'autumn2', 'spring1', 'spring2', 'summer1', 'summer2'] as const;
/** Calendar months, in the order of an academic year. */
const months = ['m09', 'm10', 'm11', 'm12', 'm01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08'] as const;
/** Fortnights, counted from the Monday of the week in which the year's first term begins. */
const fortnights = [
  ...(['f01', 'f02', 'f03', 'f04', 'f05', 'f06', 'f07', 'f08', 'f09', 'f10', 'f11', 'f12', 'f13'] as const),
  ...(['f14', 'f15', 'f16', 'f17', 'f18', 'f19', 'f20', 'f21', 'f22', 'f23', 'f24', 'f25', 'f26'] as const),
] as const;

/** A part of an academic year that is judged; `twoYears` belongs to the year in which it begins. */
export const Period = z.enum([...Term.options, ...halfTerms, ...months, 'year', 'twoYears', ...fortnights]);
export type Period = z.infer<typeof Period>;

/**
 * Codes of a framework become SharePoint column names, hence letters and digits only
 * (facts: safe rule for internal names, with room for a prefix).
 */
const codePattern = /^[a-z][A-Za-z0-9]{0,27}$/;
/** Whether it is a code of any kind, for where a schema for each of hundreds of thousands would take seconds. */
export const isCode = (given: unknown): boolean => typeof given === 'string' && codePattern.test(given);
const code = z.string().check(z.regex(codePattern));
export const FrameworkCode = code.brand<'FrameworkCode'>();
export type FrameworkCode = z.infer<typeof FrameworkCode>;
export const ScaleCode = code.brand<'ScaleCode'>();
export type ScaleCode = z.infer<typeof ScaleCode>;
export const LevelCode = code.brand<'LevelCode'>();
export type LevelCode = z.infer<typeof LevelCode>;
export const GroupCode = code.brand<'GroupCode'>();
export type GroupCode = z.infer<typeof GroupCode>;
export const AreaCode = code.brand<'AreaCode'>();
export type AreaCode = z.infer<typeof AreaCode>;
export const KpiCode = code.brand<'KpiCode'>();
export type KpiCode = z.infer<typeof KpiCode>;
export const CategoryCode = code.brand<'CategoryCode'>();
export type CategoryCode = z.infer<typeof CategoryCode>;
export const EntitlementCode = code.brand<'EntitlementCode'>();
export type EntitlementCode = z.infer<typeof EntitlementCode>;
export const CommitteeCode = code.brand<'CommitteeCode'>();
export type CommitteeCode = z.infer<typeof CommitteeCode>;
export const RouteCode = code.brand<'RouteCode'>();
export type RouteCode = z.infer<typeof RouteCode>;

/** An instant in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
/** A day in the trust's calendar, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** What a person types: trimmed, no control characters but line breaks and tabs. */
export const Text = (max: number) =>
  z.string().check(
    z.trim(),
    z.maxLength(max),
    // eslint-disable-next-line no-control-regex -- control characters are what is refused here
    z.refine((t) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(t), 'control characters are not allowed'),
  );
export const RequiredText = (max: number) => z.pipe(Text(max), z.string().check(z.minLength(1)));
