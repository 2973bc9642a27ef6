import { mergeClasses } from '@fluentui/react-components';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { useSurfaces } from '../../components/surfaces';
import { AcademyEntry } from './AcademyEntry';
import type { ShownMatrix } from './filterMatrix';

interface MatrixListProps {
  readonly matrix: Matrix;
  readonly shown: ShownMatrix;
  readonly onOpen: (urn: string, area: string) => void;
}

/** The matrix on a phone and in a meeting's side panel. */
export const MatrixList = ({ matrix, shown, onOpen }: MatrixListProps) => {
  const surfaces = useSurfaces();
  return (
    <ul className={mergeClasses(surfaces.list, surfaces.stack)} aria-label="Academies">
      {shown.rows.map((row) => (
        <AcademyEntry key={row.urn} matrix={matrix} shown={shown} row={row} onOpen={onOpen} />
      ))}
    </ul>
  );
};
