import { z } from 'zod';
import { fieldKey, kindOf, type Column, type ColumnKind } from './columnDefinitions';
import { generalException, invalidRequest } from './errors';
import { wholeSeconds, type FieldValue } from './storedItem';

/** New values by column name; `null` clears. */
export type FieldChanges = ReadonlyMap<string, FieldValue | null>;

export const FieldsBody = z.record(z.string(), z.unknown());
export type FieldsBody = z.infer<typeof FieldsBody>;

/** About 63,999 characters fit a multi-line text (facts/graph.md 1.3). */
const longestNote = 63_999;

interface Given {
  readonly column: Column;
  readonly value: unknown;
  /** `<key>@odata.type`, which collections need. */
  readonly annotation: unknown;
}

const isStructure = (value: unknown): boolean => typeof value === 'object' && value !== null;

const text =
  (limitOf: (column: Column) => number) =>
  ({ column, value }: Given): FieldValue => {
    if (isStructure(value)) throw generalException();
    if (typeof value !== 'string' || value.length > limitOf(column)) throw invalidRequest();
    return value;
  };

const offered = (column: Column, value: string): string => {
  if (!column.choice?.allowTextEntry && !column.choice?.choices.includes(value)) throw invalidRequest();
  return value;
};

const choice = ({ column, value }: Given): FieldValue => {
  if (isStructure(value)) throw generalException();
  if (typeof value !== 'string') throw invalidRequest();
  return offered(column, value);
};

const multiChoice = ({ column, value, annotation }: Given): FieldValue => {
  const several = z.array(z.string()).safeParse(value);
  if (annotation !== 'Collection(Edm.String)' || !several.success) throw generalException();
  return several.data.map((one) => offered(column, one));
};

const inRange = ({ number: { minimum = -Infinity, maximum = Infinity } = {} }: Column, value: number): boolean =>
  value >= minimum && value <= maximum;

const number = ({ column, value }: Given): FieldValue => {
  if (isStructure(value)) throw generalException();
  if (typeof value !== 'number' || !inRange(column, value)) throw invalidRequest();
  return value;
};

const boolean = ({ value }: Given): FieldValue => {
  if (isStructure(value)) throw generalException();
  if (typeof value !== 'boolean') throw invalidRequest();
  return value;
};

const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/;

const dateTime = ({ value }: Given): FieldValue => {
  if (isStructure(value)) throw generalException();
  const time = typeof value === 'string' && isoDate.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw invalidRequest();
  return wholeSeconds(new Date(time));
};

/** A number instead of a text was answered with a general exception (facts/graph.md 1.4). */
const lookup = ({ value }: Given): FieldValue => {
  if (typeof value !== 'string') throw generalException();
  if (!/^\d+$/.test(value)) throw invalidRequest();
  return Number(value);
};

const multiLookup = ({ value, annotation }: Given): FieldValue => {
  const several = z.array(z.int()).safeParse(value);
  if (annotation !== 'Collection(Edm.Int32)' || !several.success) throw generalException();
  return several.data;
};

const parsers: Readonly<Record<ColumnKind, (given: Given) => FieldValue>> = {
  text: text((column) => column.text?.maxLength ?? 255),
  note: text(() => longestNote),
  choice,
  multiChoice,
  number,
  boolean,
  dateTime,
  lookup,
  multiLookup,
};

/** An empty text is no value: SharePoint leaves the key out when it is read. */
const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Checks `fields` of a create or update against the list's columns, as SharePoint does. */
export const parseFieldChanges = (columns: readonly Column[], body: FieldsBody): FieldChanges => {
  const byKey = new Map(columns.map((column) => [fieldKey(column), column]));
  const changes = new Map<string, FieldValue | null>();
  for (const [key, value] of Object.entries(body)) {
    if (key.includes('@odata.')) continue;
    const column = byKey.get(key);
    if (!column) throw invalidRequest(`Field '${key}' is not recognized`);
    if (column.readOnly) throw invalidRequest(`Field '${key}' is read-only`);
    const annotation = body[`${key}@odata.type`];
    changes.set(column.name, isEmpty(value) ? null : parsers[kindOf(column)]({ column, value, annotation }));
  }
  return changes;
};

type Default = NonNullable<Column['defaultValue']>;

const midnight = (now: Date): string => `${now.toISOString().slice(0, 10)}T00:00:00Z`;

/** What a default stands for at this moment: a fixed value, or one of the few formulas that are known. */
const valueOfDefault = (given: Default, now: Date): string => {
  if ('value' in given) return given.value;
  const formula = given.formula.slice(1);
  if (/^(today\(\)|\[today\])$/i.test(formula)) return midnight(now);
  return /^now\(\)$/i.test(formula) ? wholeSeconds(now) : formula.replaceAll('"', '');
};

const defaultFor = (column: Column, given: Default, now: Date): FieldValue => {
  const kind = kindOf(column);
  const value = valueOfDefault(given, now);
  if (kind === 'number') return Number(value);
  if (kind === 'boolean') return value === '1' || value.toLowerCase() === 'true';
  return kind === 'multiChoice' ? [value] : value;
};

/** A column's default counts where a new item says nothing about it; an explicit `null` stays empty. */
export const withDefaults = (columns: readonly Column[], changes: FieldChanges, now: Date): FieldChanges => {
  const all = new Map(changes);
  for (const column of columns) {
    if (column.defaultValue && !all.has(column.name))
      all.set(column.name, defaultFor(column, column.defaultValue, now));
  }
  return all;
};

/** Whether Graph refuses a missing required value is not established: only asked for in strict mode. */
export const refuseMissing = (columns: readonly Column[], values: FieldChanges): void => {
  if (columns.some((column) => column.required && (values.get(column.name) ?? null) === null)) throw invalidRequest();
};
