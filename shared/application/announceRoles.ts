import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import type { Person } from '../schema/people';
import type { Deps } from './deps';
import { nameOfMatter } from './nameOfMatter';
import type { Announced } from './ports/delivery';

type Looking = Pick<Deps, 'store' | 'clock'>;

/** Every process knows of a record by then: none draws cards for the roles of before. */
const knownEverywhereMs = 15_000;

const isKnownEverywhere = ({ history = [] }: Person, now: number): boolean =>
  history.every(({ at }) => now - Date.parse(at) >= knownEverywhereMs);

export interface ChangedPerson {
  readonly person: PersonId;
  readonly version: string;
}

/** Whose record is not the one that was last looked at for whom work waits, once every process may know of it. */
export const changedPeople = async (
  { store, clock }: Looking,
  announced: ReadonlyMap<string, Announced>,
): Promise<readonly ChangedPerson[]> => {
  const now = Date.parse(clock.now());
  const rows = await store.rows('people');
  return rows
    .filter(({ row, version }) => announced.get(nameOfMatter({ kind: 'people', key: row.id }))?.version !== version)
    .filter(({ row }) => isKnownEverywhere(row, now))
    .map(({ row, version }) => ({ person: row.id, version }));
};

/** Nobody was ever looked at: the trust has just begun. */
export const noneLookedAt = (announced: ReadonlyMap<string, Announced>): boolean =>
  ![...announced.keys()].some((name) => name.startsWith(nameOfMatter({ kind: 'people', key: '' })));

/** Everything that may wait for somebody. */
export const openMatters = async ({ store }: Pick<Deps, 'store'>): Promise<readonly Matter[]> => {
  const reviews = await store.rows('reviews');
  const changes = await store.rows('categoryChanges');
  return [
    ...reviews.filter(({ row }) => row.state !== 'signedOff').map(({ key }) => ({ kind: 'reviews', key }) as const),
    ...changes
      .filter(({ row }) => row.state === 'atStep' || row.state === 'returned')
      .map(({ key }) => ({ kind: 'categoryChanges', key }) as const),
  ];
};
