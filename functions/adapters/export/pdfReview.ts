import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { ReviewSheet, ReviewSheetArea, SheetKpi } from '../../../shared/domain/exports/sheet';
import { chip, documentOf, factTable, legendLine, line, noteLines, shade } from './pdfParts';

const light = {
  hLineColor: () => line,
  vLineColor: () => line,
  hLineWidth: () => 0.5,
  vLineWidth: () => 0,
};

const kpiTable = (kpis: readonly SheetKpi[]): Content => ({
  margin: [0, 3, 0, 3],
  fontSize: 7.5,
  table: {
    headerRows: 1,
    dontBreakRows: true,
    widths: ['*', 48, 66, 112, 72, 84],
    body: [
      ['Measure', 'Value', 'Band', 'Level', 'As at', 'Source'].map((text): TableCell => ({
        text,
        bold: true,
        fillColor: shade,
      })),
      ...kpis.map((kpi): TableCell[] => [
        kpi.name,
        { text: kpi.value, alignment: 'right' },
        kpi.band,
        { text: [chip(kpi.mark)] },
        kpi.asAt,
        kpi.source || 'Not given',
      ]),
    ],
  },
  layout: light,
});

const evidenceOf = ({ evidence }: ReviewSheetArea): Content[] =>
  evidence.length === 0
    ? []
    : [
        {
          ul: evidence.map(({ title, url }) => ({
            text: [`${title}: `, { text: url, link: url, decoration: 'underline' }],
          })),
          margin: [0, 2, 0, 2],
        },
      ];

const given = (text: string, look: object = {}): Content[] => (text === '' ? [] : [{ text, ...look }]);

const areaOf = (area: ReviewSheetArea): Content => ({
  margin: [0, 5, 0, 3],
  stack: [
    {
      unbreakable: true,
      stack: [
        { text: area.name, style: 'area' },
        { text: [chip(area.mark), ...(area.previous ? [`  ${area.previous}`] : [])], margin: [0, 2, 0, 2] },
        ...given(area.suggestion, { style: 'quiet' }),
        ...(area.kpis.length > 0 ? [kpiTable(area.kpis)] : []),
      ],
    },
    ...given(area.rationale, { margin: [0, 2, 0, 2], preserveLeadingSpaces: true }),
    ...evidenceOf(area),
    ...given(area.judged, { style: 'quiet' }),
  ],
});

const historyTable = ({ history }: ReviewSheet): Content => ({
  fontSize: 7.5,
  table: {
    headerRows: 1,
    widths: [110, 130, '*'],
    body: [
      ['When', 'Who', 'What'].map((text): TableCell => ({ text, bold: true, fillColor: shade })),
      ...history.map(({ at, by, words }): TableCell[] => [at, by, words]),
    ],
  },
  layout: light,
});

/** One academy's review as a portrait document that reads from top to bottom. */
export const pdfOfReview = (sheet: ReviewSheet): TDocumentDefinitions => ({
  ...documentOf(sheet, { pageSize: 'A4', pageOrientation: 'portrait' }, [
    { text: sheet.title, style: 'title' },
    factTable(sheet),
    legendLine(sheet),
    noteLines(sheet),
    { text: sheet.standing.state, style: 'group', headlineLevel: 1 },
    ...sheet.standing.lines.map((text): Content => ({ text })),
    ...sheet.groups.flatMap(({ name, areas }): Content[] => [
      { text: name, style: 'group', headlineLevel: 1 },
      ...areas.map(areaOf),
    ]),
    { text: 'History', style: 'group', headlineLevel: 1 },
    historyTable(sheet),
  ]),
  // A heading goes over to the next page with what it stands above.
  pageBreakBefore: (node, following) => node.headlineLevel === 1 && following.getFollowingNodesOnPage().length === 0,
});
