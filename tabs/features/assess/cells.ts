import { findLevel } from '../../../shared/domain/framework';
import { periodShort } from '../../../shared/domain/words';
import type { Category, Level, Scale } from '../../../shared/schema/framework';
import type { Matrix, MatrixCell, MatrixRow } from '../../../shared/schema/matrixViews';
import { markOfLevel, notApplicable, notJudged, type Mark } from '../../components/marks';

export type MatrixArea = Matrix['areas'][number];

export const scaleOfArea = (matrix: Pick<Matrix, 'scales'>, area: MatrixArea): Scale | undefined =>
  matrix.scales.find((scale) => scale.code === area.scale);

const cellAt = (row: MatrixRow, area: MatrixArea): MatrixCell => row.cells[area.code] ?? { state: 'notJudged' };

export interface ShownCell {
  readonly mark: Mark;
  readonly level: Level | undefined;
  readonly changed: boolean;
  /** Level and change in words: 'Intervention required, was Actions in place in summer'. */
  readonly words: string;
}

const wasWords = (cell: MatrixCell, scale: Scale | undefined, season: string | undefined): string => {
  if (cell.state === 'notApplicable' || season === undefined) return '';
  const previous = findLevel(scale, cell.previous);
  if (!previous) return '';
  const same = cell.state === 'judged' && !cell.changed;
  return same ? `, as in ${season}` : `, was ${previous.name} in ${season}`;
};

/** A cell of the matrix as it is shown and said. */
export const showCell = (matrix: Matrix, row: MatrixRow, area: MatrixArea): ShownCell => {
  const cell = cellAt(row, area);
  const scale = scaleOfArea(matrix, area);
  const level = cell.state === 'judged' ? (cell.as ?? findLevel(scale, cell.level)) : undefined;
  const mark = cell.state === 'notApplicable' ? notApplicable : level ? markOfLevel(level) : notJudged;
  return {
    mark,
    level,
    changed: cell.state === 'judged' && cell.changed,
    words: `${mark.word}${wasWords(cell, scale, matrix.previous && periodShort(matrix.previous))}`,
  };
};

/** The academy's category: as it was decided, where the year's model does not have it any more. */
export const categoryOfRow = (
  matrix: Pick<Matrix, 'categories'>,
  { category }: MatrixRow,
): Pick<Category, 'name' | 'symbol'> | undefined =>
  category?.as ?? matrix.categories.find(({ code }) => code === category?.code);
