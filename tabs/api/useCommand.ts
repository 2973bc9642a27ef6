import { useCallback, useRef, useState } from 'react';
import type { CommandId } from '../../shared/schema/ids';
import { createActs, type Acts } from './acts';
import { useApi } from './ApiProvider';
import type { ApiClient } from './client';
import { asProblem, type ApiProblem } from './problem';

export interface Command<Input> {
  /** Sends the act; resolves to whether the server carried it out. A second call while one is under way does nothing. */
  readonly act: (input: Input) => Promise<boolean>;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  /** When the server last said yes. */
  readonly doneAt: Date | undefined;
  readonly dismiss: () => void;
}

interface State {
  readonly busy: boolean;
  readonly problem?: ApiProblem;
  readonly doneAt?: Date;
}

/** One kind of act of a person: one command id per act, kept for trying again; says 'done' only after the answer. */
export const useCommand = <Input, View>(
  send: (api: ApiClient, input: Input, commandId: CommandId) => Promise<View>,
  onAnswer: (view: View, input: Input) => void,
): Command<Input> => {
  const api = useApi();
  const acts = useRef<Acts | undefined>(undefined);
  const [state, setState] = useState<State>({ busy: false });
  const act = async (input: Input): Promise<boolean> => {
    acts.current ??= createActs(() => crypto.randomUUID());
    const commandId = acts.current.begin(input);
    if (!commandId) return false;
    setState({ busy: true });
    try {
      const view = await send(api, input, commandId);
      acts.current.end('known');
      onAnswer(view, input);
      setState({ busy: false, doneAt: new Date() });
      return true;
    } catch (error) {
      const problem = asProblem(error);
      acts.current.end(problem.outcomeUnknown ? 'unknown' : 'known');
      setState({ busy: false, problem });
      return false;
    }
  };
  const dismiss = useCallback(() => {
    setState({ busy: false });
  }, []);
  return { act, busy: state.busy, problem: state.problem, doneAt: state.doneAt, dismiss };
};
