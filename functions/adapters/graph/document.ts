import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Kind } from '../../../shared/application/ports/store';
import type { CheckKeys } from '../../checkKeys';
import { isRowColumn } from './columns';

/** The ordinary columns beside a document: what people see in SharePoint, and what rows are read from. */
export type Projection = Readonly<Record<string, string | number>>;

const digestOf = (words: string): string => createHash('sha256').update(words).digest('base64url');

const quoted = (value: string | number | undefined): string => JSON.stringify(String(value));

/**
 * The JSON of pairs of column and value. Column order must not matter, nor whether a number came back as text. Every
 * row that is read goes through it, so it is put together by hand.
 */
const canonical = (projection: Projection, belongs: (column: string) => boolean): string =>
  `[${Object.keys(projection)
    .filter(belongs)
    .sort()
    .map((column) => `[${quoted(column)},${quoted(projection[column])}]`)
    .join(',')}]`;

const shownDigestOf = (projection: Projection): string =>
  digestOf(canonical(projection, (column) => !isRowColumn(column)));

const seal = (key: string, kind: Kind, projection: Projection, digests: string): string =>
  createHmac('sha256', key)
    .update(`${kind}\n${canonical(projection, isRowColumn)}\n${digests}`)
    .digest('base64url');

const same = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * `<hash of the document>.<hash of the columns for people>.<keyed hash over list, row columns and both>`: so a row is
 * verified by itself, and the rest against its row. Without the key nobody can make one that fits.
 */
export const checkOf = (key: string, kind: Kind, projection: Projection, document: string): string => {
  const digests = `${digestOf(document)}.${shownDigestOf(projection)}`;
  return `${digests}.${seal(key, kind, projection, digests)}`;
};

/** Which of the two keys a record was sealed with. */
export type Seal = 'present' | 'before';

/** With which key the row columns were sealed as they are; undefined where neither key's seal fits. */
export const sealOf = (
  { checkKey, checkKeyBefore }: CheckKeys,
  kind: Kind,
  projection: Projection,
  check: string,
): Seal | undefined => {
  const [document = '', shown = '', sealed = ''] = check.split('.');
  const fits = (key: string): boolean => same(seal(key, kind, projection, `${document}.${shown}`), sealed);
  if (fits(checkKey)) return 'present';
  return checkKeyBefore !== undefined && fits(checkKeyBefore) ? 'before' : undefined;
};

/** The check of a record that was judged to fit, sealed with another key: all that it says stays the same. */
export const sealedAnew = (key: string, kind: Kind, projection: Projection, check: string): string => {
  const digests = check.split('.').slice(0, 2).join('.');
  return `${digests}.${seal(key, kind, projection, digests)}`;
};

/** Whether the columns for people are what was written with this check, whose row fits. */
export const shownFits = (projection: Projection, check: string): boolean =>
  same(shownDigestOf(projection), check.split('.')[1] ?? '');

/** Whether the document is what was written with this check, whose row fits. */
export const documentFits = (check: string, document: string): boolean =>
  same(digestOf(document), check.split('.')[0] ?? '');
