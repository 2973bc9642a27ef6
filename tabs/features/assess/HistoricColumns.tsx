import { historicColumns, historicHeadings, historicLines } from '../../../shared/domain/historicColumns';
import type { Matrix, MatrixRow } from '../../../shared/schema/matrixViews';
import { useSurfaces } from '../../components/surfaces';
import { classNames } from '../../components/classNames';
import css from './MatrixGrid.module.css';

interface HistoricProps {
  readonly matrix: Pick<Matrix, 'historic'>;
}

/** The headings of what was said before and outside the model, where it asks for that. */
export const HistoricHeads = ({ matrix }: HistoricProps) =>
  historicColumns(matrix.historic).map((column) => (
    <th
      key={column}
      role="columnheader"
      scope="col"
      rowSpan={2}
      className={classNames(css.cell, css.heading, css.historic)}
    >
      {historicHeadings[column]}
    </th>
  ));

/** How wide they are, where every row is drawn on its own. */
export const HistoricWidths = ({ matrix }: HistoricProps) =>
  historicColumns(matrix.historic).map((column) => <td key={column} className={classNames(css.cell, css.historic)} />);

/** In words and without a colour: these are not levels of the model. */
export const HistoricCells = ({ matrix, row }: HistoricProps & { readonly row: MatrixRow }) => {
  const surfaces = useSurfaces();
  return historicColumns(matrix.historic).map((column) => {
    const lines = historicLines(column, row);
    return (
      <td key={column} role="gridcell" className={classNames(css.cell, css.historic)}>
        {lines.length === 0 && <span className={surfaces.quiet}>None recorded</span>}
        {lines.map((line) => (
          <div key={line} className={css.historicLine}>
            {line}
          </div>
        ))}
      </td>
    );
  });
};
