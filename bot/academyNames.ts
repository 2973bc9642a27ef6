import type { Urn } from '../shared/schema/ids';
import { fillers } from './phrases';
import { recogniser } from './recognise';

export interface Named {
  readonly urn: Urn;
  readonly name: string;
}

/**
 * Which academy somebody means. `several` asks back, also where only one is near: a wrong academy is worse than a
 * question. `unnamed`: they named none.
 */
export type Meant<A extends Named> =
  | { readonly kind: 'one'; readonly academy: A }
  | { readonly kind: 'several'; readonly academies: readonly A[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unnamed' };

const joining = new Set(['the', 'of', 'and', 'at', 'in', 'for', 's']);
/** What many academies are called: it tells two apart, and means none by itself. */
const common = new Set(
  'academy academie school college trust primary secondary junior infant nursery special sixth form community high free'.split(
    ' ',
  ),
);

/** A plural and a possessive read like the word itself; 'saint' like 'st'. */
const stem = (word: string): string => {
  if (word === 'saint') return 'st';
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
};

const silent = new Set(fillers.map(stem));

export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !joining.has(word))
    .map(stem);

const telling = (words: readonly string[]): string[] => words.filter((word) => !common.has(word));

/** A beginning of at least three letters, or a slip of the keyboard. */
const isNear = (wanted: string, words: readonly string[]): boolean =>
  words.some((word) => wanted.length >= 3 && word.startsWith(wanted)) || recogniser(words)(wanted) !== undefined;

interface Candidate<A> {
  readonly academy: A;
  readonly words: readonly string[];
}

const holdingAll = <A>(candidates: readonly Candidate<A>[], wanted: readonly string[]): Candidate<A>[] =>
  candidates.filter(({ words }) => wanted.every((word) => words.includes(word)));

/** At least half of what was said has to be near the name, the nearest first. */
const nearest = <A>(candidates: readonly Candidate<A>[], wanted: readonly string[]): A[] =>
  candidates
    .map(({ academy, words }) => ({
      academy,
      exact: wanted.filter((word) => words.includes(word)).length,
      near: wanted.filter((word) => isNear(word, telling(words))).length,
    }))
    .filter(({ near }) => near > 0 && near * 2 >= wanted.length)
    .sort((a, b) => b.near - a.near || b.exact - a.exact)
    .map(({ academy }) => academy);

/** Looks a name up among `academies`, which are those that the asker may see and no others. */
export const whichAcademy = <A extends Named>(said: string, academies: readonly A[]): Meant<A> => {
  const candidates = academies.map((academy) => ({ academy, words: wordsOf(academy.name) }));
  const used = new Set(candidates.flatMap(({ words }) => words));
  // 'spring' is a term, unless an academy is called so.
  const wanted = wordsOf(said).filter((word) => used.has(word) || !silent.has(word));
  const names = telling(wanted);
  if (names.length === 0) return { kind: 'unnamed' };
  const urn = wanted.find((word) => /^\d{6}$/.test(word));
  const numbered = academies.find((academy) => academy.urn === urn);
  if (numbered) return { kind: 'one', academy: numbered };
  const whole = candidates.filter(({ words }) => words.join(' ') === wanted.join(' '));
  const [certain, ...others] =
    [whole, holdingAll(candidates, wanted), holdingAll(candidates, names)].find((found) => found.length > 0) ?? [];
  if (certain && others.length === 0) return { kind: 'one', academy: certain.academy };
  const several = certain ? [certain, ...others].map(({ academy }) => academy) : nearest(candidates, names);
  return several.length > 0 ? { kind: 'several', academies: several } : { kind: 'none' };
};

/** Every word begins one of the name's, or is a slip of the keyboard from it: for a list to choose from. */
export const closestAcademies = <A extends Named>(said: string, academies: readonly A[]): readonly A[] => {
  const wanted = wordsOf(said);
  return academies.filter(({ urn, name }) => {
    const words = wordsOf(name);
    return wanted.every((word) => urn === word || words.some((each) => each.startsWith(word)) || isNear(word, words));
  });
};
