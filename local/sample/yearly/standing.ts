/** How an academy stood in the two years that a sample tells of. */
export interface Standing {
  readonly urn: string;
  /**
   * By area: two characters for the year before last and for last year, each the level's place on its scale from 1, the
   * worst; '-' where the area does not apply or the academy was not yet in the trust.
   */
  readonly levels: Readonly<Record<string, string>>;
  /** Reasons that belong to this academy alone, by `<area>.<0 or 1>`; the others come from the phrases. */
  readonly told?: Readonly<Record<string, string>>;
  /** What the head teacher wrote on agreeing. */
  readonly comments: readonly [string, string];
}

/** Reasons by area, from the worst level to the best; each level has a few that are used in turn. */
export type Phrases = Readonly<Record<string, readonly (readonly string[])[]>>;

/** A reason that fits an area and a level; `turn` moves on from year to year, so that no reason repeats at once. */
export const phraseFor = (phrases: Phrases, area: string, place: number, turn: number): string => {
  const fitting = phrases[area]?.[place - 1] ?? [];
  const found = fitting[turn % fitting.length];
  if (found === undefined) throw new Error(`The sample has no reason for ${area} at level ${place}.`);
  return found;
};
