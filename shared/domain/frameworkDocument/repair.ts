import type { JsonSchema } from '../../schema/frameworkJsonSchema';
import type { BadPlace } from './issues';
import type { Path } from './shape';
import { isRecord } from './shape';

/** Texts that satisfy the patterns of a framework: a code, an Entra object id. */
const samples = ['x', '00000000-0000-0000-0000-000000000000'];

const listStandIn = ({ minItems, maxItems }: JsonSchema, value: unknown): unknown => {
  if (Array.isArray(value) && value.length >= (minItems ?? 0)) return value.slice(0, maxItems);
  return minItems === undefined ? [] : undefined;
};

/** Something that the schema takes, to read on with; nothing where the place is too large to guess. */
const standIn = (schema: JsonSchema, value: unknown): unknown => {
  const listed = schema.const ?? schema.enum?.[0];
  if (listed !== undefined) return listed;
  switch (schema.type) {
    case 'string':
      return samples.find((sample) => new RegExp(schema.pattern ?? '').test(sample));
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    case 'array':
      return listStandIn(schema, value);
    default:
      return undefined;
  }
};

/** A copy of a document with another value at one place. */
const withValue = (document: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value;
  if (Array.isArray(document))
    return document.map((part: unknown, i) => (i === Number(key) ? withValue(part, rest, value) : part));
  if (!isRecord(document)) return document;
  return { ...document, [key]: withValue(document[key], rest, value) };
};

/** The document with a value that fits at each bad place, so that the rest of it can be checked at the same time. */
export const repaired = (document: unknown, places: readonly BadPlace[]): unknown =>
  places.reduce((at, { path, schema, value }) => withValue(at, path, standIn(schema, value)), document);

/** Texts, codes and numbers stay as they were written, however wrong: what refers to them must still find them. */
const isWritten = ({ value, schema }: BadPlace): boolean =>
  (typeof value === 'string' && schema.type === 'string' && !schema.enum) ||
  (typeof value === 'number' && (schema.type === 'integer' || schema.type === 'number'));

export const withWritten = <T>(document: T, places: readonly BadPlace[]): T =>
  places.filter(isWritten).reduce<unknown>((at, { path, value }) => withValue(at, path, value), document) as T;

const isOrder = ({ path }: BadPlace): boolean => path.at(-1) === 'order';

/** How far a stand-in reaches: through the thing that it belongs to, and an order through all things of its kind. */
const reachOf = (place: BadPlace): string => place.path.slice(0, isOrder(place) ? 1 : 2).join('.');

const within = (path: string, reach: string): boolean => `${path}.`.startsWith(`${reach}.`);

/** Whether what was found at a place says something of the document, not of a value that only stands in. */
export const isGenuine = (path: string, places: readonly BadPlace[]): boolean =>
  places
    .filter((place) => !isWritten(place) || isOrder(place))
    .every((place) => {
      const ordered = isOrder(place) && within(path, 'categorySuggestion');
      return path === '' || !(ordered || within(path, reachOf(place)) || within(reachOf(place), path));
    });
