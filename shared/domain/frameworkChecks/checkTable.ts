import type { Area, Framework, Scale } from '../../schema/framework';
import type { CategorySuggestion } from '../../schema/suggestion';
import { checkLevelOf, worthIn } from './checkAreas';
import type { FrameworkMistake } from './mistake';
import { unknownReference } from './mistake';

type Table = Extract<CategorySuggestion, { rule: 'table' }>;
type Cell = Table['cells'][number];

interface Axis {
  readonly name: 'row' | 'column';
  readonly area: Area;
  readonly scale: Scale;
}

const path = 'categorySuggestion';

const axisOf = (framework: Framework, name: Axis['name'], code: string): Axis | undefined => {
  const area = framework.areas.find((other) => other.code === code);
  const scale = framework.scales.find((other) => other.code === area?.scale);
  return area && scale && { name, area, scale };
};

const fromWorst = ({ scale, area }: Axis): string[] =>
  [...scale.levels]
    .sort((a, b) => (worthIn(scale, area, a.code) ?? 0) - (worthIn(scale, area, b.code) ?? 0))
    .map(({ code }) => code);

const checkCells = ({ cells }: Table, axes: readonly Axis[]): FrameworkMistake[] =>
  cells.flatMap((cell, i) => {
    const at = `${path}.cells.${i}`;
    const first = cells.findIndex(({ row, column }) => row === cell.row && column === cell.column);
    const twice = `The cell of '${cell.row}' and '${cell.column}' is already given at ${path}.cells.${first}; keep one of them.`;
    return [
      ...axes.flatMap(({ name, scale }) => checkLevelOf(scale, cell[name], `${at}.${name}`, 'A cell of the table')),
      ...(first === i ? [] : [{ path: at, message: twice }]),
    ];
  });

const find = (cells: readonly Cell[], axis: Axis, along: string, across: string): number =>
  cells.findIndex(
    (cell) =>
      (axis.name === 'row' ? [cell.row, cell.column] : [cell.column, cell.row]).join() === [along, across].join(),
  );

const missingCells = ({ cells }: Table, rows: Axis, columns: Axis): FrameworkMistake[] =>
  fromWorst(rows).flatMap((row) =>
    fromWorst(columns).flatMap((column) =>
      find(cells, rows, row, column) >= 0
        ? []
        : [
            {
              path: `${path}.cells`,
              message: `The table has no cell for '${row}' in '${rows.area.code}' and '${column}' in '${columns.area.code}'; add it.`,
            },
          ],
    ),
  );

/** Along one axis, from worst to best, a cell must not ask for more support than the one before. */
const checkRising = (framework: Framework, { cells }: Table, axis: Axis, other: Axis): FrameworkMistake[] => {
  const orderOf = (cell: Cell | undefined) => framework.categories.find(({ code }) => code === cell?.category)?.order;
  return fromWorst(other).flatMap((across) => {
    const along = fromWorst(axis).map((level) => ({ level, i: find(cells, axis, level, across) }));
    return along.flatMap(({ level, i }, k) => {
      const before = along[k - 1];
      const [worse, better] = [orderOf(before && cells[before.i]), orderOf(cells[i])];
      if (!before || worse === undefined || better === undefined || worse <= better) return [];
      const message = `With '${across}' in '${other.area.code}', '${level}' in '${axis.area.code}' is better than '${before.level}', yet suggests '${cells[i]?.category}', which has more support than '${cells[before.i]?.category}'; exchange them.`;
      return [{ path: `${path}.cells.${i}`, message }];
    });
  });
};

/** `table`: a cell for every pair of levels, and along every row and column a better level never with more support. */
export const checkTable = (framework: Framework, rule: Table): FrameworkMistake[] => {
  const { areas } = framework;
  const says = 'The table looks at';
  const unknown = [
    ...unknownReference({ path: `${path}.rows`, says, kind: 'area', to: rule.rows, among: areas }),
    ...unknownReference({ path: `${path}.columns`, says, kind: 'area', to: rule.columns, among: areas }),
  ];
  if (rule.rows === rule.columns)
    unknown.push({
      path: `${path}.columns`,
      message: `The table has '${rule.rows}' both as its rows and as its columns; name another area for one of them.`,
    });
  const rows = axisOf(framework, 'row', rule.rows);
  const columns = axisOf(framework, 'column', rule.columns);
  if (unknown.length > 0 || !rows || !columns) return unknown;
  return [
    ...checkCells(rule, [rows, columns]),
    ...missingCells(rule, rows, columns),
    ...checkRising(framework, rule, rows, columns),
    ...checkRising(framework, rule, columns, rows),
  ];
};
