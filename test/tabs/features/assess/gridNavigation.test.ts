import { moveInGrid } from '../../../../tabs/features/assess/gridNavigation';

const size = { rows: 3, columns: 5 };
const middle = { row: 1, column: 2 };

describe('keys of the grid', () => {
  it.each([
    ['ArrowLeft', false, { row: 1, column: 1 }],
    ['ArrowRight', false, { row: 1, column: 3 }],
    ['ArrowUp', false, { row: 0, column: 2 }],
    ['ArrowDown', false, { row: 2, column: 2 }],
    ['Home', false, { row: 1, column: 0 }],
    ['End', false, { row: 1, column: 4 }],
    ['Home', true, { row: 0, column: 0 }],
    ['End', true, { row: 2, column: 4 }],
    ['PageUp', false, { row: 0, column: 2 }],
    ['PageDown', false, { row: 2, column: 2 }],
  ])('%s (whole grid: %s)', (key, whole, expected) => {
    expect(moveInGrid(middle, key, whole, size)).toEqual(expected);
  });

  it('stops at the edges', () => {
    expect(moveInGrid({ row: 0, column: 0 }, 'ArrowLeft', false, size)).toEqual({ row: 0, column: 0 });
    expect(moveInGrid({ row: 2, column: 4 }, 'ArrowDown', false, size)).toEqual({ row: 2, column: 4 });
  });

  it('leaves other keys alone', () => {
    for (const key of ['Tab', 'Enter', 'a', 'toString', 'constructor'])
      expect(moveInGrid(middle, key, false, size)).toBeUndefined();
  });

  it('goes nowhere in an empty grid', () =>
    expect(moveInGrid(middle, 'ArrowDown', false, { rows: 0, columns: 0 })).toBeUndefined());
});
