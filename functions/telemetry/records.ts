/**
 * Everything a span may say beside its name and its times: a closed list, so that a name, a comment, a token, an address
 * with its query or an academy finds no place. Neither here nor in a line of the log is anything that somebody wrote.
 */
export const attributeNames = [
  /** The reference: one id from the tab to Graph. */
  'correlationId',
  /** What started a function: `http`, `queue` or `timer`. */
  'trigger',
  /** The platform's id of one run of a function. */
  'invocationId',
  /** How often a queue message was tried, this time included. */
  'attempt',
  'method',
  /** Host name alone. */
  'host',
  /** Of an address: its fixed words, with `{id}` for the rest. */
  'path',
  /** HTTP status; 0 where no whole answer came. */
  'status',
  /** Graph's own word for what went wrong, and its id for its support. */
  'code',
  'requestId',
  /** Seconds to wait, as asked. */
  'retryAfter',
  'throttled',
  /** The kind of a fault that was thrown, without its words. */
  'fault',
] as const;
export type AttributeName = (typeof attributeNames)[number];
export type Attributes = Readonly<Partial<Record<AttributeName, string | number | boolean | undefined>>>;

/** Where something belongs: ids as in W3C trace context. */
export interface Place {
  readonly traceId: string;
  readonly spanId: string;
}

/**
 * A span that has ended. `run` is the run of a function: of the kind that counts as a request only where no host counted
 * it already. Times in milliseconds since 1970.
 */
export interface SpanRecord extends Place {
  readonly kind: 'run' | 'call';
  readonly name: string;
  readonly parentId: string | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly attributes: Attributes;
  readonly failed: boolean;
}

export type Level = 'info' | 'warn' | 'error';

/** One line of the log, as it would stand on the console. */
export interface LineRecord {
  readonly level: Level;
  readonly event: string;
  readonly text: string;
  readonly at: number;
  readonly correlationId: string;
  readonly place: Place | undefined;
}

/** Where spans and lines go. Never throws. */
export interface Reporter {
  span(record: SpanRecord): void;
  line(record: LineRecord): void;
}

/** What is held at most until it is sent, of spans and of lines: more is a fault that repeats. */
export const room = 5_000;
