import { Framework } from '../../schema/framework';
import type { JsonSchema } from '../../schema/frameworkJsonSchema';
import { frameworkJsonSchema } from '../../schema/frameworkJsonSchema';
import { checkFramework } from '../checkFramework';
import type { BadPlace } from './issues';
import { badPlaceMistake, badPlaces } from './issues';
import type { UnknownKey } from './keys';
import { unknownKeyMistake, unknownKeys, withKnownKeys } from './keys';
import type { FrameworkMistake } from '../frameworkChecks/mistake';
import { isGenuine, repaired, withWritten } from './repair';
import { isRecord } from './shape';

/** A framework that can be used, or everything that is wrong with its document. */
export type FrameworkReading =
  | { readonly framework: Framework; readonly mistakes: readonly [] }
  | { readonly framework?: undefined; readonly mistakes: readonly FrameworkMistake[] };

interface Shape {
  readonly places: readonly BadPlace[];
  /** Absent where the document is too far from a framework to check its references. */
  readonly framework: Framework | undefined;
}

const shapeOf = (schema: JsonSchema, document: unknown): Shape => {
  const parsed = Framework.safeParse(document);
  if (parsed.success) return { places: [], framework: parsed.data };
  const places = badPlaces(schema, document, parsed.error.issues);
  const again = Framework.safeParse(repaired(document, places));
  return { places, framework: again.success ? withWritten(again.data, places) : undefined };
};

interface Named {
  readonly keys: readonly UnknownKey[];
  readonly document: unknown;
}

/** With every key as it was meant: again and again, since what a misspelt key holds is only then understood. */
const namedAsMeant = (schema: JsonSchema, document: unknown): Named => {
  const keys = unknownKeys(schema, document);
  if (keys.length === 0) return { keys, document };
  const further = namedAsMeant(schema, withKnownKeys(document, keys));
  return { ...further, keys: [...keys, ...further.keys] };
};

/** By place, in the order of the document; sorting keeps what was found first at one place first. */
const inOrder = (mistakes: readonly FrameworkMistake[], keys: readonly string[]): FrameworkMistake[] => {
  const rank = ({ path }: FrameworkMistake) => keys.indexOf(path.split('.')[0] ?? '');
  return [...mistakes].sort((a, b) => rank(a) - rank(b));
};

/**
 * Reads a framework from what its JSON file holds. Stricter than the schema: unknown keys are mistakes. Everything is
 * found at once, the references between the parts too where the document's shape allows. `$schema` is for editors.
 */
export const readFrameworkDocument = (document: unknown): FrameworkReading => {
  if (!isRecord(document))
    return { mistakes: [{ path: '', message: `A framework’s file holds one part in braces: '{ … }'.` }] };
  const { $schema: _, ...given } = document;
  const schema = frameworkJsonSchema();
  const { keys, document: known } = namedAsMeant(schema, given);
  const { places, framework } = shapeOf(schema, known);
  const found = framework ? checkFramework(framework).filter(({ path }) => isGenuine(path, places)) : [];
  const mistakes = [...keys.map(unknownKeyMistake), ...places.map(badPlaceMistake), ...found];
  if (framework && mistakes.length === 0) return { framework, mistakes: [] };
  return { mistakes: inOrder(mistakes, Object.keys(schema.properties ?? {})) };
};
