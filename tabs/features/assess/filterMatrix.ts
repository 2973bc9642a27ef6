import type { AreaGroup } from '../../../shared/schema/framework';
import type { Matrix, MatrixRow } from '../../../shared/schema/matrixViews';
import { showCell, type MatrixArea } from './cells';

export interface Filters {
  /** One function only. */
  readonly group: string | undefined;
  readonly needsIntervention: boolean;
  readonly changed: boolean;
}

export const noFilters: Filters = { group: undefined, needsIntervention: false, changed: false };

export interface ShownMatrix {
  readonly groups: readonly { readonly group: AreaGroup; readonly areas: readonly MatrixArea[] }[];
  readonly rows: readonly MatrixRow[];
  /** Whether cells are looked for, so that the others stand back. */
  readonly looking: boolean;
  readonly matches: (row: MatrixRow, area: MatrixArea) => boolean;
  readonly matching: number;
}

/** The rows and areas in which something fits the filters. Rows stay in their order: never a league table. */
export const filterMatrix = (matrix: Matrix, filters: Filters): ShownMatrix => {
  const looking = filters.needsIntervention || filters.changed;
  const matches = (row: MatrixRow, area: MatrixArea): boolean => {
    const { level, changed } = showCell(matrix, row, area);
    return (!filters.needsIntervention || level?.needsIntervention === true) && (!filters.changed || changed);
  };
  const candidates = matrix.areas.filter((area) => filters.group === undefined || area.group === filters.group);
  const areas = looking ? candidates.filter((area) => matrix.rows.some((row) => matches(row, area))) : candidates;
  const rows = looking ? matrix.rows.filter((row) => areas.some((area) => matches(row, area))) : matrix.rows;
  const groups = matrix.groups
    .map((group) => ({ group, areas: areas.filter((area) => area.group === group.code) }))
    .filter((entry) => entry.areas.length > 0);
  const matching = looking ? rows.reduce((sum, row) => sum + areas.filter((area) => matches(row, area)).length, 0) : 0;
  return { groups, rows, looking, matches, matching };
};
