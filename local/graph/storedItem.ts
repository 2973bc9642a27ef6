import { z } from 'zod';
import { kindOf, type Column, type ColumnKind } from './columnDefinitions';
import { invalidRequest } from './errors';
import type { Comparable } from './filterMatch';
import type { Literal } from './filterParser';
import type { Unsettled } from './unsettled';

/** Lookups are kept as the number of the row they point to. */
export const FieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.array(z.number())]);
export type FieldValue = z.infer<typeof FieldValue>;
export type StoredFields = Readonly<Record<string, FieldValue>>;

export interface StoredItem {
  readonly id: number;
  readonly guid: string;
  readonly version: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  /** App ids. */
  readonly createdBy: string;
  readonly modifiedBy: string;
  readonly deleted: boolean;
  /** The list's change number at the last write. */
  readonly change: number;
  /** By column name. Without the multi-line texts, unless they were asked for. */
  readonly fields: StoredFields;
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The values of a row. Only this emulator writes them: they are not looked through one by one, of 30,000 items. */
const Fields = z.custom<StoredFields>(isObject);

export const fieldsFrom = (fields: string, texts: string): StoredFields => {
  const short = Fields.parse(JSON.parse(fields));
  if (texts === '{}') return short;
  // What was asked for by name and is not there comes as null.
  const there = Object.entries(Fields.parse(JSON.parse(texts))).filter(([, value]) => value !== null);
  return { ...short, ...Object.fromEntries(there) };
};

/** The quotes are part of the tag (facts/graph.md 0.6). */
export const eTagOf = (item: { guid: string; version: number }): string => `"${item.guid},${item.version}"`;

/** SharePoint keeps whole seconds. */
export const wholeSeconds = (time: Date): string => time.toISOString().replace(/\.\d+Z$/, 'Z');

/** Every write is a major version, where the list keeps versions at all. */
export const versionLabel = ({ version }: { version: number }, versioning: boolean): string =>
  versioning ? `${version}.0` : '1.0';

const builtInValue: Readonly<Record<string, (item: StoredItem) => FieldValue>> = {
  ID: (item) => item.id,
  Created: (item) => item.createdAt,
  Modified: (item) => item.modifiedAt,
  Author: () => siteUserOfApps,
  Editor: () => siteUserOfApps,
  ContentType: () => 'Item',
  _UIVersionString: (item) => `${item.version}.0`,
};

/** Whatever an app writes is written by one row of the site's user list. */
export const siteUserOfApps = 3;

export const valueOf = (item: StoredItem, column: Column): FieldValue | undefined =>
  builtInValue[column.name]?.(item) ?? item.fields[column.name];

const asComparable: Readonly<Record<ColumnKind, (value: FieldValue) => Comparable>> = {
  text: (value) => String(value).toLowerCase(),
  note: (value) => String(value).toLowerCase(),
  choice: (value) => String(value).toLowerCase(),
  number: Number,
  boolean: (value) => (value === true ? 1 : 0),
  dateTime: (value) => Date.parse(String(value)),
  lookup: Number,
  multiChoice: () => null,
  multiLookup: () => null,
};

export const comparableOf = (column: Column, value: FieldValue | undefined): Comparable =>
  value === undefined ? null : asComparable[kindOf(column)](value);

const invalidFilter = () => invalidRequest('Invalid filter clause');

const textLiteral = (value: Literal): Comparable => {
  if (typeof value !== 'string') throw invalidFilter();
  return value.toLowerCase();
};

const numberLiteral = (value: Literal): Comparable => {
  if (typeof value !== 'number') throw invalidFilter();
  return value;
};

const dateLiteral = (value: Literal): Comparable => {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw invalidFilter();
  return time;
};

const lookupLiteral = (value: Literal): Comparable => {
  const id = typeof value === 'string' || typeof value === 'number' ? Number(value) : NaN;
  if (!Number.isInteger(id)) throw invalidFilter();
  return id;
};

const yesOrNo = new Map<Literal, Comparable>([
  [true, 1],
  [false, 0],
  [1, 1],
  [0, 0],
]);

export type BooleanLiterals = Unsettled['booleanLiterals'];

/** Public code writes both `eq 1` and `eq true` (facts/graph.md 1.4). */
const booleanLiteral = (value: Literal, accepted: BooleanLiterals): Comparable => {
  const known = yesOrNo.get(value);
  const fits = accepted === 'both' || (typeof value === 'boolean') === (accepted === 'words');
  if (known === undefined || !fits) throw invalidFilter();
  return known;
};

const literals: Readonly<Record<ColumnKind, (value: Literal, booleans: BooleanLiterals) => Comparable>> = {
  text: textLiteral,
  note: textLiteral,
  choice: textLiteral,
  multiChoice: textLiteral,
  number: numberLiteral,
  boolean: booleanLiteral,
  dateTime: dateLiteral,
  lookup: lookupLiteral,
  multiLookup: lookupLiteral,
};

export const literalFor = (column: Column, value: Literal, booleans: BooleanLiterals): Comparable =>
  value === null ? null : literals[kindOf(column)](value, booleans);
