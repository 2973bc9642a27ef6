import { mergeClasses } from '@fluentui/react-components';
import { capital } from '../../../shared/domain/words';
import type { Matrix } from '../../../shared/schema/matrixViews';
import type { ShownMatrix } from './filterMatrix';
import { useGridStyles, type GridLook } from './gridStyles';
import { HistoricHeads } from './HistoricColumns';

interface MatrixGridHeadProps {
  readonly matrix: Pick<Matrix, 'categoryWord' | 'historic'>;
  readonly shown: ShownMatrix;
  readonly look: GridLook;
}

/** Functions, and under each its areas, written upwards; before them where the academy stands and stood. */
export const MatrixGridHead = ({ matrix, shown, look }: MatrixGridHeadProps) => {
  const grid = useGridStyles();
  const onStage = look === 'stage';
  return (
    <thead className={grid.head}>
      <tr>
        <th
          scope="col"
          rowSpan={2}
          className={mergeClasses(grid.cell, grid.heading, grid.academy, onStage && grid.onStageAcademy)}
        >
          Academy
        </th>
        {look !== 'squeezed' && (
          <th
            scope="col"
            rowSpan={2}
            className={mergeClasses(grid.cell, grid.heading, grid.category, onStage && grid.onStageCategory)}
          >
            {capital(matrix.categoryWord)}
          </th>
        )}
        {look !== 'squeezed' && <HistoricHeads matrix={matrix} onStage={onStage} />}
        {shown.groups.map(({ group, areas }) => (
          <th
            key={group.code}
            scope="colgroup"
            colSpan={areas.length}
            className={mergeClasses(grid.cell, grid.groupStart, grid.group)}
          >
            {group.name}
          </th>
        ))}
      </tr>
      <tr>
        {shown.groups.flatMap(({ areas }) =>
          areas.map((area, at) => (
            <th
              key={area.code}
              scope="col"
              className={mergeClasses(grid.cell, grid.mark, grid.area, at === 0 && grid.groupStart)}
            >
              <span className={mergeClasses(grid.areaName, onStage && grid.onStageAreaName)}>{area.name}</span>
            </th>
          )),
        )}
      </tr>
    </thead>
  );
};
