import { useState } from 'react';
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
const useDecision = (change: CategoryChangeView, action: ChangeAction) => {
  const { today } = useSession();
  const [text, setText] = useState(action === 'resubmit' ? change.rationale : '');
  const [day, setDay] = useState(action === 'resubmit' ? change.effectiveFrom : today);
  const [confirmed, setConfirmed] = useState<string>(change.to.code);
  const other = change.mayConfirm.find(({ code }) => code === confirmed);
  const words = decisionWords(action, change);
  const missing = other ? 'Say why another one is confirmed.' : words.missing;
  return {
    ...{ today, words, text, setText, day, setDay, confirmed, setConfirmed },
    required: missing !== undefined,
    label: other ? 'Comment' : words.label,
    lacking: text.trim() === '' ? missing : undefined,
    dayError: wrongDay(action, day, today),
    said: { text: text.trim(), day, ...(other && { to: other.code }) } satisfies DecisionText,
  };
};

interface AskedBesideProps {
  readonly change: CategoryChangeView;
  readonly action: ChangeAction;
  readonly decision: ReturnType<typeof useDecision>;
}

/** What else a decision asks for: the category and the meeting of a confirmation, the day of a new proposal. */
const AskedBeside = ({ change, action, decision }: AskedBesideProps) => {
  const { day, setDay, dayError } = decision;
  if (action === 'resubmit') return <DayField label="Effective from" value={day} onChange={setDay} error={dayError} />;
  if (action !== 'confirm') return null;
  return (
    <>
      {change.mayConfirm.length > 0 && (
        <OtherCategory change={change} chosen={decision.confirmed} onChoose={decision.setConfirmed} />
      )}
      <DayField label={meetingLabel(change)} value={day} max={decision.today} onChange={setDay} error={dayError} />
    </>
  );
};

/** Says what a decision does, and asks for the comment and the date that it needs. */
export const DecisionDialog = ({ change, action, onConfirm, ...dialog }: DecisionDialogProps) => {
  const surfaces = useSurfaces();
  const [checked, setChecked] = useState(false);
  const decision = useDecision(change, action);
  const { words, lacking, dayError, required } = decision;
  return (
    <ConfirmDialog
      {...dialog}
      title={words.title}
      confirm={words.button}
      failed={words.failed}
      onConfirm={() => {
        setChecked(true);
        if (!lacking && !dayError) onConfirm(decision.said);
      }}
    >
      <p className={surfaces.text}>{words.about}</p>
      <AskedBeside change={change} action={action} decision={decision} />
      <TextField
        label={decision.label}
        value={decision.text}
        onChange={decision.setText}
        maxLength={action === 'resubmit' ? 4000 : 2000}
        required={required}
        error={checked ? lacking : undefined}
      />
    </ConfirmDialog>
  );
};
