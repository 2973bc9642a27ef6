import { useController, useForm } from 'react-hook-form';
import { Day } from '../../../shared/schema/ids';
import type { CategoryChangeView, ChangeAction } from '../../../shared/schema/changeViews';
import type { ApiProblem } from '../../api/problem';
import { useSession } from '../../app/SessionProvider';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { DayField } from '../../components/DayField';
import { useSurfaces } from '../../components/surfaces';
import { TextField } from '../../components/TextField';
import type { DecisionText } from './decisionAct';
import { decisionWords, meetingLabel } from './decisionWords';
import { OtherCategory } from './OtherCategory';

interface DecisionDialogProps {
  readonly change: CategoryChangeView;
  readonly action: ChangeAction;
  readonly busy: boolean;
  readonly over: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onConfirm: (text: DecisionText) => void;
  readonly onClose: () => void;
}

/** What is wrong with the day; a meeting lies in the past or is today. */
const wrongDay = (action: ChangeAction, day: string, today: string): string | undefined => {
  if (action !== 'confirm' && action !== 'resubmit') return undefined;
  if (!Day.safeParse(day).success) return 'Enter a date.';
  return action === 'confirm' && day > today ? 'The meeting cannot lie in the future.' : undefined;
};

/** What is written and chosen in the dialog. */
interface Draft {
  text: string;
  day: string;
  confirmed: string;
}

const useDecision = (change: CategoryChangeView, action: ChangeAction) => {
  const { today } = useSession();
  const again = action === 'resubmit';
  const { control, handleSubmit } = useForm<Draft>({
    defaultValues: {
      text: again ? change.rationale : '',
      day: again ? change.effectiveFrom : today,
      confirmed: change.to.code,
    },
  });
  const words = decisionWords(action, change);
  const otherIn = (code: string) => change.mayConfirm.find((each) => each.code === code);
  const missingWith = (code: string) => (otherIn(code) ? 'Say why another one is confirmed.' : words.missing);
  const confirmed = useController({ control, name: 'confirmed', rules: { deps: ['text'] } });
  const text = useController({
    control,
    name: 'text',
    rules: { validate: (typed, draft) => (typed.trim() === '' ? missingWith(draft.confirmed) : undefined) },
  });
  const day = useController({ control, name: 'day', rules: { validate: (typed) => wrongDay(action, typed, today) } });
  const saidIn = (draft: Draft): DecisionText => {
    const other = otherIn(draft.confirmed);
    return { text: draft.text.trim(), day: draft.day, ...(other && { to: other.code }) };
  };
  return {
    ...{ today, words, text, day, confirmed, saidIn, handleSubmit },
    required: missingWith(confirmed.field.value) !== undefined,
    label: otherIn(confirmed.field.value) ? 'Comment' : words.label,
  };
};

interface AskedBesideProps {
  readonly change: CategoryChangeView;
  readonly action: ChangeAction;
  readonly decision: ReturnType<typeof useDecision>;
}

/** What else a decision asks for: the category and the meeting of a confirmation, the day of a new proposal. */
const AskedBeside = ({ change, action, decision }: AskedBesideProps) => {
  const { field, fieldState } = decision.day;
  const day = { value: field.value, inputRef: field.ref, onChange: field.onChange, error: fieldState.error?.message };
  if (action === 'resubmit') return <DayField label="Effective from" {...day} />;
  if (action !== 'confirm') return null;
  const { value, onChange } = decision.confirmed.field;
  return (
    <>
      {change.mayConfirm.length > 0 && <OtherCategory change={change} chosen={value} onChoose={onChange} />}
      <DayField label={meetingLabel(change)} max={decision.today} {...day} />
    </>
  );
};

/** Says what a decision does, and asks for the comment and the date that it needs. */
export const DecisionDialog = ({ change, action, onConfirm, ...dialog }: DecisionDialogProps) => {
  const surfaces = useSurfaces();
  const decision = useDecision(change, action);
  const { words, required, text } = decision;
  const confirm = decision.handleSubmit((draft) => {
    onConfirm(decision.saidIn(draft));
  });
  return (
    <ConfirmDialog
      {...dialog}
      title={words.title}
      confirm={words.button}
      failed={words.failed}
      onConfirm={() => void confirm()}
    >
      <p className={surfaces.text}>{words.about}</p>
      <AskedBeside change={change} action={action} decision={decision} />
      <TextField
        label={decision.label}
        value={text.field.value}
        inputRef={text.field.ref}
        onChange={text.field.onChange}
        maxLength={action === 'resubmit' ? 4000 : 2000}
        required={required}
        error={text.fieldState.error?.message}
      />
    </ConfirmDialog>
  );
};
