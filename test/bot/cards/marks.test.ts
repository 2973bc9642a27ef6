import { areaLines, levelLines } from '../../../bot/cards/marks';
import { assured, intervention } from './examples';
import { linesOf } from './parts';

const areas = (names: readonly string[]) => names.map((area) => ({ area, mark: intervention }));

test('names that a line has no room for are counted instead, and no name is cut for it', () => {
  const names = Array.from({ length: 6 }, (_, n) => `${n + 1} ${'Area with quite a long name of its own, and more'}`);
  const [line = ''] = linesOf(areaLines(areas(names)));
  expect(line).toMatch(/^! Intervention required \(6\): 1 Area .* and 2 more$/);
  expect(line).not.toContain('…');
});

test('a level whose areas are all named is not counted a second time; one of which some are not, is', () => {
  const counts = [
    { mark: assured, count: 4 },
    { mark: intervention, count: 2 },
  ];
  expect(linesOf(levelLines(counts, areas(['Attendance', 'Suspensions']), 'Levels'))).toEqual([
    'Levels: ✓ 4 Assured',
    '! Intervention required (2): Attendance, Suspensions',
  ]);
  expect(linesOf(levelLines(counts, areas(['Attendance']), 'Levels'))).toEqual([
    'Levels: ✓ 4 Assured · ! 2 Intervention required',
    '! Intervention required (1): Attendance',
  ]);
});
