import type { Academy, Person } from '../../schema/people';
import type { CategoryChange } from '../../schema/categoryChange';
import type { CategoryChangeRow, ReviewRow } from '../../schema/rows';
import type { Review } from '../../schema/review';
import type { Setting } from '../../schema/settings';

/** One aggregate, one list item. */
export interface Aggregates {
  academies: Academy;
  people: Person;
  reviews: Review;
  categoryChanges: CategoryChange;
  settings: Setting;
}
export type Kind = keyof Aggregates;

/** What is read of every item without opening its document. Small aggregates are their own row. */
export interface Rows {
  academies: Academy;
  people: Person;
  reviews: ReviewRow;
  categoryChanges: CategoryChangeRow;
  settings: Setting;
}

/** Opaque; in SharePoint the item's ETag. */
export type Version = string & { readonly __version: unique symbol };

export interface Row<K extends Kind> {
  readonly key: string;
  readonly version: Version;
  readonly row: Rows[K];
}

export type Loaded<K extends Kind> =
  | { readonly status: 'found'; readonly document: Aggregates[K]; readonly version: Version }
  | { readonly status: 'absent' }
  /** The item was changed outside the app: its check does not fit. Never believed, never overwritten. */
  | { readonly status: 'editedByHand' };

export type Created =
  | { readonly status: 'created'; readonly version: Version }
  /** The unique key is taken: read it, it is there. */
  | { readonly status: 'exists' }
  | { readonly status: 'tooLarge' };

export type Replaced =
  | { readonly status: 'replaced'; readonly version: Version }
  /** Somebody wrote in between: load and decide again. */
  | { readonly status: 'stale' }
  | { readonly status: 'tooLarge' };

export interface HandEdit {
  readonly kind: Kind;
  readonly key: string;
  readonly editedAt?: string;
}

/**
 * The trust's records. Every write is one conditional write of one item, checked by its schema on the way in and out.
 * An answer lost on the way is resolved by reading before this port answers; a store that cannot be reached throws
 * `StoreUnavailable`.
 */
export interface Store {
  /** Everything that can be believed, at most a few seconds old, and never older than this process's own writes. */
  rows<K extends Kind>(kind: K): Promise<readonly Row<K>[]>;
  /** The present document, read from the source and not from memory. */
  load<K extends Kind>(kind: K, key: string): Promise<Loaded<K>>;
  create<K extends Kind>(kind: K, document: Aggregates[K]): Promise<Created>;
  replace<K extends Kind>(kind: K, document: Aggregates[K], expected: Version): Promise<Replaced>;
  handEdits(): Promise<readonly HandEdit[]>;
}

/** The store did not answer, or asked to wait. `retryAfter` in seconds. */
export class StoreUnavailable extends Error {
  constructor(
    message: string,
    readonly retryAfter: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreUnavailable';
  }
}
