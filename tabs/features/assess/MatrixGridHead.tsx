import type { ShownMatrix } from '../../../shared/domain/filterMatrix';
import { capital } from '../../../shared/domain/words';
import type { Matrix } from '../../../shared/schema/matrixViews';
import type { GridLook } from './gridLook';
import { HistoricHeads, HistoricWidths } from './HistoricColumns';
import { classNames } from '../../components/classNames';
import css from './MatrixGrid.module.css';

interface MatrixGridHeadProps {
  readonly matrix: Pick<Matrix, 'categoryWord' | 'historic'>;
  readonly shown: ShownMatrix;
  readonly look: GridLook;
  /** Whether the columns have the same width in every row. */
  readonly fixed: boolean;
}

const Widths = ({ matrix, shown, look }: Omit<MatrixGridHeadProps, 'fixed'>) => (
  <tr aria-hidden className={css.widths}>
    <td className={classNames(css.cell, css.academy)} />
    {look !== 'squeezed' && <td className={classNames(css.cell, css.category)} />}
    {look !== 'squeezed' && <HistoricWidths matrix={matrix} />}
    {shown.groups.flatMap(({ areas }) =>
      areas.map((area, at) => <td key={area.code} className={classNames(css.cell, at === 0 && css.groupStart)} />),
    )}
  </tr>
);

/** Functions, and under each its areas, written upwards; before them where the academy stands and stood. */
export const MatrixGridHead = ({ matrix, shown, look, fixed }: MatrixGridHeadProps) => (
  <thead role="rowgroup" className={css.head}>
    {fixed && <Widths matrix={matrix} shown={shown} look={look} />}
    <tr role="row" aria-rowindex={1}>
      <th role="columnheader" scope="col" rowSpan={2} className={classNames(css.cell, css.heading, css.academy)}>
        Academy
      </th>
      {look !== 'squeezed' && (
        <th role="columnheader" scope="col" rowSpan={2} className={classNames(css.cell, css.heading, css.category)}>
          {capital(matrix.categoryWord)}
        </th>
      )}
      {look !== 'squeezed' && <HistoricHeads matrix={matrix} />}
      {shown.groups.map(({ group, areas }) => (
        <th
          key={group.code}
          role="columnheader"
          scope="colgroup"
          colSpan={areas.length}
          className={classNames(css.cell, css.groupStart, css.group)}
        >
          {group.name}
        </th>
      ))}
    </tr>
    <tr role="row" aria-rowindex={2}>
      {shown.groups.flatMap(({ areas }) =>
        areas.map((area, at) => (
          <th
            key={area.code}
            role="columnheader"
            scope="col"
            className={classNames(css.cell, css.mark, css.area, at === 0 && css.groupStart)}
          >
            <span className={css.areaName}>{area.name}</span>
          </th>
        )),
      )}
    </tr>
  </thead>
);
