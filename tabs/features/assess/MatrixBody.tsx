import { Button, mergeClasses } from '@fluentui/react-components';
import { count } from '../../../shared/domain/words';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { narrow, useMediaQuery } from '../../components/mediaQuery';
import { useSurfaces } from '../../components/surfaces';
import type { ShownMatrix } from './filterMatrix';
import { MatrixGrid } from './MatrixGrid';
import { MatrixList } from './MatrixList';

interface MatrixBodyProps {
  readonly matrix: Matrix;
  readonly shown: ShownMatrix;
  readonly open: { readonly urn: string; readonly area: string } | undefined;
  readonly onStage: boolean;
  readonly onOpen: (urn: string, area: string) => void;
  readonly onClearFilters: () => void;
}

const Nothing = ({ looking, onClear }: { looking: boolean; onClear: () => void }) => {
  const surfaces = useSurfaces();
  if (!looking) return <div className={surfaces.card}>There is no academy to show for this term.</div>;
  return (
    <div className={mergeClasses(surfaces.card, surfaces.row)} role="status">
      No judgement of this term fits these filters.
      <Button onClick={onClear}>Show everything</Button>
    </div>
  );
};

const Matching = ({ shown }: { shown: ShownMatrix }) => {
  const surfaces = useSurfaces();
  if (!shown.looking) return null;
  return (
    <p role="status" className={surfaces.quiet}>
      {count(shown.matching, 'judgement')} in {count(shown.rows.length, 'academy', 'academies')}
    </p>
  );
};

/** The grid, or the list where there is no room for a grid; and a word where nothing fits the filters. */
export const MatrixBody = ({ matrix, shown, open, onStage, onOpen, onClearFilters }: MatrixBodyProps) => {
  const listed = useMediaQuery(narrow) && !onStage;
  if (shown.rows.length === 0) return <Nothing looking={shown.looking} onClear={onClearFilters} />;
  return (
    <>
      <Matching shown={shown} />
      {listed ? (
        <MatrixList matrix={matrix} shown={shown} onOpen={onOpen} />
      ) : (
        <MatrixGrid matrix={matrix} shown={shown} open={open} onOpen={onStage ? undefined : onOpen} onStage={onStage} />
      )}
    </>
  );
};
