import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { MatrixSheet, MatrixSheetRow, SheetCell } from '../../../shared/domain/exports/sheet';
import { paperTones } from '../../../shared/domain/paperTones';
import { documentOf, factColumns, legendLine, line, noteLines, quietInk, shade } from './pdfParts';
import { uprightHeading } from './uprightHeading';

const margins = 2 * 28;
/** Points, the padding and one line of a cell included. */
const leadingWidth = 92;
const padding = 6;
const lineWidth = 0.5;
/** What a cell takes besides what is in it. */
const around = padding + lineWidth;
/** From this width on the word stands beside the symbol; below it the key says what the symbols mean. */
const roomForWords = 66;
const narrowest = 23;
const widest = 110;

interface Paper {
  readonly pageSize: 'A4' | 'A3' | 'A2' | 'A1';
  readonly leading: number;
  readonly area: number;
}

/** Landscape widths, smallest first. */
const papers = [
  { pageSize: 'A4', width: 841, least: roomForWords },
  { pageSize: 'A3', width: 1190, least: narrowest },
  { pageSize: 'A2', width: 1683, least: narrowest },
] as const;
const largest = { pageSize: 'A1', width: 2383, least: narrowest } as const;

/** A4 where the words fit on it, A3 for every model of today; no model has more areas than A1 takes. */
const paperFor = ({ headings, groups }: MatrixSheet): Paper => {
  const areas = Math.max(1, groups.flatMap((group) => group.areas).length);
  const room = (width: number): number => (width - margins - headings.length * leadingWidth) / areas;
  const { pageSize, width } = papers.find((paper) => room(paper.width) >= paper.least) ?? largest;
  return { pageSize, leading: leadingWidth - around, area: Math.min(widest, room(width)) - around };
};

const hasWords = ({ area }: Paper): boolean => area + around >= roomForWords;

const levelCell = ({ mark, was, quiet, words }: SheetCell, paper: Paper): TableCell => {
  const { background, foreground } = paperTones[mark.tone];
  const look = {
    ...(!quiet && { fillColor: background }),
    color: quiet ? quietInk : foreground,
    bold: mark.strong && !quiet,
    alignment: hasWords(paper) ? ('left' as const) : ('center' as const),
  };
  if (hasWords(paper)) return { ...look, text: `${mark.symbol} ${words}`, fontSize: 7 };
  return {
    ...look,
    stack: [{ text: mark.symbol, fontSize: 10 }, ...(was ? [{ text: `was ${was.symbol}`, fontSize: 5.5 }] : [])],
  };
};

const bodyRow = (row: MatrixSheetRow, paper: Paper): TableCell[] => {
  const [category = '', ...more] = row.standing;
  return [
    {
      stack: [
        { text: row.academy, bold: true },
        { text: row.about, color: quietInk, fontSize: 6.5 },
      ],
    },
    { stack: [{ text: category, bold: true }, ...more.map((text) => ({ text, color: quietInk }))], fontSize: 6.5 },
    ...row.historic.map((lines) => ({ stack: lines.map((text) => ({ text })), fontSize: 6.5 })),
    ...row.cells.map((cell) => levelCell(cell, paper)),
  ];
};

const headRows = ({ headings, groups }: MatrixSheet, paper: Paper): TableCell[][] => {
  const head = (text: string) => ({ text, bold: true, fillColor: shade });
  const areaHead = (name: string): TableCell =>
    hasWords(paper) ? head(name) : { ...uprightHeading(name, paper.area), fillColor: shade };
  return [
    [
      ...headings.map((text) => ({ ...head(text), rowSpan: 2 })),
      ...groups.flatMap(({ name, areas }): TableCell[] => [
        { ...head(name), colSpan: areas.length, fontSize: 7 },
        ...areas.slice(1).map(() => ({})),
      ]),
    ],
    [...headings.map(() => ({})), ...groups.flatMap(({ areas }) => areas.map(areaHead))],
  ];
};

const tableOf = (sheet: MatrixSheet, paper: Paper): Content => ({
  margin: [0, 8, 0, 0],
  table: {
    headerRows: 2,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    widths: [
      ...sheet.headings.map(() => paper.leading),
      ...sheet.groups.flatMap(({ areas }) => areas.map(() => paper.area)),
    ],
    body: [...headRows(sheet, paper), ...sheet.rows.map((row) => bodyRow(row, paper))],
  },
  layout: {
    hLineColor: () => line,
    vLineColor: () => line,
    hLineWidth: () => lineWidth,
    vLineWidth: () => lineWidth,
    paddingLeft: () => padding / 2,
    paddingRight: () => padding / 2,
    paddingTop: () => 2,
    paddingBottom: () => 2,
  },
});

/** The matrix as a landscape document: headings on every page, a level by symbol and word or by symbol and key. */
export const pdfOfMatrix = (sheet: MatrixSheet): TDocumentDefinitions => {
  const paper = paperFor(sheet);
  const isEmpty = sheet.rows.length === 0 || sheet.groups.length === 0;
  const nothing: Content = { text: 'No judgement of this period fits these filters.', margin: [0, 8, 0, 0] };
  return documentOf(sheet, { pageSize: paper.pageSize, pageOrientation: 'landscape' }, [
    { text: sheet.title, style: 'title' },
    { columns: factColumns(sheet), columnGap: 24 },
    legendLine(sheet),
    noteLines(sheet),
    isEmpty ? nothing : tableOf(sheet, paper),
  ]);
};
