import { makeStyles, Select, useId } from '@fluentui/react-components';
import { periodLabel } from '../../shared/domain/words';
import { Term, type Year } from '../../shared/schema/ids';
import type { DatedPeriod, PeriodRef } from '../../shared/schema/views';
import { begunPeriods } from './begunPeriods';
import { VisuallyHidden } from './VisuallyHidden';

interface PeriodPickerProps {
  readonly periods: readonly DatedPeriod[];
  readonly today: string;
  readonly shown: PeriodRef;
  readonly onPick: (period: PeriodRef) => void;
}

const useStyles = makeStyles({ select: { '@media (max-width: 640px)': { width: '100%' } } });

const Options = ({ periods }: { periods: readonly PeriodRef[] }) =>
  periods.map((period) => <option key={periodLabel(period)}>{periodLabel(period)}</option>);

/** Years that are judged once need no heading above their one entry. */
const InYears = ({ periods }: { periods: readonly PeriodRef[] }) => {
  const years: Year[] = [...new Set(periods.map(({ year }) => year))];
  if (years.length < 2 || years.length === periods.length) return <Options periods={periods} />;
  return years.map((year) => (
    <optgroup key={year} label={year}>
      <Options periods={periods.filter((period) => period.year === year)} />
    </optgroup>
  ));
};

/** Every period that has begun, newest first and by year; the one shown is always among them. */
export const PeriodPicker = ({ periods, today, shown, onPick }: PeriodPickerProps) => {
  const id = useId('period');
  const begun = begunPeriods(periods, today, shown);
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
        <InYears periods={begun} />
      </Select>
    </span>
  );
};
