import type { Row } from 'write-excel-file/node';
import type { MatrixSheet, MatrixSheetRow } from '../../../shared/domain/exports/sheet';
import { aboutSheet, factLine, heading, levelCell, text, titleCell } from './excelCells';

const headRows = ({ headings, groups }: MatrixSheet): Row[] => [
  [
    ...headings.map((name) => heading(name, { rowSpan: 2 })),
    ...groups.flatMap(({ name, areas }) => [
      heading(name, { columnSpan: areas.length }),
      ...areas.slice(1).map(() => null),
    ]),
  ],
  [...headings.map(() => null), ...groups.flatMap(({ areas }) => areas.map((name) => heading(name)))],
];

const bodyRow = ({ academy, about, standing, historic, cells }: MatrixSheetRow): Row => [
  text(`${academy}\n${about}`, { fontWeight: 'bold' }),
  text(standing.join('\n')),
  ...historic.map((lines) => text(lines.join('\n'))),
  ...cells.map(({ mark, words, quiet }) => levelCell(mark, words, quiet)),
];

/** The matrix as a workbook: its title, its facts and two rows of headings stay in sight, and so do the academies. */
export const excelOfMatrix = (sheet: MatrixSheet) => [
  {
    sheet: 'Matrix',
    orientation: 'landscape' as const,
    stickyRowsCount: 4,
    stickyColumnsCount: 1,
    columns: [
      { width: 28 },
      ...sheet.headings.slice(1).map(() => ({ width: 24 })),
      ...sheet.groups.flatMap(({ areas }) => areas.map(() => ({ width: 17 }))),
    ],
    data: [[titleCell(sheet)], [factLine(sheet)], ...headRows(sheet), ...sheet.rows.map(bodyRow)],
  },
  aboutSheet(sheet),
];
