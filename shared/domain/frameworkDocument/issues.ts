import type { Framework } from '../../schema/framework';
import type { JsonSchema } from '../../schema/frameworkJsonSchema';
import type { FrameworkMistake } from '../frameworkChecks/mistake';
import type { Path } from './shape';
import { expectedWords, schemaAt, valueAt } from './shape';
import { nearestWord } from './nearestWord';

type Issue = NonNullable<ReturnType<typeof Framework.safeParse>['error']>['issues'][number];

/** A place that the schema refuses. */
export interface BadPlace {
  readonly path: Path;
  readonly value: unknown;
  readonly schema: JsonSchema;
  readonly control: boolean;
}

type Unplaced = Pick<Issue, 'code' | 'path'> & { readonly errors?: readonly (readonly Issue[])[] };

/** What a union says of its variants is told for the variant that was probably meant: the one with fewest objections. */
const unfolded = (issue: Unplaced): Unplaced[] => {
  const variants = (issue.errors ?? []).filter((issues) => issues.some(({ path }) => path.length > 0));
  const [likeliest] = [...variants].sort((a, b) => a.length - b.length);
  if (issue.code !== 'invalid_union' || !likeliest) return [issue];
  return likeliest.flatMap((inner) => unfolded({ ...inner, path: [...issue.path, ...inner.path] }));
};

const keysOf = (path: readonly PropertyKey[]): Path => path.map((key) => (typeof key === 'symbol' ? String(key) : key));

/** The places that zod objects to, each once. Unknown keys are told elsewhere, with the key that was meant. */
export const badPlaces = (schema: JsonSchema, document: unknown, issues: readonly Issue[]): BadPlace[] => {
  const places = issues.flatMap(unfolded).filter(({ code }) => code !== 'unrecognized_keys');
  const found = places.map(({ path, code }): BadPlace => {
    const keys = keysOf(path);
    const value = valueAt(document, keys);
    return { path: keys, value, schema: schemaAt(schema, document, keys) ?? {}, control: code === 'custom' };
  });
  return found.filter(({ path }, i) => found.findIndex((other) => other.path.join('.') === path.join('.')) === i);
};

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

const shown = (value: unknown): string => {
  if (typeof value === 'string') return `'${short(value)}'`;
  if (Array.isArray(value)) return 'A list';
  return typeof value === 'object' && value !== null ? 'A part in braces' : `'${String(value)}'`;
};

const wrongText = (value: string, { maxLength, enum: listed }: JsonSchema, control: boolean): string => {
  if (control) return `The text ${shown(value)} holds a control character; leave it out`;
  if (value.trim() === '') return `The text is empty ('')`;
  if (maxLength !== undefined && value.length > maxLength)
    return `The text ${shown(value)} has ${value.length} characters`;
  const meant = nearestWord(value, (listed ?? []).map(String));
  return `${shown(value)} does not belong here${meant ? `; it should probably be '${meant}'` : ''}`;
};

const wrongValue = ({ value, schema, control }: BadPlace): string => {
  if (typeof value === 'string' && schema.type === 'string') return wrongText(value, schema, control);
  if (Array.isArray(value) && schema.type === 'array') return `This list has '${value.length}' entries`;
  return `${shown(value)} does not belong here`;
};

/** In words: what is wrong, and what would be right. */
export const badPlaceMistake = (place: BadPlace): FrameworkMistake => {
  const { path, value, schema } = place;
  const key = path.at(-1) ?? '';
  const right = expectedWords(schema);
  return {
    path: path.join('.'),
    message:
      value === undefined
        ? `The key '${key}' is missing; add it with ${right}.`
        : `${wrongValue(place)}; use ${right}.`,
  };
};
