import { mergeClasses } from '@fluentui/react-components';
import type { Matrix, MatrixRow } from '../../../shared/schema/matrixViews';
import { useSurfaces } from '../../components/surfaces';
import { useGridStyles } from './gridStyles';
import { historicColumns, historicHeadings, historicLines } from './historicShown';

/** The headings of what was said before and outside the model, where it asks for that. */
export const HistoricHeads = ({ matrix, onStage }: { matrix: Pick<Matrix, 'historic'>; onStage: boolean }) => {
  const grid = useGridStyles();
  return historicColumns(matrix.historic).map((column) => (
    <th
      key={column}
      scope="col"
      rowSpan={2}
      className={mergeClasses(grid.cell, grid.heading, grid.historic, onStage && grid.onStageHistoric)}
    >
      {historicHeadings[column]}
    </th>
  ));
};

interface HistoricCellsProps {
  readonly matrix: Pick<Matrix, 'historic'>;
  readonly row: MatrixRow;
  readonly onStage: boolean;
}

/** In words and without a colour: these are not levels of the model. */
export const HistoricCells = ({ matrix, row, onStage }: HistoricCellsProps) => {
  const grid = useGridStyles();
  const surfaces = useSurfaces();
  return historicColumns(matrix.historic).map((column) => {
    const lines = historicLines(column, row);
    return (
      <td key={column} className={mergeClasses(grid.cell, grid.historic, onStage && grid.onStageHistoric)}>
        {lines.length === 0 && <span className={surfaces.quiet}>None recorded</span>}
        {lines.map((line) => (
          <div key={line} className={grid.historicLine}>
            {line}
          </div>
        ))}
      </td>
    );
  });
};
