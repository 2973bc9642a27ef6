import { filterWords, orderWords } from '../../../shared/domain/matrixQuery';
import type { ShownMatrix } from '../../../shared/domain/filterMatrix';
import { count } from '../../../shared/domain/words';
import { MatrixOrder, type MatrixFilters } from '../../../shared/schema/matrixFilters';
import type { Matrix } from '../../../shared/schema/matrixViews';

const orderNames = (categoryWord: Matrix['categoryWord']) =>
  ({
    name: 'By name',
    phase: 'By phase',
    category: `By ${categoryWord}`,
    needs: 'Most intervention first',
  }) satisfies Record<MatrixOrder, string>;

/** The orders that can be chosen; a category only where the trust's model has any. */
export const orderChoices = ({ categories, categoryWord }: Pick<Matrix, 'categories' | 'categoryWord'>) =>
  MatrixOrder.options
    .filter((order) => order !== 'category' || categories.length > 0)
    .map((order) => ({ value: order, label: orderNames(categoryWord)[order] }));

/** How many filters are on; an order of one's own counts as one. */
export const filtersOn = ({ group, phase, category, needsIntervention, changed, order }: MatrixFilters): number =>
  [group, phase, category].filter((code) => code !== undefined).length +
  [needsIntervention, changed, order !== 'name'].filter(Boolean).length;

/** Whether some of the matrix may be left out. */
export const isFiltered = (filters: MatrixFilters): boolean => filtersOn({ ...filters, order: 'name' }) > 0;

const areasOf = (groups: readonly { readonly areas: readonly unknown[] }[]): number =>
  groups.reduce((sum, { areas }) => sum + areas.length, 0);

/** 'Showing 4 of 12 academies and 6 of 28 areas', with what was looked for: ', 9 judgements'. */
export const shownWords = (matrix: Matrix, shown: ShownMatrix): string => {
  const academies = `${shown.rows.length} of ${count(matrix.rows.length, 'academy', 'academies')}`;
  const areas = areasOf(shown.groups);
  const some = areas < matrix.areas.length ? ` and ${areas} of ${count(matrix.areas.length, 'area')}` : '';
  const found = shown.looking ? `: ${count(shown.matching, 'judgement')}` : '';
  return `Showing ${academies}${some}${found}`;
};

/** What is on, as it stands behind that: '(Phase: Primary; only what changed since summer)'. */
export const onWords = (matrix: Matrix, filters: MatrixFilters): string => filterWords(matrix, filters).join(' · ');

/** Said whenever the academies stand in a ranking: nobody is to take it for a league table. */
export const rankingWords = (order: MatrixOrder, categoryWord: Matrix['categoryWord']): string | undefined =>
  order === 'category' || order === 'needs'
    ? `These academies are ranked ${orderWords(order, categoryWord)}, because this order was chosen. ` +
      'It shows where help may be needed first. It does not say how well an academy is led or how far it has come.'
    : undefined;
