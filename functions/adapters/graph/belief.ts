import { z } from 'zod';
import type { Aggregates, HandEdit, Kind, Rows, Version } from '../../../shared/application/ports/store';
import type { CheckKeys } from '../../checkKeys';
import { aggregates } from '../aggregates';
import { checkColumn, documentColumn, keyColumn, openForColumn, rowColumn } from './columns';
import { checkOf, documentFits, sealOf, shownFits } from './document';
import type { Projection, Seal } from './document';
import { lists } from './lists';
import { codesOnly } from './names';
import type { Names } from './names';

const ETag = z.string().min(3);
/** Whatever columns there are; each value is looked at where it is used. */
const Fields = z.custom<Readonly<Record<string, unknown>>>((given) => typeof given === 'object' && given !== null);
/** A list item as Graph sends it; in a delta a removed one has no ETag and no fields (facts 1.4, 1.8). */
export const Item = z.object({
  id: z.string().min(1),
  eTag: ETag.optional(),
  '@odata.etag': ETag.optional(),
  lastModifiedDateTime: z.string().optional(),
  fields: Fields.optional(),
  deleted: z.object({}).optional(),
});
export type Item = z.infer<typeof Item>;

/** An item with what can be believed of it. Without `row` it was changed outside the app, or cannot be read. */
export interface Believed<K extends Kind> {
  readonly itemId: string;
  readonly key: string;
  readonly version: Version;
  readonly editedAt?: string;
  readonly check?: string;
  /** The key it was sealed with, where it fits. */
  readonly seal?: Seal;
  /** It does not fit, but only for its seal: see `HandEdit`. */
  readonly otherKey?: true;
  readonly row?: Rows[K];
  readonly document?: Aggregates[K];
  /** Whether the document was there to be compared with its check. */
  readonly documentRead: boolean;
}

const isValue = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** By hand and not by a schema: a list of thousands of items has hundreds of thousands of values. */
const projectionIn = (fields: Readonly<Record<string, unknown>>, columns: readonly string[]): Projection => {
  const found: Record<string, string | number> = {};
  for (const column of columns) {
    const value = fields[column];
    if (isValue(value) && value !== '') found[column] = value;
  }
  return found;
};

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const parsedDocument = <K extends Kind>(kind: K, text: string): Aggregates[K] | undefined => {
  const document = aggregates[kind].schema.safeParse(jsonIn(text));
  return document.success ? document.data : undefined;
};

/** Read from its column, or from the document where an aggregate is its own row; always by its schema. */
const rowIn = <K extends Kind>(
  kind: K,
  projection: Projection,
  document: Aggregates[K] | undefined,
): Rows[K] | undefined => {
  if (lists[kind].rowsFrom === 'document') return document === undefined ? undefined : aggregates[kind].rowOf(document);
  const row = aggregates[kind].rowSchema.safeParse(jsonIn(String(projection[rowColumn.name] ?? '')));
  return row.success ? row.data : undefined;
};

export const versionOf = (item: Item): Version => {
  const version = item.eTag ?? item['@odata.etag'];
  if (version === undefined) throw new Error('Graph sent a list item without an ETag.');
  return version as Version;
};

export interface Asked {
  /** All that the list has, where the document is read; otherwise those that rows are read from. */
  readonly columns: readonly string[];
  readonly withDocument: boolean;
}

const textIn = (fields: Readonly<Record<string, unknown>>, column: string): string | undefined => {
  const value = fields[column];
  return typeof value === 'string' ? value : undefined;
};

/** An item's columns, check and document as they were read. */
export const readItem = (item: Item, { columns, withDocument }: Asked) => {
  const fields = item.fields ?? {};
  const check = textIn(fields, checkColumn.name);
  const text = textIn(fields, documentColumn.name);
  return { projection: projectionIn(fields, columns), check, text: withDocument ? (text ?? '') : undefined };
};
export type Read = ReturnType<typeof readItem>;

