import * as z from 'zod/mini';
import { CategoryCode, GroupCode } from './ids';
import { Phase } from './framework';

/**
 * How the academies stand: by name or, within their phases, by name; `category` and `needs` (most areas that need
 * intervention first) are rankings, which somebody has to ask for.
 */
export const MatrixOrder = z.enum(['name', 'phase', 'category', 'needs']);
export type MatrixOrder = z.infer<typeof MatrixOrder>;

/** What of a matrix is looked at, and in which order. */
export const MatrixFilters = z.object({
  group: z.optional(GroupCode),
  phase: z.optional(Phase),
  category: z.optional(CategoryCode),
  needsIntervention: z.boolean(),
  changed: z.boolean(),
  order: MatrixOrder,
});
export type MatrixFilters = z.infer<typeof MatrixFilters>;

/** The same as it stands in an address: only what differs from the whole matrix by name. */
export const MatrixQuery = z.object({
  group: z.optional(GroupCode),
  phase: z.optional(Phase),
  category: z.optional(CategoryCode),
  needsIntervention: z.optional(z.literal('yes')),
  changed: z.optional(z.literal('yes')),
  order: z.optional(MatrixOrder),
});
export type MatrixQuery = z.infer<typeof MatrixQuery>;
