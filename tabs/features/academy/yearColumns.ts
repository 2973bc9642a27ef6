import { findLevel, scaleOf } from '../../../shared/domain/framework';
import { markOfLevel, notApplicable, notJudged, type Mark } from '../../../shared/domain/marks';
import { reviewStateWords } from '../../../shared/domain/stateWords';
import { capital, periodLabel, periodShort } from '../../../shared/domain/words';
import type { AcademyColumn, AcademyTable } from '../../../shared/schema/academyViews';
import { Term } from '../../../shared/schema/ids';

export type TableArea = AcademyTable['areas'][number];

/** What stands in one place of the table: its mark, and whether it differs from the period before. */
export interface ShownLevel {
  readonly mark: Mark;
  readonly changed: boolean;
  readonly judged: boolean;
}

export const levelAt = (table: AcademyTable, area: TableArea, column: AcademyColumn): ShownLevel => {
  const cell = column.cells[area.code];
  if (cell?.state === 'notApplicable') return { mark: notApplicable, changed: false, judged: false };
  if (cell?.state !== 'judged') return { mark: notJudged, changed: false, judged: false };
  const level = cell.as ?? findLevel(scaleOf(table, area), cell.level);
  return { mark: markOfLevel(level), changed: cell.changed, judged: true };
};

const months = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' });
const half = /^(autumn|spring|summer)([12])$/;

/** What a column is called under its year: 'Autumn', 'Autumn 1', 'Sept'; nothing where the year is the period. */
export const columnLabel = ({ period, startsOn }: Pick<AcademyColumn, 'period' | 'startsOn'>): string => {
  if (Term.safeParse(period).success) return capital(period);
  if (period === 'year' || period === 'twoYears') return '';
  const parts = half.exec(period);
  if (parts) return `${capital(parts[1] ?? '')} ${parts[2] ?? ''}`;
  return period.startsWith('m') ? months.format(new Date(`${startsOn}T00:00:00Z`)) : `No. ${Number(period.slice(1))}`;
};

/** The columns of each year, for a heading above them. */
export const yearsOf = (columns: readonly AcademyColumn[]): { readonly year: string; readonly columns: number }[] =>
  [...new Set(columns.map(({ year }) => year))].map((year) => ({
    year,
    columns: columns.filter((column) => column.year === year).length,
  }));

/** 'Spring term 2026/27: Being judged', for every shown period whose levels may still change. */
export const notSettledWords = ({ settling }: Pick<AcademyTable, 'settling'>, columns: readonly AcademyColumn[]) =>
  columns
    .filter(({ review }) => review !== 'signedOff' && review !== 'notOpened')
    .map((column) => `${periodLabel(column)}: ${reviewStateWords(column.review, settling)}`);

/** 'Assured in autumn', or that nothing was judged: what a reader hears of a mark of the past. */
export const pastWords = (column: AcademyColumn, { mark }: ShownLevel): string =>
  `${mark.word}, ${periodShort(column) === column.year ? '' : `${periodShort(column)} `}${column.year}`;
