import type { Category, Level, Scale } from '../schema/framework';
import type { Direction, Matrix, MatrixCell, MatrixRow } from '../schema/matrixViews';
import { findLevel } from './framework';
import { markOfLevel, notApplicable, type Mark } from './marks';
import { formatDay, periodShort, phaseName } from './words';

export type MatrixArea = Matrix['areas'][number];

export const scaleOfArea = (matrix: Pick<Matrix, 'scales'>, area: MatrixArea): Scale | undefined =>
  matrix.scales.find((scale) => scale.code === area.scale);

const cellAt = (row: MatrixRow, area: MatrixArea): MatrixCell => row.cells[area.code] ?? { state: 'notJudged' };

export interface ShownCell {
  readonly mark: Mark;
  readonly level: Level | undefined;
  readonly changed: boolean;
  /** What it was in the period before, where that is known and still means the same. */
  readonly previous: Mark | undefined;
  /** Level and change in words: 'Intervention required, was Actions in place in summer'. */
  readonly words: string;
}

const wasWords = (same: boolean, previous: Level | undefined, season: string | undefined): string => {
  if (!previous || season === undefined) return '';
  return same ? `, as in ${season}` : `, was ${previous.name} in ${season}`;
};

const markOfCell = (cell: MatrixCell, level: Level | undefined): Mark =>
  cell.state === 'notApplicable' ? notApplicable : markOfLevel(level);

const levelBefore = (cell: MatrixCell, scale: Scale | undefined): Level | undefined =>
  cell.state === 'notApplicable' ? undefined : findLevel(scale, cell.previous);

/** A cell of the matrix as it is shown, said and exported. */
export const showCell = (matrix: Matrix, row: MatrixRow, area: MatrixArea): ShownCell => {
  const cell = cellAt(row, area);
  const scale = scaleOfArea(matrix, area);
  const judged = cell.state === 'judged' ? cell : undefined;
  const level = judged && (judged.as ?? findLevel(scale, judged.level));
  const mark = markOfCell(cell, level);
  const previous = levelBefore(cell, scale);
  const was = wasWords(judged?.changed === false, previous, matrix.previous && periodShort(matrix.previous));
  return {
    mark,
    level,
    changed: judged?.changed === true,
    previous: previous && markOfLevel(previous),
    words: `${mark.word}${was}`,
  };
};

/** The academy's category: as it was decided, where the year's model does not have it any more. */
export const categoryOfRow = (
  matrix: Pick<Matrix, 'categories'>,
  { category }: MatrixRow,
): Pick<Category, 'name' | 'symbol'> | undefined =>
  category?.as ?? matrix.categories.find(({ code }) => code === category?.code);

export interface DirectionWords {
  readonly arrow: '↗' | '↘' | '→';
  readonly words: string;
}

const arrowOf = (net: number): DirectionWords['arrow'] => {
  if (net === 0) return '→';
  return net > 0 ? '↗' : '↘';
};

/** '3 better, 1 worse since summer': an arrow never stands alone. */
export const directionWords = ({ better, worse, comparedWith }: Direction): DirectionWords => {
  const arrow = arrowOf(better - worse);
  const moves = [...(better > 0 ? [`${better} better`] : []), ...(worse > 0 ? [`${worse} worse`] : [])];
  if (moves.length === 0) return { arrow, words: `as in ${periodShort(comparedWith)}` };
  return { arrow, words: `${moves.join(', ')} since ${periodShort(comparedWith)}` };
};

/** 'Primary · 210 pupils'. */
export const aboutRow = ({ phase, pupils }: Pick<MatrixRow, 'phase' | 'pupils'>): string =>
  pupils === undefined ? phaseName(phase) : `${phaseName(phase)} · ${pupils} pupils`;

type Categories = Pick<Matrix, 'categories'>;
const categoryName = ({ categories }: Categories, code: string, as: { readonly name: string } | undefined): string =>
  (as ?? categories.find((category) => category.code === code))?.name ?? code;

/** A decided change whose day is still to come: 'Sustain from 3 September 2026'. */
export const nextCategoryWords = (
  matrix: Categories,
  { code, from, as }: NonNullable<MatrixRow['nextCategory']>,
): string => `${categoryName(matrix, code, as)} from ${formatDay(from)}`;

/** A change under way: 'Repair proposed'. */
export const openChangeWords = (matrix: Categories, { to, as }: NonNullable<MatrixRow['openChange']>): string =>
  `${categoryName(matrix, to, as)} proposed`;

/** What has become of a judgement that counts. */
export const settledWord = ({ settling }: Pick<Matrix, 'settling'>): string =>
  settling?.word === 'agreement' ? 'agreed' : 'signed off';

/** 'signed off by 5 of 6'. */
export const settledByWords = (matrix: Pick<Matrix, 'settling' | 'counts'>): string =>
  `${settledWord(matrix)} by ${matrix.counts.signedOff} of ${matrix.counts.academies}`;

/** What somebody who does not see drafts is told under the matrix. */
export const draftsLeftOutWords = (matrix: Pick<Matrix, 'settling'>): string =>
  `Judgements that are not ${settledWord(matrix)} yet are not shown.`;
