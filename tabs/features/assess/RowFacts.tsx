import { Link } from 'react-router';
import { formatDay } from '../../../shared/domain/words';
import type { Matrix, MatrixRow } from '../../../shared/schema/views';
import { CategoryMark } from '../../components/CategoryMark';
import { useSurfaces } from '../../components/surfaces';
import { categoryOfRow } from './cells';
import { directionWords } from './directionWords';

interface RowFactsProps {
  readonly matrix: Pick<Matrix, 'categories'>;
  readonly row: MatrixRow;
  /** Links lead nowhere on a meeting's stage. */
  readonly linked: boolean;
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
export const RowFacts = ({ matrix, row, linked }: RowFactsProps) => {
  const surfaces = useSurfaces();
  const nameOf = (code: string): string => matrix.categories.find((c) => c.code === code)?.name ?? code;
  const proposed = row.openChange && `${nameOf(row.openChange.to)} proposed`;
  return (
    <>
      <CategoryMark category={categoryOfRow(matrix, row)} />
      <div className={surfaces.quiet}>
        {row.direction && <DirectionLine direction={row.direction} />}
        {row.nextCategory && (
          <div>
            {nameOf(row.nextCategory.code)} from {formatDay(row.nextCategory.from)}
          </div>
        )}
        {row.openChange && (
          <div>{linked ? <Link to={`/categories/${row.openChange.id}`}>{proposed}</Link> : proposed}</div>
        )}
      </div>
    </>
  );
};
