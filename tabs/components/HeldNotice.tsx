import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { count, formatInstant } from '../../shared/domain/words';
import { useHeld } from '../api/readHeld';
import { type Sendable } from '../api/addresses';
import { sendNow } from '../api/sendNow';
import { useCommand } from '../api/useCommand';
import { DoneNotice } from './DoneNotice';
import { ProblemNotice } from './ProblemNotice';

/**
 * Out of hours, for whoever acted last: when the others are told of it in chat, and the choice to tell them now.
 * Nothing at any other time, and nothing to anybody else.
 */
export const HeldNotice = ({ what }: { what: Sendable }) => {
  const client = useQueryClient();
  const { data: held } = useHeld(what);
  const [sent, setSent] = useState<number>();
  const command = useCommand(sendNow, ({ people }) => {
    setSent(people);
    void client.invalidateQueries({ queryKey: ['held'] });
  });
  if (sent !== undefined)
    return <DoneNotice title={`Sent: ${count(sent, 'person is', 'people are')} being told in chat now.`} />;
  if (!held?.until || held.people === 0) return null;
  return (
    <>
      <MessageBar intent="info" layout="multiline">
        <MessageBarBody>
          {count(held.people, 'person', 'people')} will be told in chat on {formatInstant(held.until)}, when messages go
          out again.
        </MessageBarBody>
        <MessageBarActions>
          <Button disabled={command.busy} onClick={() => void command.act(what)}>
            It is urgent: tell them now
          </Button>
        </MessageBarActions>
      </MessageBar>
      {command.problem && <ProblemNotice problem={command.problem} title="Nobody was told." />}
    </>
  );
};
