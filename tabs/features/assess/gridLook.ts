import type { ShownMatrix } from '../../../shared/domain/filterMatrix';
import type { Matrix } from '../../../shared/schema/matrixViews';

/** `squeezed` beside an open detail, without the categories; `stage` small enough to be seen whole. */
export type GridLook = 'full' | 'squeezed' | 'stage';

/** Pixels: as the style sheet lays them out, and what the page and the opened detail take beside the grid. */
const widths = { names: 164, categories: 150, historic: 120, area: 32.5, group: 9, beside: 416 } as const;

/**
 * Beside an opened detail, windows in which the grid has to be scrolled sideways: the categories would slide half under
 * the names, so that they are left out.
 */
export const withoutCategories = ({ historic }: Matrix, { groups }: ShownMatrix): string => {
  const areas = groups.reduce((sum, group) => sum + group.areas.length, 0);
  const grid = widths.names + widths.categories + historic.length * widths.historic + areas * widths.area;
  return `(max-width: ${Math.round(grid + groups.length * widths.group + widths.beside)}px)`;
};
