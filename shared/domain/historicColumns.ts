import {
  inspectionDayWords,
  inspectionWords,
  judgementWords,
  latestOfEachKind,
  selfEvaluationWords,
} from './historicWords';
import { formatDay } from './words';
import type { HistoricColumn } from '../schema/framework';
import type { MatrixRow } from '../schema/matrixViews';

export const historicHeadings = {
  ofsted: 'Latest Ofsted judgement',
  inspectionDate: 'Inspection date',
  sef: 'Latest SEF judgement',
} satisfies Record<HistoricColumn, string>;

/** In the order in which they stand, whatever the order in the model. */
export const historicColumns = (asked: readonly HistoricColumn[]): HistoricColumn[] =>
  (Object.keys(historicHeadings) as HistoricColumn[]).filter((column) => asked.includes(column));

type Said = Pick<MatrixRow, 'historic'>;

const daysIn = ({ historic }: Said): string[] => {
  const latest = latestOfEachKind(historic.inspections);
  return latest.length === 1 ? latest.map(({ on }) => formatDay(on)) : latest.map(inspectionDayWords);
};

const lines = {
  ofsted: ({ historic }) => latestOfEachKind(historic.inspections).map(judgementWords),
  inspectionDate: daysIn,
  sef: ({ historic }) => historic.selfEvaluations.slice(0, 1).map(selfEvaluationWords),
} satisfies Record<HistoricColumn, (row: Said) => string[]>;

/** What stands in one cell: the latest of each kind, one line each; none where nothing is recorded. */
export const historicLines = (column: HistoricColumn, row: Said): string[] => lines[column](row);

/** The same where there are no columns: 'Latest Ofsted judgement: Good (single grade), 14 March 2023'. */
export const historicFacts = (asked: readonly HistoricColumn[], row: Said): string[] => {
  const shows = (column: HistoricColumn): boolean => asked.includes(column);
  const latest = latestOfEachKind(row.historic.inspections);
  const words = shows('inspectionDate') ? inspectionWords : judgementWords;
  const inspections = shows('ofsted') ? latest.map((each) => `${historicHeadings.ofsted}: ${words(each)}`) : [];
  const days =
    shows('inspectionDate') && !shows('ofsted')
      ? daysIn(row).map((day) => `${historicHeadings.inspectionDate}: ${day}`)
      : [];
  const sef = shows('sef') ? historicLines('sef', row).map((line) => `${historicHeadings.sef}: ${line}`) : [];
  return [...inspections, ...days, ...sef];
};
