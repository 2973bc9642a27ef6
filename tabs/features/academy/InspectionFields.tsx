import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { cardGradeName, gradeName } from '../../../shared/domain/historicWords';
import { OfstedGrade, ReportCardGrade, type Inspection } from '../../../shared/schema/historic';
import { DayField } from '../../components/DayField';
import { useSurfaces } from '../../components/surfaces';
import { GradeSelect } from './GradeSelect';
import type { InspectionDraft, InspectionErrors } from './inspectionDraft';
import { ofstedAreas } from './ofstedAreas';

interface InspectionFieldsProps {
  readonly draft: InspectionDraft;
  readonly today: string;
  /** What to say is wrong; empty until somebody tried to record it. */
  readonly errors: InspectionErrors;
  /** The fields that changed. */
  readonly onChange: (part: Partial<InspectionDraft>) => void;
}

const useStyles = makeStyles({
  areas: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(200px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalS, fontWeight: tokens.fontWeightSemibold },
});

const options = {
  grades: OfstedGrade.options.map((value) => ({ value, label: gradeName(value) })),
  reportCard: ReportCardGrade.options.map((value) => ({ value, label: cardGradeName(value) })),
};
const standards = [
  { value: 'met', label: 'Met' },
  { value: 'notMet', label: 'Not met' },
];

const AreaGrades = ({ draft, onChange }: Pick<InspectionFieldsProps, 'draft' | 'onChange'>) => {
  const { report, grades } = draft;
  const styles = useStyles();
  return (
    <fieldset className={styles.areas}>
      <legend className={styles.legend}>The areas, as Ofsted graded them</legend>
      {ofstedAreas[report].map((area) => (
        <GradeSelect
          key={area}
          label={area}
          none="Not graded"
          options={options[report]}
          value={grades[report][area] ?? ''}
          onChange={(grade) => {
            onChange({ grades: { ...grades, [report]: { ...grades[report], [area]: grade } } });
          }}
        />
      ))}
    </fieldset>
  );
};

/** Old single grades or a report card: each with its own words, side by side and never turned into each other. */
export const InspectionFields = ({ draft, today, errors, onChange }: InspectionFieldsProps) => {
  const surfaces = useSurfaces();
  return (
    <>
      <Field label="What Ofsted reported">
        <RadioGroup
          value={draft.report}
          onChange={(_event, { value }) => {
            onChange({ report: value as Inspection['report'] });
          }}
        >
          <Radio value="grades" label="Single grades (inspections before November 2025)" />
          <Radio value="reportCard" label="A report card (from November 2025)" />
        </RadioGroup>
      </Field>
      <DayField
        label="Date of the inspection"
        value={draft.on}
        max={today}
        error={errors.on}
        onChange={(on) => {
          onChange({ on });
        }}
      />
      {draft.report === 'grades' ? (
        <GradeSelect
          label="Overall grade"
          none="No overall grade"
          options={options.grades}
          value={draft.overall}
          onChange={(overall) => {
            onChange({ overall });
          }}
        />
      ) : (
        <GradeSelect
          label="Safeguarding standards"
          none="Choose"
          required
          options={standards}
          value={draft.safeguarding}
          error={errors.safeguarding}
          onChange={(safeguarding) => {
            onChange({ safeguarding });
          }}
        />
      )}
      <AreaGrades draft={draft} onChange={onChange} />
      {errors.grades && (
        <p role="alert" className={surfaces.text}>
          {errors.grades}
        </p>
      )}
    </>
  );
};
