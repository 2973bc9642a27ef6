import { filterMatrix, noFilters } from '../../../../shared/domain/filterMatrix';
import { withoutCategories } from '../../../../tabs/features/assess/gridLook';
import { matrix } from '../../../support/builders/matrix';

/** Windows without categories beside an opened detail, for so many areas and historic columns. */
const windows = (areas: number, historic = 0, large = false): string => {
  const [group] = filterMatrix(matrix, noFilters).groups;
  const [area] = group?.areas ?? [];
  if (!group || !area) throw new Error('The matrix has no area.');
  const groups = [{ ...group, areas: Array.from({ length: areas }, () => area) }];
  const columns = Array.from({ length: historic }, () => 'ofsted' as const);
  return withoutCategories({ historic: columns }, { groups }, large);
};
const widthOf = (query: string): number => Number(/^\(max-width: (\d+)px\)$/.exec(query)?.[1]);

test('the more there is to see, the wider a window has to be to keep the categories beside an opened detail', () => {
  expect(widthOf(windows(14))).toBeLessThan(1280);
  expect(widthOf(windows(28))).toBeGreaterThan(1600);
  expect(widthOf(windows(14, 2))).toBe(widthOf(windows(14)) + 240);
  expect(widthOf(windows(14, 0, true))).toBeGreaterThan(widthOf(windows(14)));
});

test('no window is wide enough for more than the page becomes wide', () => {
  expect([windows(28, 3), windows(28, 0, true)]).toEqual(['all', 'all']);
});
