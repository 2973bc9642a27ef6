import { Field, Input } from '@fluentui/react-components';
import { Controller, useForm, type RegisterOptions } from 'react-hook-form';
import type { AcademyView } from '../../../shared/schema/academyViews';
import type { SelfEvaluation } from '../../../shared/schema/historic';
import type { Urn } from '../../../shared/schema/ids';
import { recordSelfEvaluation } from '../../api/recordSelfEvaluation';
import { useCommand } from '../../api/useCommand';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { DayField } from '../../components/DayField';
import { GradeSelect } from './GradeSelect';
import { wrongDay } from './inspectionDraft';

interface LevelFieldProps {
  readonly levels: readonly string[];
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (level: string) => void;
}

/** One of the model's words, or the academy's own where the model has none. */
const LevelField = ({ levels, value, error, onChange }: LevelFieldProps) =>
  levels.length > 0 ? (
    <GradeSelect
      label="What the academy judges itself to be"
      none="Choose"
      required
      options={levels.map((level) => ({ value: level, label: level }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  ) : (
    <Field label="What the academy judges itself to be" required {...(error && { validationMessage: error })}>
      <Input
        value={value}
        maxLength={60}
        onChange={(_event, data) => {
          onChange(data.value);
        }}
      />
    </Field>
  );

interface TypedSelfEvaluation {
  readonly level: string;
  readonly on: string;
}
const levelRule = {
  validate: (level) => level.trim() !== '' || 'Say what the academy judges itself to be.',
} satisfies RegisterOptions<TypedSelfEvaluation, 'level'>;

interface RecordSelfEvaluationProps {
  readonly urn: Urn;
  readonly today: string;
  readonly levels: readonly string[];
  readonly onRecorded: (view: AcademyView) => void;
  readonly onClose: () => void;
}

/** The academy's own judgement of itself (SEF). */
export const RecordSelfEvaluation = ({ urn, today, levels, onRecorded, onClose }: RecordSelfEvaluationProps) => {
  const { control, handleSubmit } = useForm<TypedSelfEvaluation>({ defaultValues: { level: '', on: today } });
  const record = useCommand(
    (api, selfEvaluation: SelfEvaluation, commandId) => recordSelfEvaluation(api, urn, { selfEvaluation }, commandId),
    onRecorded,
  );
  const dayRule = { validate: (on: string) => wrongDay(on, today) ?? true };
  return (
    <ConfirmDialog
      title="Record a self-evaluation (SEF)"
      confirm="Record"
      busy={record.busy}
      problem={record.problem}
      failed="The self-evaluation was not recorded."
      onClose={onClose}
      onConfirm={() => void handleSubmit(({ on, level }) => void record.act({ on, level: level.trim() }))()}
    >
      <Controller
        control={control}
        name="level"
        rules={levelRule}
        render={({ field, fieldState }) => (
          <LevelField levels={levels} value={field.value} error={fieldState.error?.message} onChange={field.onChange} />
        )}
      />
      <Controller
        control={control}
        name="on"
        rules={dayRule}
        render={({ field, fieldState }) => (
          <DayField
            label="Date of the self-evaluation"
            value={field.value}
            max={today}
            error={fieldState.error?.message}
            onChange={field.onChange}
          />
        )}
      />
    </ConfirmDialog>
  );
};
