import type { Aggregates, Kind, Row, Store, Version } from '../../shared/application/ports/store';
import { aggregates } from '../../functions/adapters/aggregates';
import { academy, change, person, review, storedFramework, urnOf } from './documents';

/** A store to be held to the contract, and the means to go behind its back. */
export interface StoreUnderTest {
  readonly store: Store;
  /** Somebody changes what the item shows, outside the app. */
  readonly handEdit: (kind: Kind, key: string) => Promise<void>;
}

let used = 0;
/** A number that no other test of this run has used: the tests share one store. */
export const fresh = (): number => (used += 1);

export const created = async <K extends Kind>(store: Store, kind: K, document: Aggregates[K]): Promise<Version> => {
  const answer = await store.create(kind, document);
  if (answer.status !== 'created') throw new Error(`The ${kind} item was not created: ${answer.status}.`);
  return answer.version;
};

export const rowOf = async <K extends Kind>(store: Store, kind: K, key: string): Promise<Row<K> | undefined> =>
  (await store.rows(kind)).find((row) => row.key === key);

export const oneOfEach = (n: number): Aggregates => ({
  academies: academy(n, { pupils: 412, joinedOn: '2019-09-01', notApplicable: ['earlyYears'] }),
  people: person(n),
  reviews: review(n),
  categoryChanges: change(n, urnOf(n)),
  settings: storedFramework(n),
});

export const keyOf = <K extends Kind>(kind: K, document: Aggregates[K]): string => aggregates[kind].keyOf(document);
export const expectedRow = <K extends Kind>(kind: K, document: Aggregates[K]): unknown =>
  aggregates[kind].rowOf(document);
