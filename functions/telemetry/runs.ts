import type { FunctionResult, InvocationContext } from '@azure/functions';
import { note, spanned } from './spans';

/** What a function gave back, as far as it says an HTTP status. */
const statusOf = (result: unknown): number => {
  const status = typeof result === 'object' && result !== null && 'status' in result ? result.status : undefined;
  return typeof status === 'number' ? status : 200;
};

const triggers: Readonly<Record<string, string>> = {
  httpTrigger: 'http',
  queueTrigger: 'queue',
  timerTrigger: 'timer',
};

type Run = Pick<InvocationContext, 'functionName' | 'invocationId' | 'traceContext' | 'triggerMetadata' | 'options'>;

/** How often the queue tried, as a number; undefined for what is no message. */
const attemptOf = ({ triggerMetadata }: Run): number | undefined => {
  const attempt = Number(triggerMetadata?.dequeueCount);
  return Number.isInteger(attempt) ? attempt : undefined;
};

/** One run of a function within a span of its own, under the span of the host's that `traceContext` names. */
export const observedRun = (run: Run, act: () => FunctionResult<unknown>): Promise<unknown> => {
  const trigger = triggers[run.options.trigger.type] ?? 'other';
  const attributes = { trigger, invocationId: run.invocationId, attempt: attemptOf(run) };
  const parent = run.traceContext?.traceParent;
  return spanned({ kind: 'run', name: run.functionName, attributes, parent }, async () => {
    const result = await act();
    if (trigger === 'http') note({ status: statusOf(result) });
    return result;
  });
};
