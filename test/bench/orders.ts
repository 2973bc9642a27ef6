import { z } from 'zod';

const Fields = z.record(z.string(), z.union([z.string(), z.number()]));
export type Fields = z.infer<typeof Fields>;

/** What the bench asks of the process in which the local Graph runs. */
export const Order = z.discriminatedUnion('do', [
  /** Puts items into a list past Graph: tens of thousands of creates are not what is measured. */
  z.object({ do: z.literal('seed'), list: z.string(), items: z.array(Fields) }),
  /** Changes items as somebody else's app does. */
  z.object({ do: z.literal('change'), list: z.string(), from: z.int(), items: z.array(Fields) }),
  /** Begins a measurement: a new minute of the budget, counters at zero. */
  z.object({ do: z.literal('begin'), latencyMs: z.number(), unitsPerMinute: z.number().nullable() }),
  z.object({ do: z.literal('end') }),
]);
export type Order = z.infer<typeof Order>;

export const Usage = z.object({ requests: z.number(), units: z.number(), throttled: z.number() });
export type Usage = z.infer<typeof Usage>;

/** What it answers: first where it listens, then one of these for each order. */
export const Answer = z.object({
  origin: z.string().optional(),
  usage: Usage.optional(),
  error: z.string().optional(),
});
