import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useForm, type Control } from 'react-hook-form';
import type { DeliveryPolicy } from '../../../shared/schema/settings';
import type { DeliverySettings } from '../../../shared/schema/views';
import { setDeliveryPolicy } from '../../api/setDeliveryPolicy';
import { useCommand } from '../../api/useCommand';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import { BothVersions } from './BothVersions';
import {
  deliveryDifferences,
  deliveryErrors,
  draftOf,
  numbers,
  policyOf,
  waits,
  type DeliveryDraft,
} from './deliveryDraft';
import { TextInput } from './formFields';
import { ErrorSummary, FormEnd } from './FormEnd';
import { resolving } from './resolving';
import { useBasedOn } from './useBasedOn';
import { useFormStyles } from './formStyles';

const useStyles = makeStyles({
  legend: { padding: 0, paddingBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
});

type Fields = Readonly<Record<string, { readonly label: string; readonly hint?: string }>>;

const NumberFields = ({ fields, control }: { fields: Fields; control: Control<DeliveryDraft> }) =>
  Object.entries(fields).map(([name, { label, hint }]) => (
    <TextInput
      key={name}
      control={control}
      name={name as keyof DeliveryDraft}
      label={label}
      hint={hint}
      inputMode="numeric"
    />
  ));

const { judgedBeforeEnd, ...reminderNumbers } = numbers;

const AllFields = ({ control }: { control: Control<DeliveryDraft> }) => {
  const styles = useStyles();
  const form = useFormStyles();
  return (
    <>
      <fieldset className={form.group}>
        <legend className={styles.legend}>Hours for new messages</legend>
        <div className={form.fields}>
          <TextInput control={control} name="from" label="From" type="time" />
          <TextInput control={control} name="until" label="Until" type="time" />
        </div>
      </fieldset>
      <fieldset className={form.group}>
        <legend className={styles.legend}>School days until something is overdue</legend>
        <div className={form.fields}>
          <NumberFields fields={{ ...waits, judgedBeforeEnd }} control={control} />
        </div>
      </fieldset>
      <fieldset className={form.group}>
        <legend className={styles.legend}>Reminders and digests</legend>
        <div className={form.fields}>
          <TextInput
            control={control}
            name="before"
            label="Days before the date"
            hint="For several, put commas between them."
          />
          <NumberFields fields={reminderNumbers} control={control} />
        </div>
      </fieldset>
    </>
  );
};

interface DeliveryFormProps {
  readonly settings: DeliverySettings;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** The trust's settings for messages, to be changed; both versions where somebody else changed them meanwhile. */
export const DeliveryForm = ({ settings: { policy, set }, onSaved, onCancel }: DeliveryFormProps) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const form = useForm<DeliveryDraft>({ defaultValues: draftOf(policy), resolver: resolving(deliveryErrors) });
  const { isDirty, errors } = form.formState;
  const based = useBasedOn<DeliveryPolicy>(policy, isDirty, (stored) => form.reset(draftOf(stored)));
  const command = useCommand(setDeliveryPolicy, onSaved);
  const save = form.handleSubmit(async (draft) => {
    if (based.stale) return;
    await command.act({ basedOn: based.basedOn, delivery: policyOf(draft) });
    // What somebody else saved is read at once, to be shown beside what is typed here.
    await client.invalidateQueries({ queryKey: ['administration'] });
  });
  return (
    <form className={surfaces.stack} noValidate onSubmit={(event) => void save(event)}>
      {based.stale && (
        <BothVersions
          differences={deliveryDifferences(policy, form.getValues())}
          changed={set && { ...set, text: '' }}
          onKeepMine={based.keepMine}
          onTakeTheirs={based.takeTheirs}
        />
      )}
      {command.problem && !based.stale && (
        <ProblemNotice problem={command.problem} title="The settings were not saved." />
      )}
      <AllFields control={form.control} />
      <ErrorSummary errors={errors} />
      <FormEnd save="Save" busy={command.busy} back={onCancel} />
    </form>
  );
};
