import { Phase, type AreaGroup } from '../schema/framework';
import type { MatrixFilters, MatrixOrder } from '../schema/matrixFilters';
import type { Matrix, MatrixRow } from '../schema/matrixViews';
import { showCell, type MatrixArea } from './matrixWords';

/** The whole matrix, by name: never a league table unless somebody asks for one. */
export const noFilters: MatrixFilters = { needsIntervention: false, changed: false, order: 'name' };

export interface ShownMatrix {
  readonly groups: readonly { readonly group: AreaGroup; readonly areas: readonly MatrixArea[] }[];
  readonly rows: readonly MatrixRow[];
  /** Whether cells are looked for, so that the others stand back. */
  readonly looking: boolean;
  readonly matches: (row: MatrixRow, area: MatrixArea) => boolean;
  readonly matching: number;
}

/** A category of another version of the model may have the same code; it is not the one that is asked for. */
const fits = ({ phase, category }: MatrixFilters, row: MatrixRow): boolean =>
  (phase === undefined || row.phase === phase) &&
  (category === undefined || (row.category?.code === category && row.category.as === undefined));

const phases: readonly Phase[] = Phase.options;
/** Behind every other, wherever there are fewer. */
const last = 1000;

const categoryRank = (matrix: Matrix, { category }: MatrixRow): number =>
  category?.as ? last : (matrix.categories.find(({ code }) => code === category?.code)?.order ?? last);

const needsOf = (matrix: Matrix, row: MatrixRow, areas: readonly MatrixArea[]): number =>
  areas.filter((area) => showCell(matrix, row, area).level?.needsIntervention === true).length;

type Rank = (matrix: Matrix, row: MatrixRow, areas: readonly MatrixArea[]) => number;

/** Rising: within one rank the rows stay as they came, by name. */
const ranks = {
  name: () => 0,
  phase: (_matrix, row) => phases.indexOf(row.phase),
  category: categoryRank,
  needs: (matrix, row, areas) => -needsOf(matrix, row, areas),
} satisfies Record<MatrixOrder, Rank>;

const inOrder = (
  order: MatrixOrder,
  matrix: Matrix,
  rows: readonly MatrixRow[],
  areas: readonly MatrixArea[],
): MatrixRow[] => {
  const rank: Rank = ranks[order];
  return rows
    .map((row) => ({ row, at: rank(matrix, row, areas) }))
    .sort((a, b) => a.at - b.at)
    .map(({ row }) => row);
};

/**
 * The rows and areas in which something fits the filters, in the order that is asked for. Within a phase, a category or
 * a number of areas that need intervention, academies stay in alphabetical order.
 */
export const filterMatrix = (matrix: Matrix, filters: MatrixFilters): ShownMatrix => {
  const looking = filters.needsIntervention || filters.changed;
  const matches = (row: MatrixRow, area: MatrixArea): boolean => {
    const { level, changed } = showCell(matrix, row, area);
    return (!filters.needsIntervention || level?.needsIntervention === true) && (!filters.changed || changed);
  };
  const possible = matrix.rows.filter((row) => fits(filters, row));
  const candidates = matrix.areas.filter((area) => filters.group === undefined || area.group === filters.group);
  const areas = looking ? candidates.filter((area) => possible.some((row) => matches(row, area))) : candidates;
  const kept = looking ? possible.filter((row) => areas.some((area) => matches(row, area))) : possible;
  const rows = inOrder(filters.order, matrix, kept, candidates);
  const groups = matrix.groups
    .map((group) => ({ group, areas: areas.filter((area) => area.group === group.code) }))
    .filter((entry) => entry.areas.length > 0);
  const matching = looking ? rows.reduce((sum, row) => sum + areas.filter((area) => matches(row, area)).length, 0) : 0;
  return { groups, rows, looking, matches, matching };
};
