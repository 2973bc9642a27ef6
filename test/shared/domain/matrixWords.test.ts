import { directionWords, showCell } from '../../../shared/domain/matrixWords';
import { summerBefore } from '../../support/builders/calendar';
import { area } from '../../support/builders/ids';
import { matrix } from '../../support/builders/matrix';

const wordsAt = (rowNumber: number, code: string): string => {
  const row = matrix.rows[rowNumber];
  const column = matrix.areas.find((each) => each.code === code);
  if (!row || !column) throw new Error('no such cell');
  return showCell(matrix, row, column).words;
};

describe('a cell in words', () => {
  it('says level and change', () =>
    expect(wordsAt(0, area.attendance)).toBe('Intervention required, was Actions in place in summer'));
  it('says that nothing changed', () => expect(wordsAt(0, area.vacancies)).toBe('Assured, as in summer'));
  it('tells what does not apply from what is not judged', () => {
    expect(wordsAt(0, area.earlyYears)).toBe('Not applicable');
    expect(wordsAt(0, area.safeguarding)).toBe('Not judged');
  });
  it('keeps last term in sight where this term is not judged', () =>
    expect(wordsAt(2, area.retention)).toBe('Not judged, was Actions in place in summer'));
});

describe('direction is a word with its arrow', () => {
  it.each([
    [3, 1, '↗', '3 better, 1 worse since summer'],
    [0, 2, '↘', '2 worse since summer'],
    [2, 0, '↗', '2 better since summer'],
    [2, 2, '→', '2 better, 2 worse since summer'],
    [0, 0, '→', 'as in summer'],
  ])('%i better, %i worse', (better, worse, arrow, words) => {
    expect(directionWords({ comparedWith: summerBefore, better, worse, same: 4 })).toEqual({ arrow, words });
  });
});
