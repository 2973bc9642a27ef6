import { makeStyles, Select, ToggleButton, useId } from '@fluentui/react-components';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { VisuallyHidden } from '../../components/VisuallyHidden';
import type { Filters } from './filterMatrix';

interface MatrixFiltersProps {
  readonly matrix: Matrix;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

const useStyles = makeStyles({ select: { '@media (max-width: 640px)': { width: '100%' } } });

const allFunctions = 'All functions';

/** What to look at: one function, what needs intervention, what changed. */
export const MatrixFilters = ({ matrix, filters, onChange }: MatrixFiltersProps) => {
  const id = useId('function');
  const styles = useStyles();
  const { groups, previous } = matrix;
  return (
    <>
      {groups.length > 1 && (
        <span className={styles.select}>
          <VisuallyHidden>
            <label htmlFor={id}>Function</label>
          </VisuallyHidden>
          <Select
            id={id}
            value={filters.group ?? ''}
            onChange={(_event, { value }) => {
              onChange({ ...filters, group: value === '' ? undefined : value });
            }}
          >
            <option value="">{allFunctions}</option>
            {groups.map((group) => (
              <option key={group.code} value={group.code}>
                {group.name}
              </option>
            ))}
          </Select>
        </span>
      )}
      <ToggleButton
        appearance={filters.needsIntervention ? 'primary' : 'secondary'}
        checked={filters.needsIntervention}
        onClick={() => {
          onChange({ ...filters, needsIntervention: !filters.needsIntervention });
        }}
      >
        Needs intervention
      </ToggleButton>
      {previous && (
        <ToggleButton
          appearance={filters.changed ? 'primary' : 'secondary'}
          checked={filters.changed}
          onClick={() => {
            onChange({ ...filters, changed: !filters.changed });
          }}
        >
          Changed
        </ToggleButton>
      )}
    </>
  );
};
