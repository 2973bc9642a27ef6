import type { CommandId, PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { replayOf } from '../domain/replay';
import { accepted, refused, type Result } from '../domain/result';
import type { Notifier } from './ports/notifier';
import type { Aggregates, Kind, Store, Use, Version } from './ports/store';
import { stampsIn } from './stamps';

export interface Change<K extends Kind> {
  readonly kind: K;
  readonly key: string;
  readonly by: PersonId;
  readonly commandId: CommandId;
  /** The event types that this command may have written: how its second arrival is told from a reused id. */
  readonly types: readonly string[];
  /** What within the record the command is about, as an area: the same id for another one is a reused one. */
  readonly area?: string;
  /** Pure: may be asked again with a newer document. The document itself means that there is nothing to write. */
  readonly decide: (document: Aggregates[K]) => Result<Aggregates[K]>;
}

const attempts = 6;

interface Writer {
  readonly store: Store;
  readonly notifier: Notifier;
}

/**
 * One conditional write: load, decide, replace with the loaded version; where somebody wrote in between, load and
 * decide again, a bounded number of times. A command that arrived before gets its first outcome and writes nothing.
 * Refusals: `notFound`, `store.edited-by-hand`, `command.reused`, `store.too-large`, `store.conflict`, and what
 * `decide` refuses.
 */
export const changeOne = async <K extends Kind>(deps: Writer, change: Change<K>): Promise<Result<Aggregates[K]>> =>
  deps.store.inTurn(change.kind, change.key, async () => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const outcome = await tryOnce(deps, change, 'toChange');
      if (outcome !== 'stale') return outcome;
    }
    return givenUp(deps, change);
  });

const loadFor = async <K extends Kind>({ store }: Writer, { kind, key }: Change<K>, use: Use) => {
  const loaded = await store.load(kind, key, use);
  if (loaded.status === 'absent') return refused({ code: 'notFound' });
  if (loaded.status === 'editedByHand') return refused({ code: 'store.edited-by-hand' });
  return accepted(loaded);
};

const replayIn = <K extends Kind>(change: Change<K>, document: Aggregates[K]) =>
  replayOf(stampsIn(change.kind, document), change.commandId, change.by, change.types, change.area);

/** What a command comes to that writes nothing: undefined where it has something to write. */
const withoutWrite = <T>(
  replay: ReturnType<typeof replayOf>,
  document: T,
  decided: Result<T>,
): Result<T> | undefined => {
  if (replay === 'done') return accepted(document);
  if (replay === 'reused') return refused({ code: 'command.reused' });
  return !decided.ok || decided.value === document ? decided : undefined;
};

const tryOnce = async <K extends Kind>(
  deps: Writer,
  change: Change<K>,
  use: Use,
): Promise<Result<Aggregates[K]> | 'stale'> => {
  const found = await loadFor(deps, change, use);
  if (!found.ok) return found;
  const { document, version, fromMemory } = found.value;
  const decided = change.decide(document);
  const done = withoutWrite(replayIn(change, document), document, decided);
  if (decided.ok && !done) return replaceWith(deps, change, decided.value, version);
  // What ends without a write is said of the record as it is, not as it was a moment ago.
  return done && !fromMemory ? done : tryOnce(deps, change, 'toShow');
};

/** The last write's answer may have been lost and somebody may have written since: then it is in the history. */
const givenUp = async <K extends Kind>(deps: Writer, change: Change<K>): Promise<Result<Aggregates[K]>> => {
  const found = await loadFor(deps, change, 'toShow');
  const done = found.ok && replayIn(change, found.value.document) === 'done';
  return done ? accepted(found.value.document) : refused({ code: 'store.conflict' });
};

const replaceWith = async <K extends Kind>(
  { store, notifier }: Writer,
  { kind, key }: Change<K>,
  document: Aggregates[K],
  expected: Version,
): Promise<Result<Aggregates[K]> | 'stale'> => {
  const replaced = await store.replace(kind, document, expected);
  if (replaced.status === 'stale') return 'stale';
  if (replaced.status === 'tooLarge') return refused({ code: 'store.too-large' });
  if (kind === 'reviews' || kind === 'categoryChanges') await announceSafely(notifier, { kind, key });
  return accepted(document);
};

/**
 * The write stands whether or not the fast path works: the timer announces what the queue did not take. Answers whether
 * it took it, so that who has many to announce need not wait for each in vain.
 */
export const announceSafely = async (notifier: Notifier, matter: Matter): Promise<boolean> => {
  try {
    await notifier.announce(matter);
    return true;
  } catch {
    // The notifier's adapter logs its own faults; the sweep makes good.
    return false;
  }
};

/** As `announceSafely`, for what is held for a person. */
export const deliverSafely = async (notifier: Notifier, person: PersonId): Promise<void> => {
  try {
    await notifier.deliver(person);
  } catch {
    // As above.
  }
};
