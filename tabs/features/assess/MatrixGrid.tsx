import { mergeClasses } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react';
import { periodLabel } from '../../../shared/domain/words';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { useMediaQuery } from '../../components/mediaQuery';
import { CellTooltip } from './CellTooltip';
import type { ShownMatrix } from './filterMatrix';
import { moveInGrid, type Position } from './gridNavigation';
import { useGridHeight } from './gridHeight';
import { useGridStyles, type GridLook } from './gridStyles';
import { MatrixGridHead } from './MatrixGridHead';
import { MatrixGridRow } from './MatrixGridRow';

interface MatrixGridProps {
  readonly matrix: Matrix;
  readonly shown: ShownMatrix;
  readonly open: { readonly urn: string; readonly area: string } | undefined;
  readonly onOpen: ((urn: string, area: string) => void) | undefined;
  readonly onStage: boolean;
}

const cellOf = (event: SyntheticEvent): HTMLElement | undefined => {
  const element = event.target instanceof Element ? event.target.closest('[data-place]') : null;
  return element instanceof HTMLElement ? element : undefined;
};

/** Words are shown where a cell has only a symbol. */
const wordless = (cell: HTMLElement | undefined): HTMLElement | undefined =>
  cell?.hasAttribute('aria-label') ? cell : undefined;

const placeOf = (cell: HTMLElement | undefined): Position | undefined => {
  const [row, column] = (cell?.dataset['place'] ?? '').split(':').map(Number);
  return row === undefined || column === undefined ? undefined : { row, column };
};

/** The first area of the first academy; before it, in column 0, stands the academy's name. */
const firstCell: Position = { row: 0, column: 1 };

/** The one cell that Tab reaches: the last one visited, or the first where a filter took that one away. */
const tabStop = (at: Position, rows: number, columns: number): Position =>
  at.row < rows && at.column < columns ? at : firstCell;

/** Academies × areas as an ARIA grid: one stop for Tab, arrows within. */
export const MatrixGrid = ({ matrix, shown, open, onOpen, onStage }: MatrixGridProps) => {
  const grid = useGridStyles();
  const table = useRef<HTMLTableElement>(null);
  const area = useGridHeight(table);
  const [at, setAt] = useState<Position>(firstCell);
  const [pointed, setPointed] = useState<HTMLElement>();
  const hide = useCallback(() => {
    setPointed(undefined);
  }, []);
  const size = { rows: shown.rows.length, columns: shown.groups.reduce((sum, { areas }) => sum + areas.length, 1) };
  const squeezed = useMediaQuery('(max-width: 1000px)') && open !== undefined;
  const look: GridLook = onStage ? 'stage' : squeezed ? 'squeezed' : 'full';
  const openCell = open && `${open.urn}/${open.area}`;
  useEffect(() => {
    if (openCell)
      table.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [openCell]);
  const stop = tabStop(at, size.rows, size.columns);

  const onKeyDown = (event: KeyboardEvent): void => {
    const from = placeOf(cellOf(event));
    const to = from && moveInGrid(from, event.key, event.ctrlKey || event.metaKey, size);
    if (!to) return;
    event.preventDefault();
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-place="${to.row}:${to.column}"]`)?.focus();
  };
  const onFocus = (event: SyntheticEvent): void => {
    const cell = cellOf(event);
    const place = placeOf(cell);
    if (place) setAt(place);
    setPointed(cell?.matches(':focus-visible') ? wordless(cell) : undefined);
  };

  return (
    <div ref={area} className={mergeClasses(grid.scroll, onStage && grid.onStage)}>
      <table
        ref={table}
        role="grid"
        aria-label={`Levels by academy and area, ${periodLabel(matrix)}`}
        className={grid.table}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onBlur={hide}
        onMouseOver={(event) => {
          setPointed(wordless(cellOf(event)));
        }}
        onMouseLeave={hide}
      >
        <MatrixGridHead matrix={matrix} shown={shown} look={look} />
        <tbody>
          {shown.rows.map((row, rowNumber) => (
            <MatrixGridRow
              key={row.urn}
              matrix={matrix}
              shown={shown}
              row={row}
              rowNumber={rowNumber}
              tabColumn={stop.row === rowNumber ? stop.column : undefined}
              openArea={open?.urn === row.urn ? open.area : undefined}
              look={look}
              onOpen={onOpen}
            />
          ))}
        </tbody>
      </table>
      <CellTooltip target={pointed} onHide={hide} />
    </div>
  );
};
