import { useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { AdministeredPeople, AdministeredPerson } from '../../../shared/schema/administrationViews';
import { PersonId } from '../../../shared/schema/ids';
import { handOver } from '../../api/handOver';
import { rereadEverything } from '../../api/keeping';
import { useCommand } from '../../api/useCommand';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { useSurfaces } from '../../components/surfaces';
import { ChoiceInput } from './formFields';
import { rolesInWords } from './personDraft';
import { resolving } from './resolving';

interface Draft {
  to: string;
}

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
  const others = view.people.filter(({ id }) => id !== from.id);
  const form = useForm<Draft>({
    defaultValues: { to: '' },
    resolver: resolving<Draft>(({ to }): { to?: string } => (to === '' ? { to: 'Please choose who takes over.' } : {})),
  });
  const command = useCommand(handOver, (done) => {
    onDone(`${done.to.name} has taken over from ${done.from.name}.`);
    rereadEverything(client);
  });
  const roles = rolesInWords(from.facts.roles, view);
  const { name } = from.facts;
  const confirm = form.handleSubmit(({ to }) => command.act({ from: from.id, to: PersonId.parse(to) }));
  return (
    <ConfirmDialog
      title={`Who takes over from ${name}?`}
      confirm="Hand over"
      busy={command.busy}
      problem={command.problem}
      failed="Nothing was handed over."
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p className={surfaces.text}>
        What passes on: {roles}, and everything that waits for {name}. What they have decided stays theirs.
      </p>
      <ChoiceInput control={form.control} name="to" label="Who takes over" required>
        <option value="">Please choose</option>
        {others.map(({ id, facts }) => (
          <option key={id} value={id}>
            {facts.name}, {facts.jobTitle}
          </option>
        ))}
      </ChoiceInput>
    </ConfirmDialog>
  );
};
