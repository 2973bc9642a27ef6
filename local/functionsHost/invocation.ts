import { randomBytes, randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import type { Application } from './application';
import type { CoreInvocationContext, RpcInvocationRequest, RpcInvocationResponse, RpcTypedData } from './core';
import { writeLog } from './log';
import type { HostedFunction } from './triggers';

/** What a function left behind, not yet sent anywhere. */
export interface InvocationResult {
  readonly response: RpcInvocationResponse;
  readonly milliseconds: number;
}

const coreContext = (hosted: HostedFunction, request: RpcInvocationRequest): CoreInvocationContext => ({
  invocationId: request.invocationId,
  request,
  metadata: hosted.metadata,
  log: (level, category, message) =>
    writeLog(level, category === 'user' ? hosted.name : `${hosted.name} (${category})`, message),
});

/** Where the host's own span of this run stands: under the caller's, where there is one (W3C trace context). */
const traceParentUnder = (given: string | undefined): string => {
  const [, traceId = randomBytes(16).toString('hex')] = /^00-([0-9a-f]{32})-[0-9a-f]{16}-/.exec(given ?? '') ?? [];
  return `00-${traceId}-${randomBytes(8).toString('hex')}-01`;
};

/**
 * Runs one function through the library's own converters, in the order of the worker's
 * InvocationHandler: arguments, pre-invocation hooks, handler, post-invocation hooks, response.
 * Rejects with what the function threw.
 */
export const invoke = async (
  application: Application,
  hosted: HostedFunction,
  input: RpcTypedData,
  triggerMetadata: Record<string, RpcTypedData> = {},
): Promise<InvocationResult> => {
  const startedAt = performance.now();
  const invocationId = randomUUID();
  const core = coreContext(hosted, {
    invocationId,
    functionId: hosted.name,
    inputData: [{ name: hosted.triggerBinding, data: input }],
    triggerMetadata,
    traceContext: { traceParent: traceParentUnder(input.http?.headers?.['traceparent']) },
  });
  const model = application.model().getInvocationModel(core);
  const { context, inputs } = await model.getArguments();
  const shared = { hookData: {}, appHookData: application.hookData, invocationContext: context };

  const before = { ...shared, functionCallback: hosted.callback, inputs };
  core.state = 'preInvocationHooks';
  await application.runHooks('preInvocation', before);

  const after: { result: unknown; error: unknown } = { result: null, error: null };
  core.state = 'invocation';
  try {
    after.result = await model.invokeFunction(context, before.inputs, before.functionCallback);
  } catch (thrown) {
    after.error = thrown instanceof Error ? thrown : new Error(`The function threw ${inspect(thrown)}.`);
  }

  core.state = 'postInvocationHooks';
  const afterHooks = Object.assign(after, { ...shared, inputs: before.inputs });
  await application.runHooks('postInvocation', afterHooks);
  core.state = undefined;
  if (afterHooks.error instanceof Error) throw afterHooks.error;

  const response = await model.getResponse(context, afterHooks.result);
  return { response, milliseconds: performance.now() - startedAt };
};
