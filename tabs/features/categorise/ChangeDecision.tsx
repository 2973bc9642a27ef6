import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CategoryChangeView, ChangeAction } from '../../../shared/schema/changeViews';
import { actOnChange } from '../../api/actOnChange';
import { keepChange, rereadChange } from '../../api/keeping';
import { useCommand } from '../../api/useCommand';
import { DoneNotice } from '../../components/DoneNotice';
import { useSurfaces } from '../../components/surfaces';
import { decisionAct, type DecisionText } from './decisionAct';
import { DecisionDialog } from './DecisionDialog';
import { decisionWords } from './decisionWords';

/** What somebody is deciding, on the change as they saw it: what is read meanwhile must not slip under the decision. */
interface Deciding {
  readonly action: ChangeAction;
  readonly seen: CategoryChangeView;
}

const main = new Set<ChangeAction>(['agree', 'represent', 'approve', 'confirm', 'resubmit']);

/** The acts on a change that this person may take now. */
export const ChangeDecision = ({ change }: { change: CategoryChangeView }) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const [deciding, setDeciding] = useState<Deciding>();
  const [done, setDone] = useState<string>();
  const command = useCommand(
    (api, act: Parameters<typeof actOnChange>[2], commandId) => actOnChange(api, change.id, act, commandId),
    (view: CategoryChangeView) => {
      keepChange(client, view);
    },
  );
  const decide = async ({ action, seen }: Deciding, text: DecisionText): Promise<void> => {
    if (!(await command.act(decisionAct(seen, action, text)))) {
      rereadChange(client, change.id);
      return;
    }
    setDeciding(undefined);
    setDone(decisionWords(action, seen).done);
  };
  return (
    <>
      {done && <DoneNotice key={done} title={done} />}
      {change.may.length > 0 && (
        <div className={surfaces.row}>
          {change.may.map((action) => (
            <Button
              key={action}
              appearance={main.has(action) ? 'primary' : 'secondary'}
              onClick={() => {
                setDone(undefined);
                setDeciding({ action, seen: change });
              }}
            >
              {decisionWords(action, change).button}
            </Button>
          ))}
        </div>
      )}
      {deciding && (
        <DecisionDialog
          change={deciding.seen}
          action={deciding.action}
          busy={command.busy}
          over={command.problem !== undefined && !change.may.includes(deciding.action)}
          problem={command.problem}
          onConfirm={(text) => void decide(deciding, text)}
          onClose={() => {
            command.dismiss();
            setDeciding(undefined);
          }}
        />
      )}
    </>
  );
};
