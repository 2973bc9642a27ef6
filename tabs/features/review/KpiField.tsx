import { Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { readBand } from '../../../shared/domain/kpis';
import type { Kpi, Scale } from '../../../shared/schema/framework';
import { MarkTile } from '../../components/LevelMark';
import { markOfLevel } from '../../components/marks';
import { useSurfaces } from '../../components/surfaces';
import type { TypedKpi } from './areaDraft';
import { kpiProblem, typedNumber } from './kpiEntry';

interface KpiFieldProps {
  readonly kpi: Kpi;
  readonly scale: Scale;
  readonly typed: TypedKpi;
  readonly onChange: (typed: TypedKpi) => void;
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
const BandLine = ({ kpi, scale, typed }: Omit<KpiFieldProps, 'onChange'>) => {
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

/** One measure: value, the day on which it held, where it comes from. */
export const KpiField = ({ kpi, scale, typed, onChange }: KpiFieldProps) => {
  const styles = useStyles();
  const surfaces = useSurfaces();
  const problem = kpiProblem(typed);
  const change = (part: Partial<TypedKpi>): void => {
    onChange({ ...typed, ...part });
  };
  return (
    <fieldset className={mergeClasses(styles.measure, surfaces.tight)}>
      <legend className={styles.legend}>{kpi.name}</legend>
      <div className={styles.fields}>
        <Field label="Value" {...(problem && { validationMessage: problem })}>
          <Input
            className={styles.input}
            input={{ className: styles.input }}
            inputMode="decimal"
            value={typed.value}
            contentBefore={kpi.unit === 'pounds' ? '£' : null}
            contentAfter={unitWords[kpi.unit]}
            onChange={(_event, { value }) => {
              change({ value });
            }}
          />
        </Field>
        <Field label="As at">
          <Input
            className={styles.input}
            input={{ className: styles.input }}
            type="date"
            value={typed.asAt}
            onChange={(_event, { value }) => {
              change({ asAt: value });
            }}
          />
        </Field>
        <Field label="Source">
          <Input
            className={styles.input}
            input={{ className: styles.input }}
            maxLength={120}
            value={typed.source}
            onChange={(_event, { value }) => {
              change({ source: value });
            }}
          />
        </Field>
      </div>
      <BandLine kpi={kpi} scale={scale} typed={typed} />
    </fieldset>
  );
};
