import { filterMatrix, noFilters } from '../../../../shared/domain/filterMatrix';
import { MatrixOrder } from '../../../../shared/schema/matrixFilters';
import {
  filtersOn,
  isFiltered,
  onWords,
  orderChoices,
  rankingWords,
  shownWords,
} from '../../../../tabs/features/assess/filterChoices';
import { group } from '../../../support/builders/ids';
import { matrix } from '../../../support/builders/matrix';

const shownBy = (filters: Partial<typeof noFilters>): string =>
  shownWords(matrix, filterMatrix(matrix, { ...noFilters, ...filters }));

it('says how much of the matrix is in sight', () => {
  expect(shownBy({ phase: 'secondary' })).toBe('Showing 0 of 3 academies');
  expect(shownBy({ group: group.staffing })).toBe('Showing 3 of 3 academies and 2 of 5 areas');
  expect(shownBy({ needsIntervention: true })).toBe('Showing 2 of 3 academies and 2 of 5 areas: 2 judgements');
  expect(shownBy({ needsIntervention: true, changed: true })).toBe(
    'Showing 1 of 3 academies and 1 of 5 areas: 1 judgement',
  );
});

it('says what is on', () =>
  expect(onWords(matrix, { ...noFilters, phase: 'primary', changed: true })).toBe(
    'Phase: Primary · Only what changed since summer',
  ));

it('counts what is on; an order leaves nothing out', () => {
  expect([filtersOn(noFilters), isFiltered(noFilters)]).toEqual([0, false]);
  const ordered = { ...noFilters, order: 'phase' as const };
  expect([filtersOn(ordered), isFiltered(ordered)]).toEqual([1, false]);
  const all = { ...ordered, group: group.staffing, phase: 'primary' as const, needsIntervention: true, changed: true };
  expect([filtersOn(all), isFiltered(all)]).toEqual([5, true]);
});

it('offers every order in words; a category only where there are any', () => {
  expect(orderChoices(matrix).map(({ label }) => label)).toEqual([
    'By name',
    'By phase',
    'By category',
    'Most intervention first',
  ]);
  expect(orderChoices({ ...matrix, categoryWord: 'tier' })[2]?.label).toBe('By tier');
  expect(orderChoices({ ...matrix, categories: [] }).map(({ value }) => value)).toEqual(['name', 'phase', 'needs']);
});

it.each(MatrixOrder.options)('the order %s is called a ranking where it is one', (order) => {
  const words = rankingWords(order, 'category');
  if (order === 'name' || order === 'phase') expect(words).toBeUndefined();
  else expect(words).toMatch(/^These academies are ranked .* because this order was chosen\..*does not say how well/);
});
