import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useFieldArray, type Control } from 'react-hook-form';
import { useSurfaces } from '../../components/surfaces';
import { termNames, type DatesDraft } from './datesDraft';
import { DayInput } from './formFields';
import { useFormStyles } from './formStyles';

const useStyles = makeStyles({
  legend: { padding: 0, paddingBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
  days: {
    display: 'grid',
    // First and last day stay side by side: four in a row, or two and two.
    gridTemplateColumns: 'repeat(4, minmax(0, 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    alignItems: 'start',
    '@media (max-width: 900px)': { gridTemplateColumns: 'repeat(auto-fit, minmax(min(270px, 100%), 1fr))' },
  },
  closed: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalM },
  day: { flex: '1 1 200px', maxWidth: '320px' },
  away: { marginTop: tokens.spacingVerticalXXL, '@media (max-width: 480px)': { marginTop: 0 } },
  more: { marginTop: tokens.spacingVerticalS },
});

const TermFields = ({ control, at }: { control: Control<DatesDraft>; at: number }) => {
  const styles = useStyles();
  const form = useFormStyles();
  const term = termNames[at] ?? 'summer';
  return (
    <fieldset className={form.group}>
      <legend className={styles.legend}>{`${term.charAt(0).toUpperCase()}${term.slice(1)} term`}</legend>
      <div className={styles.days}>
        <DayInput control={control} name={`terms.${at}.startsOn`} label="First day" required />
        <DayInput control={control} name={`terms.${at}.endsOn`} label="Last day" required />
        <DayInput control={control} name={`terms.${at}.halfStartsOn`} label="Half-term holiday from" />
        <DayInput control={control} name={`terms.${at}.halfEndsOn`} label="Half-term holiday to" />
      </div>
    </fieldset>
  );
};

const most = 40;

/** Bank holidays in term and training days. */
const ClosedDays = ({ control }: { control: Control<DatesDraft> }) => {
  const styles = useStyles();
  const form = useFormStyles();
  const surfaces = useSurfaces();
  const days = useFieldArray({ control, name: 'closedOn' });
  return (
    <fieldset className={form.group}>
      <legend className={styles.legend}>Closed days</legend>
      <p className={surfaces.quiet}>Days in term without school: bank holidays, staff training.</p>
      {days.fields.map(({ id }, at) => (
        <div key={id} className={styles.closed}>
          <div className={styles.day}>
            <DayInput control={control} name={`closedOn.${at}.day`} label={`Closed day ${at + 1}`} required />
          </div>
          <Button className={styles.away} aria-label={`Take away closed day ${at + 1}`} onClick={() => days.remove(at)}>
            Take away
          </Button>
        </div>
      ))}
      <div className={styles.more}>
        <Button
          disabledFocusable={days.fields.length >= most}
          onClick={() => days.append({ day: '' }, { focusName: `closedOn.${days.fields.length}.day` })}
        >
          Add a closed day
        </Button>
      </div>
    </fieldset>
  );
};

/** All dates of an academic year. */
export const DatesFields = ({ control }: { control: Control<DatesDraft> }) => (
  <>
    {termNames.map((term, at) => (
      <TermFields key={term} control={control} at={at} />
    ))}
    <ClosedDays control={control} />
  </>
);
