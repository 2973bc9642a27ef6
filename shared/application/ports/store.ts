import type { AreaCode } from '../../schema/ids';
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
  | {
      readonly status: 'found';
      readonly document: Aggregates[K];
      readonly version: Version;
      /** It was not read anew: only a write with this version tells whether it is still the present one. */
      readonly fromMemory?: true;
    }
  | { readonly status: 'absent' }
  /** The item was changed outside the app: its check does not fit. Never believed, never overwritten. */
  | { readonly status: 'editedByHand' };

/** `toChange`: a conditional write follows, so what this process has just read or written will do. */
export type Use = 'toShow' | 'toChange';

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
  /** Names the item whatever was done to its key. */
  readonly id: string;
  readonly key: string;
  readonly editedAt?: string;
  /** All of it fits but its seal: most likely it was sealed with another key than those that are known. */
  readonly otherKey?: true;
}

/** A column as the app last wrote it and as it stands now; absent where it holds nothing. */
export interface ColumnDifference {
  readonly column: string;
  readonly written?: string;
  readonly found?: string;
}

/** An item changed outside the app, beside what the app last wrote. */
export interface EditedItem extends HandEdit {
  readonly version: Version;
  /** Absent where no version of the app's own is kept: there is nothing to put back. */
  readonly writtenAt?: string;
  readonly differences: readonly ColumnDifference[];
}

export type PutBackOutcome =
  /** It stands as the app wrote it, whether or not this call did it. */
  | { readonly status: 'asWritten'; readonly key: string }
  | { readonly status: 'absent' }
  | { readonly status: 'stale' }
  | { readonly status: 'notKept' }
  /** Something unique in it belongs to another item by now. */
  | { readonly status: 'taken' };

/** A whole list, read from the source. */
export interface Everything<K extends Kind> {
  readonly documents: readonly Aggregates[K][];
  /** Items that cannot be believed, and so are not among the documents. */
  readonly editedByHand: readonly HandEdit[];
}

/** The most characters of a document (facts: a multi-line cell takes about 63,999). */
export const documentLimit = 60_000;

/**
 * The trust's records. Every write is one conditional write of one item, checked by its schema on the way in and out.
 * An answer lost on the way is resolved by reading before this port answers; a store that cannot be reached throws
 * `StoreUnavailable`.
 */
export interface Store {
  /** Everything that can be believed, at most a few seconds old, and never older than this process's own writes. */
  rows<K extends Kind>(kind: K): Promise<readonly Row<K>[]>;
  /** Every document of a kind, for moving the trust elsewhere: slower than `rows`, and never from memory. */
  everything<K extends Kind>(kind: K): Promise<Everything<K>>;
  /** The present document, read from the source and not from memory; `toChange` may answer from memory and says so. */
  load<K extends Kind>(kind: K, key: string, use?: Use): Promise<Loaded<K>>;
  create<K extends Kind>(kind: K, document: Aggregates[K]): Promise<Created>;
  /**
   * Many in few requests, each with its own outcome, in the order given. Where one cannot be settled the rest is done
   * all the same, and then it throws: sent again, it completes what is missing.
   */
  createAll<K extends Kind>(kind: K, documents: readonly Aggregates[K][]): Promise<readonly Created[]>;
  replace<K extends Kind>(kind: K, document: Aggregates[K], expected: Version): Promise<Replaced>;
  /**
   * Runs `act` after whatever else this process does to the item in a turn, so that its writers need not meet as
   * conflicts. A courtesy with a time limit: what keeps writes right is the version.
   */
  inTurn<T>(kind: Kind, key: string, act: () => Promise<T>): Promise<T>;
  /** Of one list, or of all. */
  handEdits(of?: Kind): Promise<readonly HandEdit[]>;
  /** Both versions of an item changed outside the app; undefined where it is gone, or stands as the app wrote it. */
  editedItem(kind: Kind, id: string): Promise<EditedItem | undefined>;
  /** What the app last wrote takes the place of `expected`: one conditional write. */
  putBack(kind: Kind, id: string, expected: Version): Promise<PutBackOutcome>;
  /** Those of the areas whose judgements could not be written, because the provisioning has not made a place for them. */
  areasWithoutColumn(areas: readonly AreaCode[]): Promise<readonly AreaCode[]>;
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

/**
 * The app is not let in, a list is gone, or the trust's settings are there and cannot be believed: because its key is
 * another one than they were sealed with, or because they were changed outside the app. It does not pass by itself: an
 * administrator has to act.
 */
export class StoreOutOfReach extends Error {
  constructor(
    message: string,
    readonly why: 'noAccess' | 'listMissing' | 'otherKey' | 'settingsEdited',
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'StoreOutOfReach';
  }
}
