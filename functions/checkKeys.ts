import { z } from 'zod';

/** Made at random, a key of this length has more of them by far. */
const leastDifferent = 10;
const isVaried = (key: string): boolean => new Set(key).size >= leastDifferent;

const Key = z
  .string()
  .min(32, { error: 'must have at least 32 characters', abort: true })
  .refine(isVaried, 'is too simple: please make it at random');

export const checkKeyVariables = {
  CHECK_KEY: Key,
  CHECK_KEY_BEFORE: Key.optional(),
};

/** The secrets of the seal on every record: whoever has one of them can make records that are believed. */
export interface CheckKeys {
  /** Seals whatever is written, and is believed. */
  readonly checkKey: string;
  /** Believed too, and seals nothing: the key from before, until every record is sealed anew. */
  readonly checkKeyBefore?: string | undefined;
}

interface CheckKeyValues {
  readonly CHECK_KEY: string;
  readonly CHECK_KEY_BEFORE?: string | undefined;
}

export const checkKeysOf = ({ CHECK_KEY, CHECK_KEY_BEFORE }: CheckKeyValues): CheckKeys => ({
  checkKey: CHECK_KEY,
  ...(CHECK_KEY_BEFORE !== undefined && { checkKeyBefore: CHECK_KEY_BEFORE }),
});

/** What is wrong with the two keys together, one line each. */
export const checkKeyProblems = (given: Readonly<Record<string, string>>): readonly string[] =>
  given.CHECK_KEY !== undefined && given.CHECK_KEY === given.CHECK_KEY_BEFORE
    ? ['CHECK_KEY_BEFORE: must be another key than CHECK_KEY']
    : [];
