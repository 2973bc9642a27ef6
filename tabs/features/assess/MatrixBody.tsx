import { Suspense } from 'react';
import type { ShownMatrix } from '../../../shared/domain/filterMatrix';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { fluentPart } from '../../components/fluentPart';
import { narrow, useMediaQuery } from '../../components/mediaQuery';
import { PageSkeleton } from '../../components/PageSkeleton';
import { usePrinting } from '../../components/printing';
import { useSurfaces } from '../../components/surfaces';
import { drawnWhole } from './largeTrust';
import { MatrixGrid } from './MatrixGrid';

const loadList = () => import('./MatrixList');
const MatrixList = fluentPart(async () => (await loadList()).MatrixList);

/** Where there is room for a list only, it is fetched with the page; a failure is said when it is drawn. */
export const prepareBody = (): void => {
  if (matchMedia(narrow).matches) loadList().catch(() => undefined);
};

interface MatrixBodyProps {
  readonly matrix: Matrix;
  readonly shown: ShownMatrix;
  readonly open: { readonly urn: string; readonly area: string } | undefined;
  readonly onStage: boolean;
  readonly onOpen: (urn: string, area: string) => void;
}

/** The filters above say which they are, and how to have them off again. */
const Nothing = ({ matrix }: { matrix: Matrix }) => {
  const surfaces = useSurfaces();
  return (
    <div className={surfaces.card}>
      {matrix.rows.length === 0
        ? 'There is no academy to show here.'
        : 'Nothing in this matrix fits the filters. Every academy is still there: show the whole matrix to see it.'}
    </div>
  );
};

/** The grid, or the list where there is no room for a grid; and a word where nothing fits the filters. */
export const MatrixBody = ({ matrix, shown, open, onStage, onOpen }: MatrixBodyProps) => {
  const printing = usePrinting();
  // On paper there is room for the grid, whatever the screen has.
  const listed = useMediaQuery(narrow) && !onStage && !printing;
  const large = shown.rows.length > drawnWhole && !printing;
  if (shown.rows.length === 0) return <Nothing matrix={matrix} />;
  return listed ? (
    <Suspense fallback={<PageSkeleton waiting="Loading the matrix" />}>
      <MatrixList matrix={matrix} shown={shown} onOpen={onOpen} />
    </Suspense>
  ) : (
    <MatrixGrid
      matrix={matrix}
      shown={shown}
      open={open}
      onOpen={onStage ? undefined : onOpen}
      onStage={onStage}
      large={large}
    />
  );
};
