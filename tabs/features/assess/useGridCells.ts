import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
} from 'react';
import { moveInGrid, type GridSize, type Position } from './gridNavigation';

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
const tabStop = (at: Position, { rows, columns }: GridSize): Position =>
  at.row < rows && at.column < columns ? at : firstCell;

/** Where the focus is in the grid, where the keys lead it, and which cell is pointed at. */
export const useGridCells = (table: RefObject<HTMLElement | null>, size: GridSize) => {
  const [at, setAt] = useState<Position>(firstCell);
  const [pointed, setPointed] = useState<HTMLElement>();
  const led = useRef(false);
  // After the keys: the row that they lead to may only now have been drawn.
  useLayoutEffect(() => {
    if (!led.current) return;
    led.current = false;
    table.current?.querySelector<HTMLElement>(`[data-place="${at.row}:${at.column}"]`)?.focus();
  }, [at, table]);
  const hide = useCallback(() => {
    setPointed(undefined);
  }, []);
  return {
    stop: tabStop(at, size),
    pointed,
    hide,
    onKeyDown: (event: KeyboardEvent): void => {
      const from = placeOf(cellOf(event));
      const to = from && moveInGrid(from, event.key, event.ctrlKey || event.metaKey, size);
      if (!to) return;
      event.preventDefault();
      led.current = true;
      setAt(to);
    },
    onFocus: (event: SyntheticEvent): void => {
      const cell = cellOf(event);
      const place = placeOf(cell);
      if (place) setAt((before) => (before.row === place.row && before.column === place.column ? before : place));
      setPointed(cell?.matches(':focus-visible') ? wordless(cell) : undefined);
    },
    onBlur: hide,
    onMouseOver: (event: SyntheticEvent): void => {
      setPointed(wordless(cellOf(event)));
    },
    onMouseLeave: hide,
  };
};
