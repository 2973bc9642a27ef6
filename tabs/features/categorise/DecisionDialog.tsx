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
import { decisionWords, type DecisionWords } from './decisionWords';

interface DecisionDialogProps {
  readonly change: CategoryChangeView;
  readonly action: ChangeAction;
  readonly busy: boolean;
  readonly over: boolean;
  readonly problem: ApiProblem | undefined;
  readonly onConfirm: (text: DecisionText) => void;
  readonly onClose: () => void;
}

const lackingText = (words: DecisionWords, text: string): string | undefined =>
  text.trim() === '' ? words.missing : undefined;

/** What is wrong with the day; a meeting lies in the past or is today. */
const wrongDay = (action: ChangeAction, day: string, today: string): string | undefined => {
  if (action !== 'confirm' && action !== 'resubmit') return undefined;
  if (!Day.safeParse(day).success) return 'Enter a date.';
  return action === 'confirm' && day > today ? 'The meeting cannot lie in the future.' : undefined;
};

/** Says what a decision does, and asks for the comment and the date that it needs. */
export const DecisionDialog = ({ change, action, onConfirm, ...dialog }: DecisionDialogProps) => {
  const surfaces = useSurfaces();
  const { today } = useSession();
  const [text, setText] = useState(action === 'resubmit' ? change.rationale : '');
  const [day, setDay] = useState(action === 'resubmit' ? change.effectiveFrom : today);
  const [checked, setChecked] = useState(false);
  const words = decisionWords(action, change);
  const lacking = lackingText(words, text);
  const dayError = wrongDay(action, day, today);
  return (
    <ConfirmDialog
      {...dialog}
      title={words.title}
      confirm={words.button}
      failed={words.failed}
      onConfirm={() => {
        setChecked(true);
        if (!lacking && !dayError) onConfirm({ text: text.trim(), day });
      }}
    >
      <p className={surfaces.text}>{words.about}</p>
      {action === 'confirm' && (
        <DayField label="Date of the Board’s meeting" value={day} max={today} onChange={setDay} error={dayError} />
      )}
      {action === 'resubmit' && <DayField label="Effective from" value={day} onChange={setDay} error={dayError} />}
      <TextField
        label={words.label}
        value={text}
        onChange={setText}
        maxLength={action === 'resubmit' ? 4000 : 2000}
        required={words.missing !== undefined}
        error={checked ? lacking : undefined}
      />
    </ConfirmDialog>
  );
};
