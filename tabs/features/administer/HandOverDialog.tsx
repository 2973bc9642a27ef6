import { Field, Select } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdministeredPeople, AdministeredPerson } from '../../../shared/schema/administrationViews';
import { handOver } from '../../api/handOver';
import { rereadEverything } from '../../api/keeping';
import { useCommand } from '../../api/useCommand';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useSurfaces } from '../../components/surfaces';
import { rolesInWords } from './personDraft';

interface HandOverDialogProps {
  readonly from: AdministeredPerson;
  readonly view: AdministeredPeople;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Somebody leaves or is away: all that they are in the trust, and all that waits for them, passes to another. */
export const HandOverDialog = ({ from, view, onDone, onClose }: HandOverDialogProps) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const [to, setTo] = useState('');
  const [asked, setAsked] = useState(false);
  const taking = view.people.find(({ id }) => id === to);
  const command = useCommand(handOver, (done) => {
    onDone(`${done.to.name} has taken over from ${done.from.name}.`);
    rereadEverything(client);
  });
  const roles = rolesInWords(from.facts.roles, view);
  const { name } = from.facts;
  const confirm = (): void => {
    setAsked(true);
    if (taking) void command.act({ from: from.id, to: taking.id });
  };
  return (
    <ConfirmDialog
      title={`Who takes over from ${name}?`}
      confirm="Hand over"
      busy={command.busy}
      problem={command.problem}
      failed="Nothing was handed over."
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className={surfaces.text}>
        What passes on: {roles}, and everything that waits for {name}. What they have decided stays theirs.
      </p>
      <Field
        label="Who takes over"
        required
        {...(asked && !taking && { validationMessage: 'Please choose who takes over.' })}
      >
        <Select value={to} onChange={(_, { value }) => setTo(value)}>
          <option value="">Please choose</option>
          {view.people
            .filter(({ id }) => id !== from.id)
            .map(({ id, facts }) => (
              <option key={id} value={id}>
                {facts.name}, {facts.jobTitle}
              </option>
            ))}
        </Select>
      </Field>
    </ConfirmDialog>
  );
};
