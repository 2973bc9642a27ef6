import type { MatrixFilters, MatrixOrder, MatrixQuery } from '../schema/matrixFilters';
import type { Matrix } from '../schema/matrixViews';
import { capital, periodShort, phaseName } from './words';

/** What an address says of the filters. */
export const filtersOfQuery = ({ group, phase, category, ...rest }: MatrixQuery): MatrixFilters => ({
  ...(group !== undefined && { group }),
  ...(phase !== undefined && { phase }),
  ...(category !== undefined && { category }),
  needsIntervention: rest.needsIntervention === 'yes',
  changed: rest.changed === 'yes',
  order: rest.order ?? 'name',
});

/** The same the other way round: only what differs from the whole matrix by name. */
export const queryOfFilters = ({ group, phase, category, ...rest }: MatrixFilters): MatrixQuery => ({
  ...(group !== undefined && { group }),
  ...(phase !== undefined && { phase }),
  ...(category !== undefined && { category }),
  ...(rest.needsIntervention && { needsIntervention: 'yes' }),
  ...(rest.changed && { changed: 'yes' }),
  ...(rest.order !== 'name' && { order: rest.order }),
});

type Named = Pick<Matrix, 'groups' | 'categories' | 'categoryWord' | 'previous'>;

const nameIn = (among: readonly { readonly code: string; readonly name: string }[], code: string | undefined) =>
  code && (among.find((each) => each.code === code)?.name ?? 'not in this matrix');

const named = (label: string, name: string | undefined): string[] => (name ? [`${label}: ${name}`] : []);

/** Everything that is on, in words: 'Phase: Primary', 'Only what needs intervention'; none for the whole matrix. */
export const filterWords = (matrix: Named, filters: MatrixFilters): string[] => {
  const { group, phase, category, needsIntervention, changed } = filters;
  const since = matrix.previous ? ` since ${periodShort(matrix.previous)}` : '';
  return [
    ...named('Function', nameIn(matrix.groups, group)),
    ...named('Phase', phase && phaseName(phase)),
    ...named(capital(matrix.categoryWord), nameIn(matrix.categories, category)),
    ...(needsIntervention ? ['Only what needs intervention'] : []),
    ...(changed ? [`Only what changed${since}`] : []),
  ];
};

/** In which order the academies stand: 'by phase, then by name'. */
export const orderWords = (order: MatrixOrder, categoryWord: Matrix['categoryWord']): string =>
  ({
    name: 'by name',
    phase: 'by phase, then by name',
    category: `by ${categoryWord}, most support first`,
    needs: 'by number of areas that need intervention, most first',
  })[order];
