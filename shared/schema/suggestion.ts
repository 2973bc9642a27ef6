import { z } from 'zod';
import { AreaCode, CategoryCode, KpiCode, LevelCode, RequiredText, ScaleCode } from './ids';

const LevelRef = z.strictObject({ scale: ScaleCode, level: LevelCode });

/** A range of values for a category; a missing bound is open. Where two hold a value, the more cautious one counts. */
export const CategoryBand = z.strictObject({
  category: CategoryCode,
  from: z.number().optional(),
  fromIncluded: z.boolean().default(true),
  to: z.number().optional(),
  toIncluded: z.boolean().default(true),
  words: RequiredText(60),
});
export type CategoryBand = z.infer<typeof CategoryBand>;

/**
 * How a category is suggested from the matrix row. It is a suggestion: a person decides, and says why where they decide
 * otherwise. Every rule is such that a better level never suggests a category with more support (`checkFramework`).
 */
export const CategorySuggestion = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('none') }),
  /** The category of the worst level among the areas (all of them, where none are named). */
  z.strictObject({
    rule: z.literal('worstOf'),
    areas: z.array(AreaCode).default([]),
    levels: z.array(LevelRef.extend({ category: CategoryCode })).min(1),
  }),
  /** The first line whose every condition holds: at least so many areas at these levels or worse. */
  z.strictObject({
    rule: z.literal('counts'),
    lines: z
      .array(
        z.strictObject({
          category: CategoryCode,
          when: z
            .array(
              z.strictObject({
                atLeast: z.int().min(1),
                orWorse: z.array(LevelRef).min(1),
                areas: z.array(AreaCode).default([]),
              }),
            )
            .min(1),
        }),
      )
      .min(1),
    otherwise: CategoryCode,
  }),
  /** A table of two areas' levels. */
  z.strictObject({
    rule: z.literal('table'),
    rows: AreaCode,
    columns: AreaCode,
    cells: z.array(z.strictObject({ row: LevelCode, column: LevelCode, category: CategoryCode })).min(1),
  }),
  z.strictObject({ rule: z.literal('kpiBand'), kpi: KpiCode, bands: z.array(CategoryBand).min(1).max(12) }),
]);
export type CategorySuggestion = z.infer<typeof CategorySuggestion>;
