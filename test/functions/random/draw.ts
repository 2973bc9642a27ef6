import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same name: what a seed draws once, it draws again. */
export interface Draw {
  /** At least 0, less than 1. */
  readonly number: () => number;
  readonly chance: (share: number) => boolean;
  /** At least 0, less than `count`. */
  readonly below: (count: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
}

export const drawFrom = (name: string): Draw => {
  let state = createHash('sha256').update(name).digest().readUInt32LE(0);
  // mulberry32
  const number = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number): number => Math.floor(number() * count);
  return {
    number,
    below,
    chance: (share) => number() < share,
    pick: (from) => {
      const picked = from[below(from.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
  };
};
