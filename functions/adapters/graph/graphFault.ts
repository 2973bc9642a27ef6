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

  /** A unique value belongs to another item: the text, and not a code of its own, tells it apart (facts 0.9). */
  get saysTaken(): boolean {
    return this.status === 400 && /unique constraints/i.test(this.message);
  }

  /** Likely to pass without anybody doing anything. */
  get passing(): boolean {
    return this.outcomeUnknown || this.status === 429 || this.status === 423;
  }
}

const SentHeaders = z.instanceof(Headers);

const secondsIn = (text: string | null): number | undefined => {
  if (text === null || text.trim() === '') return undefined;
  const seconds = Number.isNaN(Number(text)) ? (Date.parse(text) - Date.now()) / 1000 : Number(text);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
};

/** `Retry-After` in seconds, also where it is a date; on 429 the greater of it and `RateLimit-Reset` (facts 2.1). */
export const retryAfterIn = (headers: Headers, status: number): number | undefined => {
  const asked = secondsIn(headers.get('retry-after'));
  const reset = status === 429 ? secondsIn(headers.get('ratelimit-reset')) : undefined;
  return asked === undefined || reset === undefined ? (asked ?? reset) : Math.max(asked, reset);
};

const factsOf = (error: GraphError): GraphFaultFacts => {
  const headers = SentHeaders.safeParse(error.headers).data;
  return {
    // A 2xx here is an answer that broke off while it was read.
    status: error.statusCode >= 300 ? error.statusCode : 0,
    code: error.code ?? 'unknown',
    retryAfter: headers && retryAfterIn(headers, error.statusCode),
    requestId: error.requestId ?? undefined,
  };
};

/** What the SDK threw, as one kind of fault. */
export const graphFaultOf = (error: unknown): GraphFault => {
  if (error instanceof GraphFault) return error;
  if (error instanceof GraphError) {
    const message = error.message === '' ? `Graph answered ${error.statusCode}.` : error.message;
    return new GraphFault(message, factsOf(error), { cause: error });
  }
  const code = error instanceof Error ? error.name : 'unknown';
  return new GraphFault('Graph could not be asked.', { status: 0, code }, { cause: error });
};
