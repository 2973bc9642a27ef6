import { Button } from '@fluentui/react-components';
import { noFilters, type ShownMatrix } from '../../../shared/domain/filterMatrix';
import type { MatrixFilters } from '../../../shared/schema/matrixFilters';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { filtersOn, isFiltered, onWords, rankingWords, shownWords } from './filterChoices';
import css from './MatrixFilters.module.css';

interface FilterSummaryProps {
  readonly matrix: Matrix;
  readonly shown: ShownMatrix;
  readonly filters: MatrixFilters;
  readonly onChange: (filters: MatrixFilters) => void;
}

/** What of the matrix is in sight and in which order, where that is not the whole of it by name; and the way back. */
export const FilterSummary = ({ matrix, shown, filters, onChange }: FilterSummaryProps) => {
  const ranking = rankingWords(filters.order, matrix.categoryWord);
  const on = onWords(matrix, filters);
  return (
    <div className={css.said}>
      <div role="status">
        {isFiltered(filters) && (
          <p className={css.shown}>
            <strong>{shownWords(matrix, shown)}.</strong>
            {on && <span>{on}.</span>}
          </p>
        )}
        {ranking && <p className={css.ranked}>{ranking}</p>}
      </div>
      {filtersOn(filters) > 0 && (
        <span className={css.clear}>
          <Button
            size="small"
            onClick={() => {
              onChange(noFilters);
            }}
          >
            Show the whole matrix by name
          </Button>
        </span>
      )}
    </div>
  );
};
