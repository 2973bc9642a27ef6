import type { JsonSchema } from '../../schema/frameworkJsonSchema';
import { quoted } from '../frameworkChecks/mistake';

export type Path = readonly (string | number)[];

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a place of a document; `undefined` where nothing does. */
export const valueAt = (document: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => {
    if (Array.isArray(at)) return (at as unknown[])[Number(key)];
    return isRecord(at) ? at[key] : undefined;
  }, document);

const choices = ({ oneOf, anyOf }: JsonSchema): readonly JsonSchema[] => oneOf ?? anyOf ?? [];

const words = ({ enum: listed, const: only }: JsonSchema): readonly unknown[] =>
  listed ?? (only === undefined ? [] : [only]);

/** How much of a value a schema knows: its keys, and the words that tell one variant from another. */
const kinship = (schema: JsonSchema, value: Readonly<Record<string, unknown>>): number =>
  Object.entries(schema.properties ?? {}).reduce((sum, [key, part]) => {
    if (!(key in value) || typeof part === 'boolean') return sum;
    return sum + 1 + (part.const !== undefined && part.const === value[key] ? 100 : 0);
  }, 0);

/** The schema itself, or of several variants the one that a value is most like. */
export const variantOf = (schema: JsonSchema, value: unknown): JsonSchema => {
  const variants = choices(schema);
  if (variants.length === 0) return schema;
  const listed = variants.flatMap(words);
  if (listed.length > 0) return { type: 'string', enum: listed as string[] };
  if (!isRecord(value)) return variants[0] ?? schema;
  return [...variants].sort((a, b) => kinship(b, value) - kinship(a, value))[0] ?? schema;
};

/** The words that tell the variants of a part from each other: its key then takes any of them. */
const tellingWords = (schema: JsonSchema, key: string | number): JsonSchema | undefined => {
  const listed = choices(schema).flatMap((variant) => {
    const part = variant.properties?.[key];
    return typeof part === 'object' && part.const !== undefined ? [String(part.const)] : [];
  });
  return listed.length > 1 ? { type: 'string', enum: listed } : undefined;
};

/** The schema of what stands under a key of a value, where there is one. */
export const partOf = (schema: JsonSchema, value: unknown, key: string | number): JsonSchema | undefined => {
  const { properties, items, additionalProperties } = variantOf(schema, value);
  const inObject = tellingWords(schema, key) ?? properties?.[key] ?? additionalProperties;
  const part = Array.isArray(value) ? items : inObject;
  return typeof part === 'object' && !Array.isArray(part) ? part : undefined;
};

/** The schema of a place in a document; of several variants, all where the value is like none of them. */
export const schemaAt = (schema: JsonSchema, document: unknown, path: Path): JsonSchema | undefined => {
  const [key, ...rest] = path;
  if (key === undefined) {
    const variant = variantOf(schema, document);
    return isRecord(document) || variant.enum ? variant : schema;
  }
  const part = partOf(schema, document, key);
  return part && schemaAt(part, valueAt(document, [key]), rest);
};

const range = ({ minimum: from, maximum: to = Infinity }: JsonSchema): string => {
  const end = to > 1e9 ? '' : ` to ${to}`;
  if (from === undefined) return end && ` up${end}`;
  return end ? ` from ${from}${end}` : ` of ${from} or more`;
};

const oneOfWords = (listed: readonly unknown[]): string =>
  listed.length === 1 ? quoted(listed.map(String)) : `one of ${quoted(listed.map(String))}`;

const textWords = ({ pattern, maxLength, minLength }: JsonSchema): string => {
  if (pattern?.startsWith('^[a-z]'))
    return "a code: a small letter, then letters and digits only, at most 28 in all, such as 'earlyYears'";
  if (pattern) return 'an Entra object id, 36 small letters, digits and hyphens';
  return maxLength === undefined ? 'a text' : `a text of ${minLength ?? 1} to ${maxLength} characters`;
};

const listWordsOf = ({ minItems, maxItems }: JsonSchema): string =>
  minItems === undefined && maxItems === undefined
    ? 'a list in square brackets'
    : `a list in square brackets with ${minItems ?? 0} to ${maxItems ?? 'any number of'} entries`;

const partWords = ({ properties }: JsonSchema): string =>
  properties ? `a part in braces with ${quoted(Object.keys(properties))}` : 'a part in braces';

const plainWords = (schema: JsonSchema): string => {
  switch (schema.type) {
    case 'string':
      return textWords(schema);
    case 'integer':
      return `a whole number${range(schema)}`;
    case 'number':
      return `a number${range(schema)}`;
    case 'boolean':
      return 'true or false';
    case 'array':
      return listWordsOf(schema);
    default:
      return partWords(schema);
  }
};

/** What belongs at a place: 'a whole number from 1 to 6', "one of 'a' and 'b'". */
export const expectedWords = (schema: JsonSchema): string => {
  const listed = words(schema);
  if (listed.length > 0) return oneOfWords(listed);
  const variants = choices(schema);
  return variants.length > 0 ? [...new Set(variants.map(plainWords))].join(', or ') : plainWords(schema);
};
