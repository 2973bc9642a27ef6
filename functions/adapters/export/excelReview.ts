import type { Row } from 'write-excel-file/node';
import type { ReviewSheet, ReviewSheetArea } from '../../../shared/domain/exports/sheet';
import { aboutSheet, factLine, heading, levelCell, text, titleCell } from './excelCells';

const headings = (...names: readonly string[]): Row => names.map((name) => heading(name));

type Areas = readonly { readonly group: string; readonly area: ReviewSheetArea }[];

const areaRow = ({ group, area }: Areas[number]): Row => [
  text(group),
  text(area.name, { fontWeight: 'bold' }),
  levelCell(area.mark),
  text(area.previous),
  text(area.suggestion),
  text(area.rationale),
  text(area.evidence.map(({ title, url }) => `${title}: ${url}`).join('\n')),
  text(area.judged),
];

const judgements = (sheet: ReviewSheet, areas: Areas) => ({
  sheet: 'Judgements',
  orientation: 'landscape' as const,
  stickyRowsCount: 4,
  stickyColumnsCount: 2,
  columns: [18, 26, 24, 24, 36, 60, 40, 30].map((width) => ({ width })),
  data: [
    [titleCell(sheet)],
    [factLine(sheet)],
    [text([sheet.standing.state, ...sheet.standing.lines].join(' '), { wrap: false })],
    headings('Function', 'Area', 'Level', 'Before', 'Suggestion', 'Rationale', 'Evidence', 'Judged by'),
    ...areas.map(areaRow),
  ],
});

const measures = (areas: Areas) => ({
  sheet: 'Measures',
  stickyRowsCount: 1,
  columns: [26, 36, 14, 24, 26, 20, 36].map((width) => ({ width })),
  data: [
    headings('Area', 'Measure', 'Value', 'Band', 'Level', 'As at', 'Source'),
    ...areas.flatMap(({ area }) =>
      area.kpis.map((kpi): Row => [
        text(area.name),
        text(kpi.name),
        text(kpi.value, { align: 'right' }),
        text(kpi.band),
        levelCell(kpi.mark),
        text(kpi.asAt),
        text(kpi.source),
      ]),
    ),
  ],
});

const history = (sheet: ReviewSheet) => ({
  sheet: 'History',
  stickyRowsCount: 1,
  columns: [28, 40, 90].map((width) => ({ width })),
  data: [
    headings('When', 'Who', 'What'),
    ...sheet.history.map(({ at, by, words }): Row => [text(at), text(by), text(words)]),
  ],
});

/** A review as a workbook: judgements, the measures behind them, everything that happened, and what it is. */
export const excelOfReview = (sheet: ReviewSheet) => {
  const areas = sheet.groups.flatMap(({ name, areas: inGroup }) => inGroup.map((area) => ({ group: name, area })));
  return [judgements(sheet, areas), measures(areas), history(sheet), aboutSheet(sheet)];
};
