import { z } from 'zod';

/** Of a hundred requests so many meet each fault, drawn from the seed in the order in which they arrive. */
export const Faults = z.object({
  seed: z.int(),
  /** 429 with `Retry-After: 1`, though the limits have room. */
  throttled: z.number(),
  /** 502 before anything was written. */
  gateway: z.number(),
  /** Written, and then the connection is cut: no answer. */
  lost: z.number(),
});
export type Faults = z.infer<typeof Faults>;

/** What the bench asks of the process in which the connector runs. */
export const ChatOrder = z.discriminatedUnion('do', [
  /** Empty chats, full limits, counters at zero. */
  z.object({ do: z.literal('begin'), latencyMs: z.number(), faults: Faults }),
  z.object({ do: z.literal('report') }),
]);
export type ChatOrder = z.infer<typeof ChatOrder>;

/** A message that stands in a chat. */
const Written = z.object({
  conversation: z.string(),
  /** What its card is about, as `card.refresh` says it: `matter slot`. */
  card: z.string(),
  id: z.string(),
  /** Epoch milliseconds of each write of it: first the sending, then the edits. */
  writtenAt: z.array(z.number()),
  /** Whether the answer to the sending was lost. */
  lost: z.boolean(),
  /** The card as it reads now. */
  reads: z.string(),
});
export type Written = z.infer<typeof Written>;

export const ChatReport = z.object({
  messages: z.array(Written),
  requests: z.number(),
  /** Refused because a limit was reached: nobody injected these. */
  overLimit: z.number(),
  injected: z.object({ throttled: z.number(), gateway: z.number(), lost: z.number() }),
});
export type ChatReport = z.infer<typeof ChatReport>;

/** What it answers: first where it listens, then one of these for each order. */
export const ChatAnswer = z.object({ origin: z.string().optional(), report: ChatReport.optional() });
