import { Suspense, useCallback, useEffect, useRef, type CSSProperties } from 'react';
import type { ShownMatrix } from '../../../shared/domain/filterMatrix';
import { periodLabel } from '../../../shared/domain/words';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { fluentPart } from '../../components/fluentPart';
import { useMediaQuery } from '../../components/mediaQuery';
import { crowdedBy, useGridHeight } from './gridHeight';
import { withoutCategories, type GridLook } from './gridLook';
import { classNames } from '../../components/classNames';
import css from './MatrixGrid.module.css';
import { MatrixGridBody } from './MatrixGridBody';
import { MatrixGridCells } from './MatrixGridCells';
import { MatrixGridHead } from './MatrixGridHead';
import { useGridCells } from './useGridCells';

const CellTooltip = fluentPart(async () => (await import('./CellTooltip')).CellTooltip);

interface MatrixGridProps {
  readonly matrix: Matrix;
  readonly shown: ShownMatrix;
  readonly open: { readonly urn: string; readonly area: string } | undefined;
  readonly onOpen: ((urn: string, area: string) => void) | undefined;
  readonly onStage: boolean;
  /** Too many rows to draw them all. */
  readonly large: boolean;
}

/** How many rows, and how many columns of each width there are, for the style sheet to add up. */
const sizesOf = ({ historic }: Matrix, { groups, rows: { length: rows } }: ShownMatrix, look: GridLook) => {
  const beside = look === 'squeezed' ? 0 : 1;
  const areas = groups.reduce((sum, group) => sum + group.areas.length, 0);
  return {
    '--categories': beside,
    '--historic': beside * historic.length,
    '--areas': areas,
    '--groups': groups.length,
    '--rows': Math.max(1, rows),
  };
};

const useLook = ({ matrix, shown, open, onStage, large }: MatrixGridProps): GridLook => {
  const squeezed = useMediaQuery(withoutCategories(matrix, shown, large)) && open !== undefined;
  if (onStage) return 'stage';
  return squeezed ? 'squeezed' : 'full';
};

/** Academies × areas as an ARIA grid: one stop for Tab, arrows within. */
export const MatrixGrid = (props: MatrixGridProps) => {
  const { matrix, shown, open, onOpen, onStage, large } = props;
  const table = useRef<HTMLTableElement>(null);
  const area = useGridHeight(table);
  const columns = shown.groups.reduce((sum, { areas }) => sum + areas.length, 1);
  const { stop, pointed, hide, ...listeners } = useGridCells(table, { rows: shown.rows.length, columns });
  const look = useLook(props);
  const crowded = useMediaQuery(crowdedBy(shown.rows.length));
  const openCell = open && `${open.urn}/${open.area}`;
  useEffect(() => {
    if (openCell)
      table.current?.querySelector('[aria-pressed="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [openCell]);
  const cellsOf = useCallback(
    (row: ShownMatrix['rows'][number], rowNumber: number) => (
      <MatrixGridCells
        key={row.urn}
        matrix={matrix}
        shown={shown}
        row={row}
        rowNumber={rowNumber}
        tabColumn={stop.row === rowNumber ? stop.column : undefined}
        openArea={open?.urn === row.urn ? open.area : undefined}
        look={look}
        onOpen={onOpen}
      />
    ),
    [matrix, shown, stop, open, look, onOpen],
  );

  return (
    <div ref={area} className={classNames(css.scroll, onStage && css.onStage, onStage && crowded && css.crowded)}>
      <table
        ref={table}
        role="grid"
        aria-label={`Levels by academy and area, ${periodLabel(matrix)}`}
        aria-rowcount={shown.rows.length + 2}
        className={classNames(css.table, large && css.fixed)}
        style={sizesOf(matrix, shown, look) as CSSProperties}
        {...listeners}
      >
        <MatrixGridHead matrix={matrix} shown={shown} look={look} fixed={large} />
        <MatrixGridBody rows={shown.rows} kept={stop.row} area={area} large={large}>
          {cellsOf}
        </MatrixGridBody>
      </table>
      {pointed && (
        <Suspense>
          <CellTooltip target={pointed} onHide={hide} />
        </Suspense>
      )}
    </div>
  );
};
