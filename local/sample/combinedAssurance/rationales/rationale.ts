import { measuredPhrases } from './education';
import { financePhrases } from './finance';
import { judgedPhrases } from './judged';
import type { Letter, Phrases } from './phrases';
import { staffPhrases } from './staff';

const phrases: Phrases = { ...financePhrases, ...staffPhrases, ...measuredPhrases, ...judgedPhrases };

/** A reason that fits an area and a level; `turn` moves on from term to term, so that no reason repeats at once. */
export const rationaleFor = (area: string, letter: Letter, turn: number): string => {
  const fitting = phrases[area]?.[letter] ?? [];
  const found = fitting[turn % fitting.length];
  if (found === undefined) throw new Error(`The sample has no reason for ${area} at ${letter}.`);
  return found;
};
