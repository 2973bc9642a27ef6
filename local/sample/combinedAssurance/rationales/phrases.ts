/** How the stories write a level: assured, actions in place, intervention required. */
export type Letter = 'A' | 'P' | 'I';

/** Reasons that a reviewer might give, by area and level; a story picks from them in turn. */
export type Phrases = Readonly<Record<string, Readonly<Record<Letter, readonly string[]>>>>;
