import { Button, Select, ToggleButton } from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { capital, periodShort, phaseName, plural } from '../../../shared/domain/words';
import { Phase } from '../../../shared/schema/framework';
import { MatrixOrder, type MatrixFilters as Filters } from '../../../shared/schema/matrixFilters';
import type { Matrix } from '../../../shared/schema/matrixViews';
import { narrow, useMediaQuery } from '../../components/mediaQuery';
import { filtersOn, orderChoices } from './filterChoices';
import css from './MatrixFilters.module.css';

interface MatrixFiltersProps {
  readonly matrix: Matrix;
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

const Choice = ({ label, value, options, onChoose }: ChoiceProps) => {
  const id = useId();
  return (
    <span className={css.choice}>
      <label htmlFor={id} className={css.label}>
        {label}
      </label>
      <Select
        id={id}
        value={value}
        onChange={(_event, chosen) => {
          onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </span>
  );
};

const all = (label: string) => ({ value: '', label });
const byCode = ({ code, name }: { readonly code: string; readonly name: string }) => ({ value: code, label: name });

/** One function, one phase, one category; only what there is something to choose of. */
const Choices = ({ matrix, filters, onChange }: MatrixFiltersProps) => {
  const { groups, categories, categoryWord, rows } = matrix;
  const phases = Phase.options.filter((phase) => phase === filters.phase || rows.some((row) => row.phase === phase));
  return (
    <>
      {groups.length > 1 && (
        <Choice
          label="Function"
          value={filters.group ?? ''}
          options={[all('All functions'), ...groups.map(byCode)]}
          onChoose={(value) => {
            onChange({ ...filters, group: groups.find(({ code }) => code === value)?.code });
          }}
        />
      )}
      {phases.length > 1 && (
        <Choice
          label="Phase"
          value={filters.phase ?? ''}
          options={[all('All phases'), ...phases.map((phase) => ({ value: phase, label: phaseName(phase) }))]}
          onChoose={(value) => {
            onChange({ ...filters, phase: phases.find((phase) => phase === value) });
          }}
        />
      )}
      {categories.length > 0 && (
        <Choice
          label={capital(categoryWord)}
          value={filters.category ?? ''}
          options={[all(`All ${plural(categoryWord)}`), ...categories.map(byCode)]}
          onChoose={(value) => {
            onChange({ ...filters, category: categories.find(({ code }) => code === value)?.code });
          }}
        />
      )}
      <Choice
        label="Order"
        value={filters.order}
        options={orderChoices(matrix)}
        onChoose={(value) => {
          onChange({ ...filters, order: MatrixOrder.safeParse(value).data ?? 'name' });
        }}
      />
    </>
  );
};

interface ToggleProps {
  readonly on: boolean;
  readonly label: string;
  readonly title?: string;
  readonly onToggle: () => void;
}

const Toggle = ({ on, label, title, onToggle }: ToggleProps) => (
  <ToggleButton appearance={on ? 'primary' : 'secondary'} checked={on} title={title} onClick={onToggle}>
    {label}
  </ToggleButton>
);

const Everything = (props: MatrixFiltersProps) => {
  const { matrix, filters, onChange } = props;
  return (
    <>
      <Choices {...props} />
      <span className={css.only} role="group" aria-label="Show only">
        <Toggle
          on={filters.needsIntervention}
          label="Needs intervention"
          onToggle={() => {
            onChange({ ...filters, needsIntervention: !filters.needsIntervention });
          }}
        />
        {matrix.previous && (
          <Toggle
            on={filters.changed}
            label="Changed"
            title={`Changed since ${periodShort(matrix.previous)}`}
            onToggle={() => {
              onChange({ ...filters, changed: !filters.changed });
            }}
          />
        )}
      </span>
    </>
  );
};

/** What to look at and in which order. Where there is little room, behind a button that says how many are on. */
export const MatrixFilters = (props: MatrixFiltersProps) => {
  const isNarrow = useMediaQuery(narrow);
  const [open, setOpen] = useState(false);
  const id = useId();
  const on = filtersOn(props.filters);
  if (!isNarrow)
    return (
      <div className={css.bar} role="group" aria-label="Filters and order">
        <Everything {...props} />
      </div>
    );
  return (
    <div className={css.bar}>
      <Button
        icon={<FilterRegular />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {on === 0 ? 'Filter and order' : `Filter and order (${on} on)`}
      </Button>
      <div id={id} hidden={!open} className={open ? css.bar : undefined}>
        {open && <Everything {...props} />}
      </div>
    </div>
  );
};
