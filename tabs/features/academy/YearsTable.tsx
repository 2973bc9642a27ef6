import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { periodLabel } from '../../../shared/domain/words';
import type { AcademyColumn, AcademyTable } from '../../../shared/schema/academyViews';
import { MarkTile } from '../../components/LevelMark';
import { PlaceLink } from '../../components/PlaceLink';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import { columnLabel, levelAt, yearsOf, type TableArea } from './yearColumns';
import css from './YearsTable.module.css';

export interface YearsProps {
  readonly table: AcademyTable;
  /** Those that are shown, oldest first. */
  readonly columns: readonly AcademyColumn[];
  /** Where a period leads; undefined where it leads nowhere for this person. */
  readonly placeOf: (column: AcademyColumn) => string | undefined;
}

const firstOfYear = (columns: readonly AcademyColumn[], at: number): boolean =>
  columns[at - 1]?.year !== columns[at]?.year;

const ColumnName = ({ column, to }: { column: AcademyColumn; to: string | undefined }) => {
  const label = columnLabel(column) || column.year;
  const name = (
    <>
      <span aria-hidden>{label}</span>
      <VisuallyHidden>{periodLabel(column)}</VisuallyHidden>
    </>
  );
  return to ? <PlaceLink to={to}>{name}</PlaceLink> : name;
};

const Head = ({ columns, placeOf }: Omit<YearsProps, 'table'>) => {
  const byYear = columns.some((column) => columnLabel(column) !== '');
  return (
    <thead>
      {byYear && (
        <tr>
          <td className={css.area} />
          {yearsOf(columns).map(({ year, columns: span }) => (
            <th key={year} scope="colgroup" colSpan={span} className={css.year}>
              {year}
            </th>
          ))}
        </tr>
      )}
      <tr>
        <th scope="col" className={css.area}>
          <VisuallyHidden>Area</VisuallyHidden>
        </th>
        {columns.map((column, at) => (
          <th
            key={periodLabel(column)}
            scope="col"
            className={mergeClasses(firstOfYear(columns, at) && css.firstOfYear)}
          >
            <ColumnName column={column} to={placeOf(column)} />
          </th>
        ))}
      </tr>
    </thead>
  );
};

const AreaRow = ({ table, columns, area }: Pick<YearsProps, 'table' | 'columns'> & { area: TableArea }) => (
  <tr>
    <th scope="row" className={css.area}>
      {area.name}
      {area.former && ' (no longer judged)'}
    </th>
    {columns.map((column, at) => {
      const { mark, changed } = levelAt(table, area, column);
      return (
        <td
          key={periodLabel(column)}
          className={mergeClasses(firstOfYear(columns, at) && css.firstOfYear)}
          title={`${mark.word}, ${periodLabel(column)}`}
        >
          <MarkTile mark={mark} changed={changed} />
          <VisuallyHidden>
            {mark.word}
            {changed && ', changed'}
          </VisuallyHidden>
        </td>
      );
    })}
  </tr>
);

/** Areas × periods, the latest at the right, where it can be seen at once. */
export const YearsTable = ({ table, columns, placeOf }: YearsProps) => {
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (scroll.current) scroll.current.scrollLeft = scroll.current.scrollWidth;
  }, [columns.length]);
  const label = `${table.frameworkName}: levels by area and period`;
  return (
    // A part of the page that scrolls by itself must be reachable without a mouse.
    <div ref={scroll} className={css.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={css.table} aria-label={label}>
        <Head columns={columns} placeOf={placeOf} />
        {table.groups.map((group) => (
          <tbody key={group.code}>
            {table.groups.length > 1 && (
              <tr>
                <th scope="rowgroup" className={css.group}>
                  {group.name}
                </th>
                <td colSpan={columns.length} />
              </tr>
            )}
            {table.areas
              .filter((area) => area.group === group.code)
              .map((area) => (
                <AreaRow key={area.code} table={table} columns={columns} area={area} />
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
};
