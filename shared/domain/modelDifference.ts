import { listWords } from './words';

/** A heading and the sentences under it. */
export interface Sentences {
  readonly title: string;
  readonly lines: readonly string[];
}

interface Coded {
  readonly code: string;
}
interface Named extends Coded {
  readonly name: string;
}

/** The parts of two versions, held together by their codes. */
export interface Paired<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly both: readonly (readonly [before: T, after: T])[];
}

export const pairedByCode = <T extends Coded>(from: readonly T[], to: readonly T[]): Paired<T> => ({
  added: to.filter(({ code }) => !from.some((before) => before.code === code)),
  removed: from.filter(({ code }) => !to.some((after) => after.code === code)),
  both: to.flatMap((after) => {
    const before = from.find(({ code }) => code === after.code);
    return before ? [[before, after] as const] : [];
  }),
});

/** Parts of a document are the same where they read the same, in whatever order their keys stand. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? '';
export const differs = (a: unknown, b: unknown): boolean => canonical(a) !== canonical(b);

export const quoted = (name: string): string => `‘${name}’`;
/** '‘A’, ‘B’ and ‘C’'. */
export const namesOf = (parts: readonly { readonly name: string }[]): string =>
  listWords(parts.map(({ name }) => quoted(name)));

/** A sentence about the parts that are meant, or none where there are none. */
export const about = <T>(parts: readonly T[], words: (parts: readonly T[]) => string): string[] =>
  parts.length === 0 ? [] : [words(parts)];

export const renamedLines = <T extends Named>(both: Paired<T>['both']): string[] =>
  both.flatMap(([before, after]) =>
    before.name === after.name ? [] : [`${quoted(before.name)} is now called ${quoted(after.name)}.`],
  );

/** Those of both versions, as they are now, that differ in what `part` looks at. */
export const changedIn = <T>(both: Paired<T>['both'], part: (of: T) => unknown): T[] =>
  both.flatMap(([before, after]) => (differs(part(before), part(after)) ? [after] : []));
