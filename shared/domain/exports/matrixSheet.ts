import type { MatrixFilters } from '../../schema/matrixFilters';
import type { Matrix, MatrixRow } from '../../schema/matrixViews';
import { filterMatrix, type ShownMatrix } from '../filterMatrix';
import { historicColumns, historicHeadings, historicLines } from '../historicColumns';
import { categoryWords, legendOf, notApplicable, notJudged } from '../marks';
import { filterWords, orderWords } from '../matrixQuery';
import {
  aboutRow,
  categoryOfRow,
  directionWords,
  draftsLeftOutWords,
  nextCategoryWords,
  openChangeWords,
  settledByWords,
  showCell,
  type MatrixArea,
} from '../matrixWords';
import { capital, count, formatInstant, periodLabel, periodShort, plural } from '../words';
import type { MatrixSheet, MatrixSheetRow, SheetCell, SheetFact } from './sheet';
import { fileNameOf, takingFacts, type Taking } from './taking';

const categoryLine = (matrix: Matrix, row: MatrixRow): string => {
  const category = categoryOfRow(matrix, row);
  return category ? categoryWords(category) : `No ${matrix.categoryWord} yet`;
};

const standingOf = (matrix: Matrix, row: MatrixRow): string[] => {
  const direction = row.direction && directionWords(row.direction);
  return [
    categoryLine(matrix, row),
    ...(direction ? [`${direction.arrow} ${direction.words}`] : []),
    ...(row.nextCategory ? [nextCategoryWords(matrix, row.nextCategory)] : []),
    ...(row.openChange ? [openChangeWords(matrix, row.openChange)] : []),
  ];
};

/** A judgement that is as it was needs only its own word; the others say what they were. */
const cellOf = (matrix: Matrix, row: MatrixRow, area: MatrixArea, quiet: boolean): SheetCell => {
  const { mark, changed, level, previous, words } = showCell(matrix, row, area);
  const asBefore = level !== undefined && !changed;
  return { mark, was: asBefore ? undefined : previous, quiet, words: asBefore ? mark.word : words };
};

const rowOf = (matrix: Matrix, shown: ShownMatrix, row: MatrixRow): MatrixSheetRow => ({
  academy: row.name,
  about: aboutRow(row),
  standing: standingOf(matrix, row),
  historic: historicColumns(matrix.historic).map((column) => {
    const lines = historicLines(column, row);
    return lines.length > 0 ? lines : ['None recorded'];
  }),
  cells: shown.groups.flatMap(({ areas }) =>
    areas.map((area) => cellOf(matrix, row, area, shown.looking && !shown.matches(row, area))),
  ),
});

const shownFact = (matrix: Matrix, shown: ShownMatrix, filters: MatrixFilters): SheetFact => {
  const on = filterWords(matrix, filters);
  const academies = count(shown.rows.length, 'academy', 'academies');
  const words = on.length === 0 ? `The whole matrix, ${academies}` : `${on.join('; ')} (${academies})`;
  return { label: 'Shown', words: `${words}, ${orderWords(filters.order, matrix.categoryWord)}` };
};

const factsOf = (matrix: Matrix, shown: ShownMatrix, filters: MatrixFilters, taking: Taking): SheetFact[] => [
  { label: 'Trust', words: taking.trustName },
  { label: 'Period', words: periodLabel(matrix) },
  { label: 'Model', words: matrix.frameworkName },
  { label: capital(plural(matrix.record)), words: settledByWords(matrix) },
  shownFact(matrix, shown, filters),
  { label: 'As at', words: formatInstant(matrix.asAt) },
  ...takingFacts(taking),
];

const notesOf = (matrix: Matrix): string[] => [
  ...(matrix.previous ? [`‘was’ beside a level: what it was in ${periodShort(matrix.previous)}.`] : []),
  ...(matrix.signedOffOnly ? [draftsLeftOutWords(matrix)] : []),
];

/** A matrix as one person may see it, with the columns and words of the screen. */
export const matrixSheet = (matrix: Matrix, filters: MatrixFilters, taking: Taking): MatrixSheet => {
  const shown = filterMatrix(matrix, filters);
  return {
    kind: 'matrix',
    title: `Academy Risk Assessment Matrix, ${periodLabel(matrix)}`,
    fileName: fileNameOf('Matrix', periodLabel(matrix)),
    facts: factsOf(matrix, shown, filters, taking),
    headings: [
      'Academy',
      capital(matrix.categoryWord),
      ...historicColumns(matrix.historic).map((column) => historicHeadings[column]),
    ],
    groups: shown.groups.map(({ group, areas }) => ({ name: group.name, areas: areas.map(({ name }) => name) })),
    rows: shown.rows.map((row) => rowOf(matrix, shown, row)),
    legend: [...legendOf(matrix.scales), notJudged, notApplicable],
    notes: notesOf(matrix),
  };
};
