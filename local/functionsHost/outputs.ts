import type { RpcInvocationResponse, RpcTypedData } from './core';
import type { QueueStorage } from './queueStorage';
import type { HostedFunction } from './triggers';

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** An array becomes one message for each element, as with the platform's queue output. */
const messagesIn = (data: RpcTypedData): string[] => {
  if (typeof data.json === 'string') {
    const value: unknown = JSON.parse(data.json);
    return Array.isArray(value) ? value.map(asText) : [data.json];
  }
  if (data.bytes) return [Buffer.from(data.bytes).toString('utf8')];
  return [String(data.string ?? data.int ?? data.double)];
};

/** Sends what a function put into its queue outputs, in the order of its bindings. */
export const sendOutputs = async (
  storage: QueueStorage,
  hosted: HostedFunction,
  response: RpcInvocationResponse,
): Promise<void> => {
  const returned = response.returnValue ? [{ name: '$return', data: response.returnValue }] : [];
  for (const { name, data } of [...(response.outputData ?? []), ...returned]) {
    const output = hosted.outputs.get(name ?? '');
    if (output?.type !== 'queue' || !data) continue;
    const queue = await storage.open(output);
    for (const message of messagesIn(data)) await queue.sendMessage(storage.encode(message));
  }
};
