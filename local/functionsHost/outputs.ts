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

/** What a response holds for its outputs, the returned value under the name the library gives it. */
const partsOf = ({ outputData, returnValue }: RpcInvocationResponse) => [
  ...(outputData ?? []),
  { name: '$return', data: returnValue },
];

/** Sends what a function put into its queue outputs, in the order of its bindings. */
export const sendOutputs = async (
  storage: QueueStorage,
  hosted: HostedFunction,
  response: RpcInvocationResponse,
): Promise<void> => {
  for (const { name, data } of partsOf(response)) {
    const output = hosted.outputs.get(name ?? '');
    if (output?.type !== 'queue' || !data) continue;
    const queue = await storage.open(output);
    for (const message of messagesIn(data)) await queue.sendMessage(storage.encode(message));
  }
};
