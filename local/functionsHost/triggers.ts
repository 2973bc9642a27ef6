import { z } from 'zod';
import type { FunctionCallback, FunctionMetadata } from './core';

const HttpTrigger = z.object({
  type: z.literal('httpTrigger'),
  route: z.string().optional(),
  methods: z.array(z.string().transform((method) => method.toUpperCase())),
});
const TimerTrigger = z.object({
  type: z.literal('timerTrigger'),
  schedule: z.string(),
  runOnStartup: z.boolean().optional(),
  useMonitor: z.boolean().optional(),
});
const QueueTrigger = z.object({ type: z.literal('queueTrigger'), queueName: z.string(), connection: z.string() });

const Trigger = z.discriminatedUnion('type', [HttpTrigger, TimerTrigger, QueueTrigger]);
export type Trigger = z.infer<typeof Trigger>;
export type HttpTrigger = z.infer<typeof HttpTrigger>;
export type TimerTrigger = z.infer<typeof TimerTrigger>;
export type QueueTrigger = z.infer<typeof QueueTrigger>;

const Output = z.discriminatedUnion('type', [
  z.object({ type: z.literal('http') }),
  z.object({ type: z.literal('queue'), queueName: z.string(), connection: z.string() }),
]);
export type Output = z.infer<typeof Output>;

const Binding = z.looseObject({ type: z.string(), direction: z.enum(['in', 'out']) });
const isTrigger = (type: string): boolean => type.toLowerCase().endsWith('trigger');

/** A function as it was registered, its bindings understood. */
export interface HostedFunction<T extends Trigger = Trigger> {
  readonly name: string;
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
  /** The name of the trigger's binding, which the library looks its input up by. */
  readonly triggerBinding: string;
  readonly trigger: T;
  readonly outputs: ReadonlyMap<string, Output>;
}

const understood = <T>(schema: z.ZodType<T>, binding: unknown, name: string, type: string): T => {
  const parsed = schema.safeParse(binding);
  if (parsed.success) return parsed.data;
  throw new Error(
    `The local Functions host cannot run "${name}": binding "${type}". ${parsed.error.issues[0]?.message ?? ''}`,
  );
};

/**
 * Reads a registration. Throws for a binding this host does not have (it has HTTP, timer and queue
 * triggers, HTTP and queue outputs), so that nothing is silently left out.
 */
export const hostedFunction = (metadata: FunctionMetadata, callback: FunctionCallback): HostedFunction => {
  const { name } = metadata;
  if (metadata.retryOptions)
    throw new Error(`The local Functions host has no retry policies ("${name}" asks for one).`);
  let trigger: { name: string; of: Trigger } | undefined;
  const outputs = new Map<string, Output>();
  for (const [bindingName, raw] of Object.entries(metadata.bindings)) {
    const binding = Binding.parse(raw);
    if (isTrigger(binding.type)) trigger = { name: bindingName, of: understood(Trigger, raw, name, binding.type) };
    else outputs.set(bindingName, understood(Output, raw, name, binding.type));
  }
  if (!trigger) throw new Error(`Function "${name}" has no trigger.`);
  return { name, metadata, callback, triggerBinding: trigger.name, trigger: trigger.of, outputs };
};

export const withTrigger = <K extends Trigger['type']>(functions: Iterable<HostedFunction>, type: K) =>
  [...functions].filter((each): each is HostedFunction<Extract<Trigger, { type: K }>> => each.trigger.type === type);
