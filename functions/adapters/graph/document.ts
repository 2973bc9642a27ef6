import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Kind } from '../../../shared/application/ports/store';

/** The ordinary columns beside a document: what people see in SharePoint, and what rows are read from. */
export type Projection = Readonly<Record<string, string | number>>;

const digestOf = (document: string): string => createHash('sha256').update(document).digest('base64url');

/** Column order must not matter, nor whether a number came back as text. Every row that is read goes through it. */
const canonical = (projection: Projection): string =>
  JSON.stringify(
    Object.keys(projection)
      .sort()
      .map((column) => [column, String(projection[column])]),
  );

const seal = (key: string, kind: Kind, projection: Projection, digest: string): string =>
  createHmac('sha256', key)
    .update(`${kind}\n${canonical(projection)}\n${digest}`)
    .digest('base64url');

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * `<hash of the document>.<keyed hash over list, columns and the first hash>`: so a row is verified without its
 * document, and a document against its row. Without the key nobody can make one that fits.
 */
export const checkOf = (key: string, kind: Kind, projection: Projection, document: string): string => {
  const digest = digestOf(document);
  return `${digest}.${seal(key, kind, projection, digest)}`;
};

export const rowFits = (key: string, kind: Kind, projection: Projection, check: string): boolean => {
  const [digest = '', sealed = ''] = check.split('.');
  return same(seal(key, kind, projection, digest), sealed);
};

export const documentFits = (check: string, document: string): boolean =>
  same(digestOf(document), check.split('.')[0] ?? '');
