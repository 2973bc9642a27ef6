import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { Attributes, LineRecord, Place, Reporter, SpanRecord } from './records';

/** Small on purpose: it is read at every start, and what exports is not. */

interface OpenSpan extends Place {
  readonly attributes: Record<string, string | number | boolean | undefined>;
}

/** `parent`: a `traceparent` from outside; otherwise the span that is open belongs above this one. */
export type Beginning = Pick<SpanRecord, 'kind' | 'name' | 'attributes'> & { readonly parent?: string | undefined };

const open = new AsyncLocalStorage<OpenSpan>();
let reporter: Reporter | undefined;

/** From here on spans and lines are reported; with `undefined`, no longer. */
export const reportTo = (to: Reporter | undefined): void => {
  reporter = to;
};

const traceparent = /^[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-[0-9a-f]{2}$/;

/** The place that a `traceparent` names; undefined where it is none. */
const placeIn = (given: string | undefined): Place | undefined => {
  const [, traceId, spanId] = traceparent.exec(given ?? '') ?? [];
  return traceId === undefined || spanId === undefined ? undefined : { traceId, spanId };
};

const failedWith = (fault: unknown): Attributes => ({ fault: fault instanceof Error ? fault.name : typeof fault });

/** Adds to what the open span says; nothing where none is open. */
export const note = (attributes: Attributes): void => {
  Object.assign(open.getStore()?.attributes ?? {}, attributes);
};

/** W3C `traceparent` of the span that is open, to be sent on; undefined where nothing is reported. */
export const traceparentHere = (): string | undefined => {
  const here = open.getStore();
  return here && `00-${here.traceId}-${here.spanId}-01`;
};

/** A run that answered with a fault of ours failed, whatever it threw; a call did that got none of 2xx and 3xx. */
const saysFailed = ({ kind }: Beginning, { status }: Attributes): boolean =>
  typeof status === 'number' && (status >= (kind === 'run' ? 500 : 400) || status === 0);

/** Does `act` within a span of its own where anything is reported, and tells how it ended. Throws what `act` throws. */
export const spanned = async <T>(beginning: Beginning, act: () => Promise<T>): Promise<T> => {
  if (reporter === undefined) return act();
  const above = placeIn(beginning.parent) ?? open.getStore();
  const span: OpenSpan = {
    traceId: above?.traceId ?? randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    attributes: { ...beginning.attributes },
  };
  // By the clock, because the time since the start stands still while an instance is frozen; only how long it took is not.
  const [startedAt, began] = [Date.now(), performance.now()];
  const end = (failed: boolean): void => {
    const { kind, name } = beginning;
    const endedAt = startedAt + performance.now() - began;
    reporter?.span({ kind, name, parentId: above?.spanId, startedAt, endedAt, failed, ...span });
  };
  try {
    const answer = await open.run(span, act);
    end(saysFailed(beginning, span.attributes));
    return answer;
  } catch (fault) {
    span.attributes['fault'] ??= failedWith(fault).fault;
    end(true);
    throw fault;
  }
};

/** Hands a line of the log over; false where nobody reports, and the line belongs on the console. */
export const lineReported = (line: Omit<LineRecord, 'at' | 'place'>): boolean => {
  if (reporter === undefined) return false;
  const here = open.getStore();
  reporter.line({ ...line, at: Date.now(), place: here && { traceId: here.traceId, spanId: here.spanId } });
  return true;
};
