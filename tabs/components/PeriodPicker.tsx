import { makeStyles, Select, useId } from '@fluentui/react-components';
import { samePeriod } from '../../shared/domain/calendar';
import { periodLabel } from '../../shared/domain/words';
import { Term } from '../../shared/schema/ids';
import type { DatedPeriod, PeriodRef } from '../../shared/schema/views';
import { VisuallyHidden } from './VisuallyHidden';

interface PeriodPickerProps {
  readonly periods: readonly DatedPeriod[];
  readonly today: string;
  readonly shown: PeriodRef;
  readonly onPick: (period: PeriodRef) => void;
}

const useStyles = makeStyles({ select: { '@media (max-width: 640px)': { width: '100%' } } });

/** Periods that have begun, newest first; the one shown is always among them. */
export const PeriodPicker = ({ periods, today, shown, onPick }: PeriodPickerProps) => {
  const id = useId('period');
  const begun = periods.filter((period) => period.startsOn <= today || samePeriod(period, shown)).reverse();
  const label = begun.every(({ period }) => Term.safeParse(period).success) ? 'Term' : 'Period';
  return (
    <span className={useStyles().select}>
      <VisuallyHidden>
        <label htmlFor={id}>{label}</label>
      </VisuallyHidden>
      <Select
        id={id}
        value={periodLabel(shown)}
        onChange={(_event, { value }) => {
          const period = begun.find((t) => periodLabel(t) === value);
          if (period) onPick({ year: period.year, period: period.period });
        }}
      >
        {begun.map((period) => (
          <option key={periodLabel(period)}>{periodLabel(period)}</option>
        ))}
      </Select>
    </span>
  );
};
