import { useDeferredValue, useState } from 'react';
import type { ShownMatrix } from '../../../shared/domain/filterMatrix';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { useSurfaces } from '../../components/surfaces';
import { AcademyEntry } from './AcademyEntry';
import { AcademySearch } from './AcademySearch';
import { named } from './academyNames';
import { drawnFirst } from './largeTrust';
import { classNames } from '../../components/classNames';
import css from './MatrixList.module.css';

interface MatrixListProps {
  readonly matrix: Matrix;
  readonly shown: ShownMatrix;
  readonly onOpen: (urn: string, area: string) => void;
}

/** The matrix on a phone and in a meeting's side panel: of a large trust the first academies at once, then the others. */
export const MatrixList = ({ matrix, shown, onOpen }: MatrixListProps) => {
  const surfaces = useSurfaces();
  const [sought, setSought] = useState('');
  const found = useDeferredValue(shown.rows, shown.rows.slice(0, drawnFirst));
  const rows = named(found, sought);
  return (
    <>
      <AcademySearch sought={sought} found={rows.length} of={found.length} onSeek={setSought} />
      <ul className={classNames(surfaces.list, surfaces.stack)} aria-label="Academies">
        {rows.map((row) => (
          <li key={row.urn} className={css.academy}>
            <AcademyEntry matrix={matrix} shown={shown} row={row} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </>
  );
};
