import { mergeClasses } from '@fluentui/react-components';
import { memo } from 'react';
import { phaseName } from '../../../shared/domain/words';
import type { Matrix, MatrixRow } from '../../../shared/schema/matrixViews';
import { useSurfaces } from '../../components/surfaces';
import { showCell } from './cells';
import type { ShownMatrix } from './filterMatrix';
import { AcademyName } from './AcademyName';
import { useGridStyles, type GridLook } from './gridStyles';
import { HistoricCells } from './HistoricColumns';
import { MatrixCellButton } from './MatrixCellButton';
import { RowFacts } from './RowFacts';

interface MatrixGridRowProps {
  readonly matrix: Matrix;
  readonly shown: ShownMatrix;
  readonly row: MatrixRow;
  readonly rowNumber: number;
  /** The column of this row that Tab reaches. */
  readonly tabColumn: number | undefined;
  /** The area whose detail is open. */
  readonly openArea: string | undefined;
  readonly look: GridLook;
  /** Absent where cells do not open: on a meeting's stage. */
  readonly onOpen: ((urn: string, area: string) => void) | undefined;
}

const aboutRow = (row: MatrixRow): string =>
  row.pupils === undefined ? phaseName(row.phase) : `${phaseName(row.phase)} · ${row.pupils} pupils`;

const GridRow = ({ matrix, shown, row, rowNumber, tabColumn, openArea, look, onOpen }: MatrixGridRowProps) => {
  const grid = useGridStyles();
  const surfaces = useSurfaces();
  const onStage = look === 'stage';
  const columns = shown.groups.flatMap(({ areas }) => areas.map((area, at) => ({ area, first: at === 0 })));
  return (
    <tr>
      <th scope="row" className={mergeClasses(grid.cell, grid.academy, onStage && grid.onStageAcademy)}>
        <AcademyName row={row} onStage={onStage} place={`${rowNumber}:0`} inTabOrder={tabColumn === 0} />
        {!onStage && <div className={surfaces.quiet}>{aboutRow(row)}</div>}
      </th>
      {look !== 'squeezed' && (
        <td className={mergeClasses(grid.cell, grid.category, onStage && grid.onStageCategory)}>
          <RowFacts matrix={matrix} row={row} onStage={onStage} />
        </td>
      )}
      {look !== 'squeezed' && <HistoricCells matrix={matrix} row={row} onStage={onStage} />}
      {columns.map(({ area, first }, column) => {
        const cell = showCell(matrix, row, area);
        const opens = onOpen && row.mayOpenDetail;
        return (
          <td key={area.code} className={mergeClasses(grid.cell, grid.mark, first && grid.groupStart)}>
            <MatrixCellButton
              cell={cell}
              name={`${row.name}, ${area.name}: ${cell.words}`}
              place={`${rowNumber}:${column + 1}`}
              quiet={shown.looking && !shown.matches(row, area)}
              inTabOrder={tabColumn === column + 1}
              isOpen={openArea === area.code}
              onStage={onStage}
              onOpen={
                opens
                  ? () => {
                      onOpen(row.urn, area.code);
                    }
                  : undefined
              }
            />
          </td>
        );
      })}
    </tr>
  );
};

/** One academy. Memoised: moving the focus must not draw a large trust again. */
export const MatrixGridRow = memo(GridRow);
