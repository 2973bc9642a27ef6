export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

const within = (value: number, size: number): number => Math.max(0, Math.min(size - 1, value));

type Move = (at: Position, size: GridSize, whole: boolean) => Position;

/** The keys of the ARIA grid pattern. `whole` (Ctrl or Cmd held) goes to the first or last row too. */
const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  Home: ({ row }, _size, whole) => ({ row: whole ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, whole) => ({ row: whole ? rows - 1 : row, column: columns - 1 }),
  PageUp: ({ column }) => ({ row: 0, column }),
  PageDown: ({ column }, { rows }) => ({ row: rows - 1, column }),
};

/** Where a key leads from a cell; undefined for keys that are not the grid's. Stops at the edges. */
export const moveInGrid = (at: Position, key: string, whole: boolean, size: GridSize): Position | undefined => {
  const move = Object.hasOwn(moves, key) ? moves[key] : undefined;
  if (!move || size.rows < 1 || size.columns < 1) return undefined;
  const { row, column } = move(at, size, whole);
  return { row: within(row, size.rows), column: within(column, size.columns) };
};
