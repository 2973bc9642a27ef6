import { memo } from 'react';
import type { ShownMatrix } from '../../../shared/domain/filterMatrix';
import { aboutRow, showCell } from '../../../shared/domain/matrixWords';
import type { Matrix, MatrixRow } from '../../../shared/schema/matrixViews';
import { useSurfaces } from '../../components/surfaces';
import { AcademyName } from './AcademyName';
import type { GridLook } from './gridLook';
import { HistoricCells } from './HistoricColumns';
import { MatrixCellButton } from './MatrixCellButton';
import { classNames } from '../../components/classNames';
import css from './MatrixGrid.module.css';
import { RowFacts } from './RowFacts';

interface MatrixGridCellsProps {
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

const GridCells = ({ matrix, shown, row, rowNumber, tabColumn, openArea, look, onOpen }: MatrixGridCellsProps) => {
  const surfaces = useSurfaces();
  const onStage = look === 'stage';
  const opens = row.mayOpenDetail ? onOpen : undefined;
  const columns = shown.groups.flatMap(({ areas }) => areas.map((area, at) => ({ area, first: at === 0 })));
  return (
    <>
      <th role="rowheader" scope="row" className={classNames(css.cell, css.academy)}>
        <AcademyName row={row} onStage={onStage} place={`${rowNumber}:0`} inTabOrder={tabColumn === 0} />
        {!onStage && <div className={surfaces.quiet}>{aboutRow(row)}</div>}
      </th>
      {look !== 'squeezed' && (
        <td role="gridcell" className={classNames(css.cell, css.category)}>
          <RowFacts matrix={matrix} row={row} onStage={onStage} />
        </td>
      )}
      {look !== 'squeezed' && <HistoricCells matrix={matrix} row={row} />}
      {columns.map(({ area, first }, column) => {
        const cell = showCell(matrix, row, area);
        return (
          <td key={area.code} role="gridcell" className={classNames(css.cell, css.mark, first && css.groupStart)}>
            <MatrixCellButton
              cell={cell}
              name={`${row.name}, ${area.name}: ${cell.words}`}
              place={`${rowNumber}:${column + 1}`}
              quiet={shown.looking && !shown.matches(row, area)}
              inTabOrder={tabColumn === column + 1}
              isOpen={openArea === area.code}
              onStage={onStage}
              onOpen={
                opens &&
                (() => {
                  opens(row.urn, area.code);
                })
              }
            />
          </td>
        );
      })}
    </>
  );
};

/** One academy's row. Memoised: moving the focus must not draw a large trust again. */
export const MatrixGridCells = memo(GridCells);
