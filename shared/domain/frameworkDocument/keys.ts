import type { JsonSchema } from '../../schema/frameworkJsonSchema';
import type { FrameworkMistake } from '../frameworkChecks/mistake';
import { quoted } from '../frameworkChecks/mistake';
import type { Path } from './shape';
import { isRecord, partOf, variantOf } from './shape';
import { nearestWord } from './nearestWord';

/** A key that nobody knows, and the one that was probably meant. */
export interface UnknownKey {
  readonly path: Path;
  readonly key: string;
  readonly meant: string | undefined;
  readonly known: readonly string[];
}

const unknownIn = (schema: JsonSchema, value: Readonly<Record<string, unknown>>, path: Path): UnknownKey[] => {
  const { properties = {}, additionalProperties } = variantOf(schema, value);
  if (additionalProperties !== false) return [];
  const known = Object.keys(properties);
  const free = known.filter((key) => !(key in value));
  return Object.keys(value)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path, key, meant: nearestWord(key, free), known }));
};

/** Every key of a document that its schema does not know. */
export const unknownKeys = (schema: JsonSchema, value: unknown, path: Path = []): UnknownKey[] => {
  const inside = (key: string | number, part: unknown): UnknownKey[] => {
    const partSchema = partOf(schema, value, key);
    return partSchema ? unknownKeys(partSchema, part, [...path, key]) : [];
  };
  if (Array.isArray(value)) return value.flatMap((part, i) => inside(i, part));
  if (!isRecord(value)) return [];
  return [...unknownIn(schema, value, path), ...Object.entries(value).flatMap(([key, part]) => inside(key, part))];
};

/** In words, with the key that was probably meant, or those there are. */
export const unknownKeyMistake = ({ path, key, meant, known }: UnknownKey): FrameworkMistake => ({
  path: [...path, key].join('.'),
  message: meant
    ? `The key '${key}' is not known here; it should probably be '${meant}'.`
    : `The key '${key}' is not known here; the keys are ${quoted(known.filter((k) => k !== '$schema'))}.`,
});

/** The document with each unknown key named as it was meant, or left out. */
export const withKnownKeys = (value: unknown, keys: readonly UnknownKey[], path: Path = []): unknown => {
  if (Array.isArray(value)) return value.map((part, i) => withKnownKeys(part, keys, [...path, i]));
  if (!isRecord(value)) return value;
  const here = keys.filter((unknown) => unknown.path.join('.') === path.join('.'));
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      const unknown = here.find((other) => other.key === key);
      if (!unknown) return [[key, withKnownKeys(part, keys, [...path, key])]];
      return unknown.meant ? [[unknown.meant, part]] : [];
    }),
  );
};
