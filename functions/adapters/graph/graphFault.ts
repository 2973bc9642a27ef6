import { GraphError } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';

interface GraphFaultFacts {
  /** HTTP status; 0 where no whole answer came: the request may have been carried out all the same. */
  readonly status: number;
  readonly code: string;
  /** Seconds, possibly fractional. */
  readonly retryAfter?: number | undefined;
  readonly requestId?: string | undefined;
}

/** Graph answered with an error, or did not answer. */
export class GraphFault extends Error {
  readonly status: number;
  readonly code: string;
  readonly retryAfter: number | undefined;
  readonly requestId: string | undefined;

  constructor(message: string, facts: GraphFaultFacts, options?: ErrorOptions) {
    super(message, options);
    this.name = 'GraphFault';
    this.status = facts.status;
    this.code = facts.code;
    this.retryAfter = facts.retryAfter;
    this.requestId = facts.requestId;
  }

  /** Nobody knows whether the request was carried out: the answer was lost, or a server on the way gave up. */
  get outcomeUnknown(): boolean {
    return this.status === 0 || this.status >= 500;
  }

  /** Likely to pass without anybody doing anything. */
  get passing(): boolean {
    return this.outcomeUnknown || this.status === 429 || this.status === 423;
  }
}

const Headers = z.instanceof(globalThis.Headers);

const secondsIn = (text: string | null): number | undefined => {
  if (text === null || text.trim() === '') return undefined;
  const seconds = Number.isNaN(Number(text)) ? (Date.parse(text) - Date.now()) / 1000 : Number(text);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
};

/** `Retry-After` as seconds or as a date; on 429 the greater of it and `RateLimit-Reset` (facts 2.1). */
const retryAfterIn = (headers: unknown, status: number): number | undefined => {
  const parsed = Headers.safeParse(headers);
  if (!parsed.success) return undefined;
  const asked = secondsIn(parsed.data.get('retry-after'));
  const reset = status === 429 ? secondsIn(parsed.data.get('ratelimit-reset')) : undefined;
  return asked === undefined || reset === undefined ? (asked ?? reset) : Math.max(asked, reset);
};

/** What the SDK threw, as one kind of fault. A 2xx here is an answer that broke off while it was read. */
export const graphFaultOf = (error: unknown): GraphFault => {
  if (error instanceof GraphFault) return error;
  if (!(error instanceof GraphError)) {
    return new GraphFault(
      'Graph could not be asked.',
      { status: 0, code: error instanceof Error ? error.name : 'unknown' },
      { cause: error },
    );
  }
  const answered = error.statusCode >= 300;
  return new GraphFault(
    error.message === '' ? `Graph answered ${error.statusCode}.` : error.message,
    {
      status: answered ? error.statusCode : 0,
      code: error.code ?? 'unknown',
      retryAfter: retryAfterIn(error.headers, error.statusCode),
      requestId: error.requestId ?? undefined,
    },
    { cause: error },
  );
};
