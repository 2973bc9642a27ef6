import { Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { filterMatrix } from '../../../shared/domain/filterMatrix';
import { draftsLeftOutWords, settledByWords } from '../../../shared/domain/matrixWords';
import { formatInstant, periodLabel, periodShort } from '../../../shared/domain/words';
import type { AreaCode, Urn } from '../../../shared/schema/ids';
import type { MatrixFilters as Filters } from '../../../shared/schema/matrixFilters';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { goTo } from '../../app/routing';
import { fluentPart } from '../../components/fluentPart';
import { Later } from '../../components/Later';
import { Legend } from '../../components/Legend';
import { PageHeading } from '../../components/PageHeading';
import { PrintedLine } from '../../components/PrintedLine';
import { useSurfaces } from '../../components/surfaces';
import { cellPlace, matrixPlace } from './matrixAddress';
import { MatrixBody } from './MatrixBody';
import { MatrixCounts } from './MatrixCounts';
import { classNames } from '../../components/classNames';
import css from './MatrixView.module.css';
import { useMatrixFilters } from './useMatrixFilters';

const MatrixActions = fluentPart(async () => (await import('./MatrixActions')).MatrixActions);
const FilterBar = fluentPart(async () => (await import('./FilterBar')).FilterBar);
const CellPlace = fluentPart(async () => (await import('./CellPlace')).CellPlace);

interface MatrixViewProps {
  readonly matrix: Matrix;
  readonly open: { readonly urn: Urn; readonly area: AreaCode } | undefined;
}

const aboutMatrix = (matrix: Matrix): string =>
  [periodLabel(matrix), matrix.frameworkName, settledByWords(matrix), `as at ${formatInstant(matrix.asAt)}`].join(
    ' · ',
  );

/** Puts the focus back on the cell that was read when its detail is closed. */
const useReturnToCell = (isOpen: boolean) => {
  const last = useRef<Element | null>(null);
  useEffect(() => {
    if (!isOpen && last.current instanceof HTMLElement) last.current.focus();
  }, [isOpen]);
  return useCallback(() => {
    last.current = document.activeElement;
  }, []);
};

/** The Academy Risk Assessment Matrix of a period; what a meeting's stage shows of it is `StageView`. */
export const MatrixView = ({ matrix, open }: MatrixViewProps) => {
  const surfaces = useSurfaces();
  const filters = useMatrixFilters();
  const shown = useMemo(() => filterMatrix(matrix, filters), [matrix, filters]);
  const isOpen = open !== undefined;
  const rememberCell = useReturnToCell(isOpen);
  const filter = (next: Filters): void => {
    goTo(open ? cellPlace(matrix, next, open.urn, open.area) : matrixPlace(matrix, next));
  };
  const openCell = useCallback(
    (urn: string, area: string): void => {
      rememberCell();
      goTo(cellPlace(matrix, filters, urn, area), { replace: isOpen });
    },
    [matrix, filters, isOpen, rememberCell],
  );
  return (
    <>
      <PageHeading
        title="Academy Risk Assessment Matrix"
        about={aboutMatrix(matrix)}
        actions={
          <Later room={<span className={css.actionsRoom} />}>
            <MatrixActions matrix={matrix} filters={filters} />
          </Later>
        }
      />
      <MatrixCounts matrix={matrix} />
      <div className={css.beside}>
        <div className={classNames(surfaces.stack, css.main)}>
          <Later room={<div className={css.filterRoom} />}>
            <FilterBar matrix={matrix} shown={shown} filters={filters} onChange={filter} />
          </Later>
          <MatrixBody matrix={matrix} shown={shown} open={open} onStage={false} onOpen={openCell} />
          <Legend scales={matrix.scales} since={matrix.previous && periodShort(matrix.previous)} />
          {matrix.signedOffOnly && <p className={surfaces.quiet}>{draftsLeftOutWords(matrix)}</p>}
          <PrintedLine />
        </div>
        {open && (
          <Suspense>
            <CellPlace
              matrix={matrix}
              open={open}
              onClose={() => {
                goTo(matrixPlace(matrix, filters), { replace: true });
              }}
            />
          </Suspense>
        )}
      </div>
    </>
  );
};
