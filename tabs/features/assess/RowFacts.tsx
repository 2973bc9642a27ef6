import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatDay } from '../../../shared/domain/words';
import type { Matrix, MatrixRow } from '../../../shared/schema/matrixViews';
import { CategoryMark } from '../../components/CategoryMark';
import { PlaceLink } from '../../components/PlaceLink';
import { useSurfaces } from '../../components/surfaces';
import { categoryOfRow } from './cells';
import { directionWords } from './directionWords';

interface RowFactsProps {
  readonly matrix: Pick<Matrix, 'categories' | 'categoryWord'>;
  readonly row: MatrixRow;
  /** On a meeting's stage nothing leads anywhere, and a change under way is not shown to everybody there. */
  readonly onStage?: boolean;
}

const useStyles = makeStyles({ onStage: { fontSize: tokens.fontSizeBase100, lineHeight: '12px' } });

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
  const styles = useStyles();
  const nameOf = (code: string, as: { readonly name: string } | undefined): string =>
    (as ?? matrix.categories.find((c) => c.code === code))?.name ?? code;
  return (
    <>
      <CategoryMark category={categoryOfRow(matrix, row)} word={matrix.categoryWord} />
      <div className={mergeClasses(surfaces.quiet, onStage && styles.onStage)}>
        {row.direction && <DirectionLine direction={row.direction} />}
        {row.nextCategory && (
          <div>
            {nameOf(row.nextCategory.code, row.nextCategory.as)} from {formatDay(row.nextCategory.from)}
          </div>
        )}
        {row.openChange && !onStage && (
          <div>
            <PlaceLink to={`/categories/${row.openChange.id}`}>
              {nameOf(row.openChange.to, row.openChange.as)} proposed
            </PlaceLink>
          </div>
        )}
      </div>
    </>
  );
};
