import { periodLabel } from '../../../shared/domain/words';
import type { AcademyColumn, AcademyTable } from '../../../shared/schema/academyViews';
import { MarkTile } from '../../components/LevelMark';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { useSurfaces } from '../../components/surfaces';
import { levelAt, pastWords, type TableArea } from './yearColumns';
import css from './YearsTable.module.css';

interface YearsListProps {
  readonly table: AcademyTable;
  /** Those that are shown, oldest first. */
  readonly columns: readonly AcademyColumn[];
}

/** The latest period that says something of the area; the latest of all where none does. */
const latestOf = (table: AcademyTable, area: TableArea, columns: readonly AcademyColumn[]): AcademyColumn | undefined =>
  columns.findLast((column) => levelAt(table, area, column).judged) ?? columns[columns.length - 1];

const Past = ({ table, area, columns }: YearsListProps & { area: TableArea }) => {
  const surfaces = useSurfaces();
  if (columns.length === 0) return null;
  return (
    <ol className={`${surfaces.list} ${css.past}`} aria-label={`${area.name} before, oldest first`}>
      <li aria-hidden className={surfaces.quiet}>
        Before:
      </li>
      {columns.map((column) => {
        const level = levelAt(table, area, column);
        return (
          <li key={periodLabel(column)} title={pastWords(column, level)}>
            <MarkTile mark={level.mark} size="tiny" />
            <VisuallyHidden>{pastWords(column, level)}</VisuallyHidden>
          </li>
        );
      })}
    </ol>
  );
};

const AreaOverYears = ({ table, area, columns }: YearsListProps & { area: TableArea }) => {
  const surfaces = useSurfaces();
  const latest = latestOf(table, area, columns);
  if (!latest) return null;
  const { mark, changed } = levelAt(table, area, latest);
  return (
    <li className={css.entry}>
      <MarkTile mark={mark} changed={changed} />
      <div className={css.words}>
        <div>
          {area.name}
          {area.former && ' (no longer judged)'}
        </div>
        <div className={surfaces.quiet}>
          {mark.word}, {periodLabel(latest)}
          {changed && ', changed'}
        </div>
        <Past table={table} area={area} columns={columns.filter((column) => column.startsOn < latest.startsOn)} />
      </div>
    </li>
  );
};

/** The same where there is no room for a table: the latest level in words, and the ones before it as symbols. */
export const YearsList = ({ table, columns, titled }: YearsListProps & { titled: boolean }) => {
  const surfaces = useSurfaces();
  // Under the model's own heading, where it has one.
  const Heading = titled ? 'h4' : 'h3';
  return table.groups.map((group) => (
    <section key={group.code}>
      <Heading className={surfaces.quiet}>{group.name}</Heading>
      <ul className={surfaces.list}>
        {table.areas
          .filter((area) => area.group === group.code)
          .map((area) => (
            <AreaOverYears key={area.code} table={table} area={area} columns={columns} />
          ))}
      </ul>
    </section>
  ));
};
