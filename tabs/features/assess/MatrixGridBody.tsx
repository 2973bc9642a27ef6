import { lazy, Suspense, type ReactElement, type RefObject } from 'react';
import type { MatrixRow } from '../../../shared/schema/matrixViews';
import { drawnFirst } from './largeTrust';
import css from './MatrixGrid.module.css';

const RowsInSight = lazy(async () => ({ default: (await import('./RowsInSight')).RowsInSight }));

export interface GridBodyProps {
  readonly rows: readonly MatrixRow[];
  /** The row that must stay although it is out of sight: it holds the focus. */
  readonly kept: number;
  /** What scrolls. */
  readonly area: RefObject<HTMLElement | null>;
  readonly children: (row: MatrixRow, at: number) => ReactElement;
}

/** Before the rows there are two of headings. */
export const rowIndexOf = (at: number): number => at + 3;

const AllRows = ({ rows, children }: Pick<GridBodyProps, 'rows' | 'children'>) => (
  <tbody role="rowgroup" className={css.body}>
    {rows.map((row, at) => (
      <tr key={row.urn} role="row" aria-rowindex={rowIndexOf(at)} className={css.row}>
        {children(row, at)}
      </tr>
    ))}
  </tbody>
);

/** The rows: all of them, or in a large trust those in sight; the first of them while that is being fetched. */
export const MatrixGridBody = ({ large, ...body }: GridBodyProps & { readonly large: boolean }) =>
  large ? (
    <Suspense fallback={<AllRows rows={body.rows.slice(0, drawnFirst)}>{body.children}</AllRows>}>
      <RowsInSight {...body} />
    </Suspense>
  ) : (
    <AllRows rows={body.rows}>{body.children}</AllRows>
  );
