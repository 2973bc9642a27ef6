import { noFilters, filterMatrix } from '../../../../shared/domain/filterMatrix';
import { withoutCategories } from '../../../../tabs/features/assess/gridLook';
import { matrix } from '../../../support/builders/matrix';

const widthOf = (query: string): number => Number(/^\(max-width: (\d+)px\)$/.exec(query)?.[1]);

/** The matrix with so many areas and historic columns, beside an opened detail. */
const needed = (areas: number, historic: number): number => {
  const shown = filterMatrix(matrix, noFilters);
  const [group] = shown.groups;
  const [area] = group?.areas ?? [];
  if (!group || !area) throw new Error('The matrix has no area.');
  const groups = [{ ...group, areas: Array.from({ length: areas }, () => area) }];
  const columns = Array.from({ length: historic }, () => 'ofsted' as const);
  return widthOf(withoutCategories({ ...matrix, historic: columns }, { ...shown, groups }));
};

test('the more there is to see, the wider a window has to be to keep the categories beside an opened detail', () => {
  expect(needed(14, 0)).toBeLessThan(1280);
  expect(needed(28, 0)).toBeGreaterThan(1600);
  expect(needed(28, 0)).toBeLessThan(1800);
  expect(needed(28, 3)).toBeGreaterThan(needed(28, 0) + 300);
});
