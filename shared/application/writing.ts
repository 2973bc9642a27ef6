import type { CommandId, PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { replayOf } from '../domain/replay';
import { accepted, refused, type Result } from '../domain/result';
import type { Notifier } from './ports/notifier';
import type { Aggregates, Store, Version } from './ports/store';

/** The aggregates with a history, which is where a command's second arrival is recognised. */
type Kind = 'reviews' | 'categoryChanges';

export interface Change<K extends Kind> {
  readonly kind: K;
  readonly key: string;
  readonly by: PersonId;
  readonly commandId: CommandId;
  /** The event types that this command may have written: how its second arrival is told from a reused id. */
  readonly types: readonly string[];
  /** The area that the command is about: the same id for another area is a reused one. */
  readonly area?: string;
  /** Pure: may be asked again with a newer document. */
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
export const changeOne = async <K extends Kind>(deps: Writer, change: Change<K>): Promise<Result<Aggregates[K]>> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const outcome = await tryOnce(deps, change);
    if (outcome !== 'stale') return outcome;
  }
  return refused({ code: 'store.conflict' });
};

const tryOnce = async <K extends Kind>(deps: Writer, change: Change<K>): Promise<Result<Aggregates[K]> | 'stale'> => {
  const loaded = await deps.store.load(change.kind, change.key);
  if (loaded.status === 'absent') return refused({ code: 'notFound' });
  if (loaded.status === 'editedByHand') return refused({ code: 'store.edited-by-hand' });
  const replay = replayOf(loaded.document.history, change.commandId, change.by, change.types, change.area);
  if (replay === 'done') return accepted(loaded.document);
  if (replay === 'reused') return refused({ code: 'command.reused' });
  const decided = change.decide(loaded.document);
  return decided.ok ? replaceWith(deps, change, decided.value, loaded.version) : decided;
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
  await announceSafely(notifier, { kind, key });
  return accepted(document);
};

/** The write stands whether or not the fast path works: the timer announces what the queue did not take. */
export const announceSafely = async (notifier: Notifier, matter: Matter): Promise<void> => {
  try {
    await notifier.announce(matter);
  } catch {
    // The notifier's adapter logs its own faults; the sweep makes good.
  }
};
