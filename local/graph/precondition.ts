import { invalidRequest, resourceModified } from './errors';
import { eTagOf } from './storedItem';

/** Checks `If-Match`. Without the header the last writer wins (facts/graph.md 1.6). */
export const holdsPrecondition = (
  ifMatch: string | undefined,
  item: { guid: string; version: number },
  mismatchInner: string | null,
): void => {
  if (ifMatch === undefined || ifMatch === '*') return;
  if (!/^".*"$/.test(ifMatch))
    throw invalidRequest('ETag header is malformed. ETags must be quoted strings', 'malformedEntityTag');
  if (ifMatch.toLowerCase() !== eTagOf(item)) throw resourceModified(mismatchInner);
};
