import { Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Controller, type Control } from 'react-hook-form';
import { readBand } from '../../../shared/domain/kpis';
import { markOfLevel } from '../../../shared/domain/marks';
import type { Kpi, Scale } from '../../../shared/schema/framework';
import { MarkTile } from '../../components/LevelMark';
import { useSurfaces } from '../../components/surfaces';
import type { AreaValues, TypedKpi } from './areaDraft';
import { kpiProblem, typedNumber } from './kpiEntry';

interface KpiFieldProps {
  readonly kpi: Kpi;
  readonly scale: Scale;
  readonly typed: TypedKpi;
  readonly control: Control<AreaValues>;
}

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1.2fr) minmax(0, 2fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  input: { minWidth: 0, width: '100%' },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  measure: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
});

const unitWords = { percent: '%', number: '', days: 'days', pounds: '' } satisfies Record<Kpi['unit'], string>;

/** The band that the typed value falls in, as it is typed. */
const BandLine = ({ kpi, scale, typed }: Omit<KpiFieldProps, 'control'>) => {
  const surfaces = useSurfaces();
  const number = typedNumber(typed.value);
  if (number === undefined || Number.isNaN(number)) return null;
  const { level, why } = readBand(kpi, scale, number);
  return (
    <p className={mergeClasses(surfaces.quiet, surfaces.row)}>
      <MarkTile mark={markOfLevel(level)} size="small" />
      <span>
        {level ? `${level.name}. ` : ''}
        {why}
      </span>
    </p>
  );
};

type Part = keyof TypedKpi;
const labels = { value: 'Value', asAt: 'As at', source: 'Source' } satisfies Record<Part, string>;

const inputOf = (part: Part, kpi: Kpi) =>
  ({
    value: {
      inputMode: 'decimal',
      contentBefore: kpi.unit === 'pounds' ? '£' : null,
      contentAfter: unitWords[kpi.unit],
    },
    asAt: { type: 'date' },
    source: { maxLength: 120 },
  })[part] as Partial<Parameters<typeof Input>[0]>;

interface PartFieldProps extends Omit<KpiFieldProps, 'scale'> {
  readonly part: Part;
}

/** What is wrong with a figure is said as it is typed: the band beside it is missing then. */
const PartField = ({ part, kpi, typed, control }: PartFieldProps) => {
  const styles = useStyles();
  const problem = part === 'value' ? kpiProblem(typed) : undefined;
  return (
    <Controller
      control={control}
      name={`kpis.${kpi.code}.${part}`}
      render={({ field }) => (
        <Field label={labels[part]} {...(problem && { validationMessage: problem })}>
          <Input
            ref={field.ref}
            className={styles.input}
            input={{ className: styles.input }}
            value={field.value}
            onChange={(_event, { value }) => {
              field.onChange(value);
            }}
            {...inputOf(part, kpi)}
          />
        </Field>
      )}
    />
  );
};

/** One measure: value, the day on which it held, where it comes from. */
export const KpiField = ({ kpi, scale, typed, control }: KpiFieldProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  return (
    <fieldset className={mergeClasses(styles.measure, surfaces.tight)}>
      <legend className={styles.legend}>{kpi.name}</legend>
      <div className={styles.fields}>
        {(['value', 'asAt', 'source'] as const).map((part) => (
          <PartField key={part} part={part} kpi={kpi} typed={typed} control={control} />
        ))}
      </div>
      <BandLine kpi={kpi} scale={scale} typed={typed} />
    </fieldset>
  );
};
