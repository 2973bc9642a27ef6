import { categoryOfRow, directionWords, nextCategoryWords, openChangeWords } from '../../../shared/domain/matrixWords';
import type { Matrix, MatrixRow } from '../../../shared/schema/matrixViews';
import { CategoryMark } from '../../components/CategoryMark';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { classNames } from '../../components/classNames';
import css from './MatrixGrid.module.css';

interface RowFactsProps {
  readonly matrix: Pick<Matrix, 'categories' | 'categoryWord'>;
  readonly row: MatrixRow;
  /** On a meeting's stage nothing leads anywhere, and a change under way is not shown to everybody there. */
  readonly onStage?: boolean;
}

const DirectionLine = ({ direction }: { direction: NonNullable<MatrixRow['direction']> }) => {
  const { arrow, words } = directionWords(direction);
  return (
    <span>
      <span aria-hidden>{arrow} </span>
      {words}
    </span>
  );
};

/** An academy's category, where it is heading, and a change under way. */
export const RowFacts = ({ matrix, row, onStage = false }: RowFactsProps) => {
  const surfaces = useSurfaces();
  return (
    <>
      <CategoryMark category={categoryOfRow(matrix, row)} word={matrix.categoryWord} />
      <div className={classNames(surfaces.quiet, css.facts)}>
        {row.direction && <DirectionLine direction={row.direction} />}
        {row.nextCategory && <div>{nextCategoryWords(matrix, row.nextCategory)}</div>}
        {row.openChange && !onStage && (
          <div>
            <PlaceLink to={`/categories/${row.openChange.id}`}>{openChangeWords(matrix, row.openChange)}</PlaceLink>
          </div>
        )}
      </div>
    </>
  );
};
