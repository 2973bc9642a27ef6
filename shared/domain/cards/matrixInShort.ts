import type { Mark } from '../../schema/card';
import type { Matrix } from '../../schema/matrixViews';
import { levelOf } from '../framework';
import { countMarks } from './marks';

export interface GroupInShort {
  readonly name: string;
  readonly counts: { mark: Mark; count: number }[];
  readonly notJudged: number;
}

/** How many judgements of each function stand at each level, over all rows of a matrix; functions without any are left out. */
export const matrixInShort = (matrix: Matrix): GroupInShort[] =>
  matrix.groups.flatMap((group) => {
    const cells = matrix.areas
      .filter((area) => area.group === group.code)
      .flatMap((area) => matrix.rows.flatMap(({ cells: row }) => [{ area, cell: row[area.code] }]));
    const levels = cells.flatMap(({ area, cell }) => {
      const level = cell?.state === 'judged' ? (cell.as ?? levelOf(matrix, area, cell.level)) : undefined;
      return level ? [{ level }] : [];
    });
    const notJudged = cells.filter(({ cell }) => cell?.state === 'notJudged').length;
    const counts = countMarks(levels);
    return counts.length + notJudged > 0 ? [{ name: group.name, counts, notJudged }] : [];
  });
