import Fuse from 'fuse.js';

/** One mistake in four letters, and none in shorter words: what is further off is not understood. */
const mistakes = 0.25;
const shortest = 4;

/** Neighbouring letters in the wrong order are one mistake, the commonest of all; the search itself counts two. */
const withSwaps = (text: string): string[] => [
  text,
  ...Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => {
    const [one = '', other = ''] = [text[i], text[i + 1]];
    return text.slice(0, i) + other + one + text.slice(i + 2);
  }),
];

/** As long as what was meant, give or take, and with the right first letter or the first two the wrong way round. */
const alike = (text: string, entry: string): boolean =>
  (entry[0] === text[0] || entry[0] === text[1]) &&
  Math.abs(text.length - entry.length) <= Math.max(1, entry.length * mistakes);

export type Recognise = (text: string) => string | undefined;

/**
 * Finds the entry that somebody meant: exactly, or with a slip of the keyboard. `undefined` where nothing is near
 * enough. Entries and texts in lower case.
 */
export const recogniser = (entries: readonly string[]): Recognise => {
  const known = new Set(entries);
  return (text) => {
    if (known.has(text)) return text;
    const candidates = text.length < shortest ? [] : entries.filter((entry) => alike(text, entry));
    if (candidates.length === 0) return undefined;
    const fuse = new Fuse(candidates, {
      threshold: mistakes,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      includeScore: true,
    });
    const found = withSwaps(text).flatMap((variant) =>
      fuse.search(variant).filter(({ item }) => item[0] === variant[0]),
    );
    return found.sort((a, b) => (a.score ?? 1) - (b.score ?? 1)).at(0)?.item;
  };
};