const contentsFit = (projection: Projection, check: string, text: string): boolean =>
  shownFits(projection, check) && documentFits(check, text);

/** The key whose seal is on all that was read; undefined where it is not what was written with its check. */
export const sealOn = (kind: Kind, keys: CheckKeys, { projection, check, text }: Read): Seal | undefined => {
  const seal = check === undefined ? undefined : sealOf(keys, kind, projection, check);
  return check === undefined || text === undefined || contentsFit(projection, check, text) ? seal : undefined;
};

/** Of what no key's seal fits: whether all the rest does, as where it was sealed with a key that is not known. */
const hasOtherKey = <K extends Kind>(kind: K, { projection, check, text }: Read): boolean => {
  if (check === undefined || text === undefined || !contentsFit(projection, check, text)) return false;
  const document = parsedDocument(kind, text);
  if (document === undefined || rowIn(kind, projection, document) === undefined) return false;
  // Nothing but the seal holds the row columns, so what they are made of is asked.
  const made = lists[kind].project(document, codesOnly);
  return [keyColumn, openForColumn].every((column) => made[column] === projection[column]);
};

/** What a fitting item says; nothing where it cannot be read by its schema. */
const contentsOf = <K extends Kind>(kind: K, { projection, text }: Read): Pick<Believed<K>, 'row' | 'document'> => {
  const document = text === undefined ? undefined : parsedDocument(kind, text);
  if (text !== undefined && document === undefined) return {};
  const row = rowIn(kind, projection, document);
  return { ...(row !== undefined && { row }), ...(document !== undefined && { document }) };
};

export type Facts = Omit<Believed<Kind>, 'row' | 'document'>;

/** All that is known of an item but what it says. */
export const factsOf = <K extends Kind>(
  kind: K,
  keys: CheckKeys,
  item: Item,
  asked: Asked,
): { facts: Facts; read: Read } => {
  const read = readItem(item, asked);
  const seal = sealOn(kind, keys, read);
  const facts = {
    itemId: item.id,
    key: String(read.projection[keyColumn] ?? `#${item.id}`),
    version: versionOf(item),
    documentRead: asked.withDocument,
    ...(item.lastModifiedDateTime !== undefined && { editedAt: item.lastModifiedDateTime }),
    ...(read.check !== undefined && { check: read.check }),
    ...(seal !== undefined && { seal }),
    ...(seal === undefined && hasOtherKey(kind, read) && { otherKey: true as const }),
  };
  return { facts, read };
};

/** Judges one item: `columns` are those that were asked for, `withDocument` whether its document was among them. */
export const believe = <K extends Kind>(kind: K, keys: CheckKeys, item: Item, asked: Asked): Believed<K> => {
  const { facts, read } = factsOf(kind, keys, item, asked);
  return { ...facts, ...(facts.seal !== undefined && contentsOf(kind, read)) };
};

/** An item that cannot be believed. */
export const handEditOf = (kind: Kind, { itemId, key, editedAt, otherKey }: Facts): HandEdit => ({
  kind,
  id: itemId,
  key,
  ...(editedAt !== undefined && { editedAt }),
  ...(otherKey && { otherKey }),
});

/** A document made ready to be written: its text, its columns and the check over both. */
export interface Sealed<K extends Kind> {
  readonly key: string;
  readonly document: Aggregates[K];
  readonly text: string;
  readonly projection: Projection;
  readonly check: string;
  readonly row: Rows[K];
}

/** Throws where the document does not fit its schema: nothing is written that could not be read again. */
export const sealed = <K extends Kind>(kind: K, checkKey: string, document: Aggregates[K], names: Names): Sealed<K> => {
  const checked = aggregates[kind].schema.parse(document);
  const text = JSON.stringify(checked);
  const projection = lists[kind].project(checked, names);
  return {
    key: aggregates[kind].keyOf(checked),
    document: checked,
    text,
    projection,
    check: checkOf(checkKey, kind, projection, text),
    row: aggregates[kind].rowOf(checked),
  };
};
