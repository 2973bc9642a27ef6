import type { ShownMatrix } from '../../../shared/domain/filterMatrix';
import type { MatrixFilters as Filters } from '../../../shared/schema/matrixFilters';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { FilterSummary } from './FilterSummary';
import { MatrixFilters } from './MatrixFilters';
import css from './MatrixFilters.module.css';

interface FilterBarProps {
  readonly matrix: Matrix;
  readonly shown: ShownMatrix;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** The filters, and in words what they leave in sight: fetched after the matrix itself. */
export const FilterBar = ({ matrix, shown, filters, onChange }: FilterBarProps) => (
  <div className={css.all}>
    <MatrixFilters matrix={matrix} filters={filters} onChange={onChange} />
    <FilterSummary matrix={matrix} shown={shown} filters={filters} onChange={onChange} />
  </div>
);
