import { mergeClasses } from '@fluentui/react-components';
import type { ShownMatrix } from './filterMatrix';
import { useGridStyles } from './gridStyles';

/** Functions, and under each its areas, written upwards. */
export const MatrixGridHead = ({ shown }: { shown: ShownMatrix }) => {
  const grid = useGridStyles();
  return (
    <thead className={grid.head}>
      <tr>
        <th scope="col" rowSpan={2} className={mergeClasses(grid.cell, grid.heading, grid.academy)}>
          Academy
        </th>
        <th scope="col" rowSpan={2} className={mergeClasses(grid.cell, grid.heading, grid.category)}>
          Category
        </th>
        {shown.groups.map(({ group, areas }) => (
          <th
            key={group.code}
            scope="colgroup"
            colSpan={areas.length}
            title={group.name}
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
              <span className={grid.areaName}>{area.name}</span>
            </th>
          )),
        )}
      </tr>
    </thead>
  );
};
