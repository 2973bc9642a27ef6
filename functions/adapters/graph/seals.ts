import type { Kind } from '../../../shared/application/ports/store';
import { kinds } from '../aggregates';
import { createResealing } from './resealing';
import type { ResealOptions, Resealed, ResealingParts } from './resealing';
import type { ListPlace } from './listItems';

/** What a change of the check key needs beside the store. */
export interface Seals {
  /** How many records that are believed carry the seal of the key from before. */
  old(): Promise<number>;
  /** Seals them with the present key, list after list. */
  reseal(options?: ResealOptions): Promise<readonly Resealed[]>;
}

interface SealsParts extends Pick<ResealingParts, 'client' | 'keys' | 'pace'> {
  readonly places: Readonly<Record<Kind, ListPlace>>;
  readonly oldIn: (kind: Kind) => Promise<number>;
}

export const createSeals = ({ places, oldIn, ...parts }: SealsParts): Seals => ({
  async old() {
    const counts: number[] = [];
    for (const kind of kinds) counts.push(await oldIn(kind));
    return counts.reduce((sum, each) => sum + each, 0);
  },
  async reseal(options) {
    const done: Resealed[] = [];
    for (const kind of kinds) done.push(await createResealing({ ...parts, kind, ...places[kind] })(options));
    return done;
  },
});
