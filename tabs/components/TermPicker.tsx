import { makeStyles, Select, useId } from '@fluentui/react-components';
import { compareTerms, termsOf } from '../../shared/domain/calendar';
import { termLabel } from '../../shared/domain/words';
import type { AcademicYear } from '../../shared/schema/settings';
import type { TermRef } from '../../shared/schema/views';
import { VisuallyHidden } from './VisuallyHidden';

interface TermPickerProps {
  readonly years: readonly AcademicYear[];
  readonly today: string;
  readonly shown: TermRef;
  readonly onPick: (term: TermRef) => void;
}

const useStyles = makeStyles({ select: { '@media (max-width: 640px)': { width: '100%' } } });

/** Terms that have begun, newest first; the one shown is always among them. */
export const TermPicker = ({ years, today, shown, onPick }: TermPickerProps) => {
  const id = useId('term');
  const terms = termsOf(years)
    .filter((term) => term.startsOn <= today || compareTerms(term, shown) === 0)
    .reverse();
  return (
    <span className={useStyles().select}>
      <VisuallyHidden>
        <label htmlFor={id}>Term</label>
      </VisuallyHidden>
      <Select
        id={id}
        value={termLabel(shown)}
        onChange={(_event, { value }) => {
          const term = terms.find((t) => termLabel(t) === value);
          if (term) onPick({ year: term.year, term: term.term });
        }}
      >
        {terms.map((term) => (
          <option key={termLabel(term)}>{termLabel(term)}</option>
        ))}
      </Select>
    </span>
  );
};
