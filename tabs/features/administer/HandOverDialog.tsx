import { Field, Select } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { listWords } from '../../../shared/domain/words';
import type { Person } from '../../../shared/schema/people';
import type { Administration } from '../../../shared/schema/views';
import { handOver } from '../../api/handOver';
import { rereadEverything } from '../../api/keeping';
import { useCommand } from '../../api/useCommand';
import { useSession } from '../../app/SessionProvider';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useSurfaces } from '../../components/surfaces';
import { roleWords } from './roleWords';

interface HandOverDialogProps {
  readonly from: Person;
  readonly people: readonly Person[];
  readonly academies: Administration['academies'];
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** Somebody leaves or is away: all that they are in the trust, and all that waits for them, passes to another. */
export const HandOverDialog = ({ from, people, academies, onDone, onClose }: HandOverDialogProps) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const { framework } = useSession();
  const [to, setTo] = useState('');
  const [asked, setAsked] = useState(false);
  const taking = people.find(({ id }) => id === to);
  const command = useCommand(handOver, (done) => {
    onDone(`${done.to.name} has taken over from ${done.from.name}.`);
    rereadEverything(client);
  });
  const roles = listWords(from.roles.map((role) => roleWords(role, academies, framework.groups)));
  const confirm = (): void => {
    setAsked(true);
    if (taking) void command.act({ from: from.id, to: taking.id });
  };
  return (
    <ConfirmDialog
      title={`Who takes over from ${from.name}?`}
      confirm="Hand over"
      busy={command.busy}
      problem={command.problem}
      failed="Nothing was handed over."
      onConfirm={confirm}
      onClose={onClose}
    >
      <p className={surfaces.text}>
        What passes on: {roles}, and everything that waits for {from.name}. What they have decided stays theirs.
      </p>
      <Field
        label="Who takes over"
        required
        {...(asked && !taking && { validationMessage: 'Please choose who takes over.' })}
      >
        <Select value={to} onChange={(_, { value }) => setTo(value)}>
          <option value="">Please choose</option>
          {people
            .filter(({ id }) => id !== from.id)
            .map(({ id, name, jobTitle }) => (
              <option key={id} value={id}>
                {name}, {jobTitle}
              </option>
            ))}
        </Select>
      </Field>
    </ConfirmDialog>
  );
};
