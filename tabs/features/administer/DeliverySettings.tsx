import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatInstant } from '../../../shared/domain/words';
import type { DeliverySettings as Settings } from '../../../shared/schema/views';
import { setDeliveryPolicy } from '../../api/setDeliveryPolicy';
import { rereadEverything } from '../../api/keeping';
import { useCommand } from '../../api/useCommand';
import { DoneNotice } from '../../components/DoneNotice';
import { ProblemNotice } from '../../components/ProblemNotice';
import { useSurfaces } from '../../components/surfaces';
import {
  deliveryErrors,
  draftOf,
  numbers,
  policyOf,
  waits,
  type DeliveryDraft,
  type DeliveryErrors,
} from './deliveryDraft';
import { Section } from './Section';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalM,
    alignItems: 'start',
  },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, paddingBottom: tokens.spacingVerticalXS, fontWeight: tokens.fontWeightSemibold },
});

interface Form {
  readonly draft: DeliveryDraft;
  readonly errors: DeliveryErrors;
  readonly change: (part: Partial<DeliveryDraft>) => void;
}

interface OneFieldProps extends Form {
  readonly name: keyof DeliveryDraft;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly type?: 'text' | 'time';
}

const OneField = ({ name, label, hint, type = 'text', draft, errors, change }: OneFieldProps) => (
  <Field
    label={label}
    {...(hint && { hint })}
    {...(errors[name] && { validationMessage: errors[name], validationState: 'error' })}
  >
    <Input
      type={type}
      {...(type === 'text' && { inputMode: 'numeric' })}
      value={draft[name]}
      onChange={(_event, data) => {
        change({ [name]: data.value });
      }}
    />
  </Field>
);

type Fields = Readonly<Record<string, { readonly label: string; readonly hint?: string }>>;

const NumberFields = ({ fields, form }: { fields: Fields; form: Form }) =>
  Object.entries(fields).map(([name, { label, hint }]) => (
    <OneField key={name} name={name as keyof DeliveryDraft} label={label} hint={hint} {...form} />
  ));

const { judgedBeforeEnd, ...reminderNumbers } = numbers;

const AllFields = (form: Form) => {
  const styles = useStyles();
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Hours for new messages</legend>
        <div className={styles.fields}>
          <OneField name="from" label="From" type="time" {...form} />
          <OneField name="until" label="Until" type="time" {...form} />
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>School days until something is overdue</legend>
        <div className={styles.fields}>
          <NumberFields fields={{ ...waits, judgedBeforeEnd }} form={form} />
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Reminders and digests</legend>
        <div className={styles.fields}>
          <OneField name="before" label="Days before the date" hint="For several, put commas between them." {...form} />
          <NumberFields fields={reminderNumbers} form={form} />
        </div>
      </fieldset>
    </>
  );
};

interface EditingProps {
  readonly settings: Settings;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

/** The form; what is wrong is said once somebody has tried to save. */
const Editing = ({ settings: { policy }, onSaved, onCancel }: EditingProps) => {
  const surfaces = useSurfaces();
  const [draft, setDraft] = useState(() => draftOf(policy));
  const [tried, setTried] = useState(false);
  const command = useCommand(setDeliveryPolicy, onSaved);
  const errors = deliveryErrors(draft);
  const isReady = Object.keys(errors).length === 0;
  const save = (): void => {
    setTried(true);
    if (isReady) void command.act({ basedOn: policy, delivery: policyOf(draft) });
  };
  return (
    <form
      className={surfaces.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {command.problem && <ProblemNotice problem={command.problem} title="The settings were not saved." />}
      <AllFields
        draft={draft}
        errors={tried ? errors : {}}
        change={(part) => {
          setDraft({ ...draft, ...part });
        }}
      />
      {tried && !isReady && (
        <p role="alert" className={surfaces.text}>
          Some fields still need your attention. Nothing was saved.
        </p>
      )}
      <div className={surfaces.row}>
        <Button type="submit" appearance="primary" disabledFocusable={command.busy}>
          Save
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
      </div>
    </form>
  );
};

const setWords = ({ set }: Settings): string =>
  set ? `Last set by ${set.by.name} on ${formatInstant(set.at)}.` : 'These are the settings that Assured came with.';

/** When people are written to, by when things are due, and how often they are reminded. */
export const DeliverySettings = ({ settings }: { settings: Settings }) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [saved, setSaved] = useState(false);
  const { from, until } = settings.policy;
  const close = (): void => {
    setEditing(false);
    rereadEverything(client);
  };
  return (
    <Section
      title="Messages and reminders"
      about={`New messages go out between ${from} and ${until} on school days, and never on the last one before a holiday. ${setWords(settings)}`}
    >
      {saved && !editing && <DoneNotice title="The settings are saved." />}
      {editing ? (
        <Editing
          settings={settings}
          onCancel={close}
          onSaved={() => {
            setSaved(true);
            close();
          }}
        />
      ) : (
        <div className={surfaces.row}>
          <Button
            onClick={() => {
              setSaved(false);
              setEditing(true);
            }}
          >
            Change these settings
          </Button>
        </div>
      )}
    </Section>
  );
};
