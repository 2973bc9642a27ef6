import type { ShownMatrix } from '../../../shared/domain/filterMatrix';
import type { Matrix } from '../../../shared/schema/matrixViews';

/** `squeezed` beside an open detail, without categories and historic columns; `stage` small enough to be seen whole. */
export type GridLook = 'full' | 'squeezed' | 'stage';

/** Pixels, as the style sheet lays them out: by what is in them, and the same in every row where rows are many. */
const widths = {
  natural: { names: 164, categories: 150, historic: 120, area: 32.5, group: 9 },
  fixed: { names: 180, categories: 170, historic: 140, area: 34, group: 8 },
} as const;
/** What the page and the opened detail take beside the grid, and as wide as the page becomes. */
const beside = 416;
const widest = 1680;

type Shown = Pick<ShownMatrix, 'groups'>;

/**
 * Beside an opened detail, windows in which the grid has to be scrolled sideways: categories and historic columns would
 * slide half under the names, so that they are left out.
 */
export const withoutCategories = (
  { historic }: Pick<Matrix, 'historic'>,
  { groups }: Shown,
  large: boolean,
): string => {
  const width = large ? widths.fixed : widths.natural;
  const areas = groups.reduce((sum, group) => sum + group.areas.length, 0);
  const facts = width.names + width.categories + historic.length * width.historic;
  const needed = Math.round(facts + areas * width.area + groups.length * width.group + beside);
  return needed > widest ? 'all' : `(max-width: ${needed}px)`;
};
