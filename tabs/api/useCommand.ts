import { useCallback, useRef, useState } from 'react';
import type { CommandId } from '../../shared/schema/ids';
import { createActs, type Acts } from './acts';
import { useApi } from './ApiProvider';
import type { ApiClient } from './client';
import { asProblem, type ApiProblem } from './problem';

export interface Command<Input, View> {
  /** Sends the act; resolves to the answer, or to nothing where it was refused or one is under way already. */
  readonly act: (input: Input) => Promise<View | undefined>;
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
): Command<Input, View> => {
  const api = useApi();
  const acts = useRef<Acts | undefined>(undefined);
  const [state, setState] = useState<State>({ busy: false });
  const act = async (input: Input): Promise<View | undefined> => {
    acts.current ??= createActs(() => crypto.randomUUID());
    const commandId = acts.current.begin(input);
    if (!commandId) return undefined;
    setState({ busy: true });
    try {
      const view = await send(api, input, commandId);
      acts.current.end('known');
      onAnswer(view, input);
      setState({ busy: false, doneAt: new Date() });
      return view;
    } catch (error) {
      const problem = asProblem(error);
      acts.current.end(problem.outcomeUnknown ? 'unknown' : 'known');
      setState({ busy: false, problem });
      return undefined;
    }
  };
  const dismiss = useCallback(() => {
    setState({ busy: false });
  }, []);
  return { act, busy: state.busy, problem: state.problem, doneAt: state.doneAt, dismiss };
};
