import { Button } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CategoryChangeView, ChangeAction } from '../../../shared/schema/views';
import { actOnChange } from '../../api/categoryCommands';
import { keepChange, rereadChange } from '../../api/reading';
import { useCommand } from '../../api/useCommand';
import { DoneNotice } from '../../components/DoneNotice';
import { useSurfaces } from '../../components/surfaces';
import { decisionAct, type DecisionText } from './decisionAct';
import { DecisionDialog } from './DecisionDialog';
import { decisionWords } from './decisionWords';

const main = new Set<ChangeAction>(['agree', 'approve', 'confirm', 'resubmit']);

/** The acts on a change that this person may take now. */
export const ChangeDecision = ({ change }: { change: CategoryChangeView }) => {
  const surfaces = useSurfaces();
  const client = useQueryClient();
  const [asking, setAsking] = useState<ChangeAction>();
  const [done, setDone] = useState<string>();
  const command = useCommand(
    (api, act: Parameters<typeof actOnChange>[2], commandId) => actOnChange(api, change.id, act, commandId),
    (view: CategoryChangeView) => {
      keepChange(client, view);
    },
  );
  const decide = async (action: ChangeAction, text: DecisionText): Promise<void> => {
    const words = decisionWords(action, change);
    if (!(await command.act(decisionAct(change, action, text)))) {
      rereadChange(client, change.id);
      return;
    }
    setAsking(undefined);
    setDone(words.done);
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
                setAsking(action);
              }}
            >
              {decisionWords(action, change).button}
            </Button>
          ))}
        </div>
      )}
      {asking && (
        <DecisionDialog
          change={change}
          action={asking}
          busy={command.busy}
          problem={command.problem}
          onConfirm={(text) => void decide(asking, text)}
          onClose={() => {
            command.dismiss();
            setAsking(undefined);
          }}
        />
      )}
    </>
  );
};
