import { z } from 'zod';

/** A school's unique reference number: six digits. */
export const Urn = z
  .string()
  .regex(/^\d{6}$/)
  .brand<'Urn'>();
export type Urn = z.infer<typeof Urn>;

/** A person's Entra object id. */
export const PersonId = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** Made by the client for one act of a person; the same act sent twice carries the same id. */
export const CommandId = z
  .string()
  .regex(/^[A-Za-z0-9-]{8,64}$/)
  .brand<'CommandId'>();
export type CommandId = z.infer<typeof CommandId>;

export const ChangeId = z
  .string()
  .regex(/^[0-9a-f-]{36}$/)
  .brand<'ChangeId'>();
export type ChangeId = z.infer<typeof ChangeId>;

/** An academic year as people write it: `2026/27`. */
export const Year = z
  .string()
  .regex(/^20\d{2}\/\d{2}$/)
  .refine((y) => (Number(y.slice(2, 4)) + 1) % 100 === Number(y.slice(5, 7)), 'the two years must follow each other')
  .brand<'Year'>();
export type Year = z.infer<typeof Year>;

export const Term = z.enum(['autumn', 'spring', 'summer']);
export type Term = z.infer<typeof Term>;

/**
 * Codes of a framework become SharePoint column names, hence letters and digits only
 * (facts: safe rule for internal names, with room for a prefix).
 */
const code = z.string().regex(/^[a-z][A-Za-z0-9]{0,27}$/);
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

/** An instant in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
/** A day in the trust's calendar, `YYYY-MM-DD`. */
export const Day = z.iso.date();

/** What a person types: trimmed, no control characters but line breaks and tabs. */
export const Text = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // eslint-disable-next-line no-control-regex -- control characters are what is refused here
    .refine((t) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(t), 'control characters are not allowed');
export const RequiredText = (max: number) => Text(max).pipe(z.string().min(1));
