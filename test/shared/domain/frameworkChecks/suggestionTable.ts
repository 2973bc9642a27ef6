export const levels = ['low', 'mid', 'high'];
export const categories = ['one', 'two', 'three'];

/** Cells by row and column, worst first. */
export const cells = (rows: readonly (readonly string[])[]) =>
  rows.flatMap((row, r) => row.map((category, c) => ({ row: levels[r] ?? '', column: levels[c] ?? '', category })));
export const table = (list: object[], columns = 'attendance') => ({
  rule: 'table',
  rows: 'payroll',
  columns,
  cells: list,
});
