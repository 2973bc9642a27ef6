import * as z from 'zod/mini';
import { AreaCode, CategoryCode, KpiCode, LevelCode, RequiredText, ScaleCode } from './ids';

const LevelRef = z.strictObject({ scale: ScaleCode, level: LevelCode });

/** A range of values for a category; a missing bound is open. Where two hold a value, the more cautious one counts. */
export const CategoryBand = z.strictObject({
  category: CategoryCode,
  from: z.optional(z.number()),
  fromIncluded: z._default(z.boolean(), true),
  to: z.optional(z.number()),
  toIncluded: z._default(z.boolean(), true),
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
    areas: z._default(z.array(AreaCode), []),
    levels: z.array(z.extend(LevelRef, { category: CategoryCode })).check(z.minLength(1)),
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
                atLeast: z.int().check(z.gte(1)),
                orWorse: z.array(LevelRef).check(z.minLength(1)),
                areas: z._default(z.array(AreaCode), []),
              }),
            )
            .check(z.minLength(1)),
        }),
      )
      .check(z.minLength(1)),
    otherwise: CategoryCode,
  }),
  /** A table of two areas' levels. */
  z.strictObject({
    rule: z.literal('table'),
    rows: AreaCode,
    columns: AreaCode,
    cells: z.array(z.strictObject({ row: LevelCode, column: LevelCode, category: CategoryCode })).check(z.minLength(1)),
  }),
  z.strictObject({
    rule: z.literal('kpiBand'),
    kpi: KpiCode,
    bands: z.array(CategoryBand).check(z.minLength(1), z.maxLength(12)),
  }),
]);
export type CategorySuggestion = z.infer<typeof CategorySuggestion>;
