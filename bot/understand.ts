import { frames, keywords, phrases } from './phrases';
import { recogniser } from './recognise';

/**
 * What somebody who writes to the bot is after. `academy` is whatever else they said: `whichAcademy` finds the name in
 * it, if there is one.
 */
export type Intent =
  | { readonly kind: 'greeting' | 'help' | 'work' | 'approvals' | 'matrix' | 'other' }
  | { readonly kind: 'review' | 'status'; readonly academy: string };

/** Nobody asks at greater length; what is longer is read to here, and not understood if it is many words. */
const longest = 300;
const mostWords = 25;
/** Only a short sentence is looked for among the known ones where it is not exactly one of them. */
const longestPhrase = 48;

/** Without mark-up, mentions, politeness, punctuation, possessives and capitals. */
export const plain = (text: string): string =>
  text
    .slice(0, longest)
    .replace(/<at>.*?<\/at>|<[^>]*>|&nbsp;/g, ' ')
    .toLowerCase()
    .replace(/\b(what|where|how|who)[’']s\b/g, '$1 is')
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{M}\p{N}\s]/gu, ' ')
    .replace(/\b(please|pls|plz|thanks|thank you|cheers|kindly)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

type Phrased = keyof typeof phrases;
type Keyed = keyof typeof keywords;

const intentOf = (kind: Phrased | Keyed, academy = ''): Intent =>
  kind === 'review' || kind === 'status' ? { kind, academy } : { kind };

const byPhrase = new Map(
  (Object.keys(phrases) as Phrased[]).flatMap((kind) =>
    phrases[kind].map((phrase) => [phrase as string, kind] as const),
  ),
);
const nearestPhrase = recogniser([...byPhrase.keys()]);

const phrased = (text: string): Intent | undefined => {
  const found = text.length > longestPhrase ? undefined : nearestPhrase(text);
  const kind = found === undefined ? undefined : byPhrase.get(found);
  return kind && intentOf(kind);
};

const kindOfWord = new Map(
  (Object.keys(keywords) as Keyed[]).flatMap((kind) => keywords[kind].map((word) => [word as string, kind] as const)),
);
const nearestKeyword = recogniser([...kindOfWord.keys()]);
/** What a word asks for, by itself; undefined where it may be part of a name. */
export const keywordIn = (word: string): Keyed | undefined => kindOfWord.get(nearestKeyword(word) ?? '');

const framed = (text: string): Intent | undefined => {
  const name = frames.status.flatMap((frame) => frame.exec(text)?.[1] ?? []).at(0);
  return name === undefined ? undefined : { kind: 'status', academy: name };
};

const keyed = (words: readonly string[]): Intent | undefined => {
  const kinds = words.map((word) => keywordIn(word));
  const kind = (Object.keys(keywords) as Keyed[]).find((each) => kinds.includes(each));
  return kind && intentOf(kind, words.filter((_, i) => kinds[i] === undefined).join(' '));
};

const lonelyQuestion = /^\s*\?+\s*$/;

/** A single word is a command before it is a slip of another; a sentence is one of those known before its words count. */
const meaning = (said: string, words: readonly string[]): Intent | undefined =>
  (words.length === 1 ? keyed(words) : undefined) ?? phrased(said) ?? keyed(words) ?? framed(said);

/** Everything that is not understood is `other`, and answered with the ways on; a lone `?` asks for help. */
export const understand = (text: string): Intent => {
  if (lonelyQuestion.test(text.slice(0, longest))) return { kind: 'help' };
  const said = plain(text);
  const words = said.split(' ');
  const readable = said !== '' && words.length <= mostWords;
  return (readable ? meaning(said, words) : undefined) ?? { kind: 'other' };
};
