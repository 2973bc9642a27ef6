import type { Kind, Version } from '../../../shared/application/ports/store';
import type { Believed } from './belief';
import type { Pace } from './pace';

/** What is kept of an item in memory: everything but its document. */
export type Entry<K extends Kind> = Omit<Believed<K>, 'document'>;

export const entryOf = <K extends Kind>({ document: _document, ...entry }: Believed<K>): Entry<K> => entry;

/** The items of one list by their ids, each in the latest state that was seen. */
export interface Entries<K extends Kind> {
  readonly all: () => readonly Entry<K>[];
  readonly itemIdOf: (key: string) => string | undefined;
  readonly versionOf: (itemId: string) => Version | undefined;
  /** A reading of the whole list; `anew` where what was thought of the items before no longer counts. */
  readonly reset: (entries: readonly Entry<K>[], how: { readonly anew: boolean }) => void;
  /** What a delta told. */
  readonly apply: (changed: readonly Entry<K>[], removed: readonly string[]) => void;
  readonly remember: (entry: Entry<K>, how: 'read' | 'written') => void;
  readonly forget: (itemId: string) => void;
}

/** A list query may lag behind a write (facts 9.8): for so long, what was written here stands against it. */
const ownWriteStands = 60_000;

/** The number in an ETag `"<guid>,<n>"`, which rises with every change. */
const revisionOf = (version: Version): number => Number(/,(\d+)"?$/.exec(version)?.[1] ?? 0);

/** The later state; of the same state the one whose document was compared with its check. */
const laterOf = <K extends Kind>(before: Entry<K> | undefined, entry: Entry<K>): Entry<K> => {
  if (before === undefined) return entry;
  const [then, now] = [revisionOf(before.version), revisionOf(entry.version)];
  if (then !== now) return then > now ? before : entry;
  return before.documentRead && !entry.documentRead && before.version === entry.version ? before : entry;
};

export const createEntries = <K extends Kind>(pace: Pace): Entries<K> => {
  let entries = new Map<string, Entry<K>>();
  /** By key; an item whose key was changed since is still named here, so an id is looked up before it is believed. */
  let ids = new Map<string, string>();
  const written = new Map<string, { readonly entry: Entry<K>; readonly at: number }>();

  const putWritten = (into: Map<string, Entry<K>>): void => {
    for (const [itemId, { entry, at }] of written) {
      if (pace.now() - at > ownWriteStands) written.delete(itemId);
      else into.set(itemId, laterOf(entry, into.get(itemId) ?? entry));
    }
  };
  const put = (entry: Entry<K>): void => {
    const latest = laterOf(entries.get(entry.itemId), entry);
    entries.set(entry.itemId, latest);
    ids.set(latest.key, latest.itemId);
  };
  const idsOf = (all: Iterable<Entry<K>>): Map<string, string> =>
    new Map([...all].map((each) => [each.key, each.itemId]));
  const forget = (itemId: string): void => {
    entries.delete(itemId);
    written.delete(itemId);
  };

  return {
    all: () => [...entries.values()],
    itemIdOf(key) {
      const id = ids.get(key);
      return id !== undefined && entries.get(id)?.key === key ? id : undefined;
    },
    versionOf: (itemId) => entries.get(itemId)?.version,
    reset(read, { anew }) {
      const before = anew ? new Map<string, Entry<K>>() : entries;
      const fresh = new Map(read.map((entry) => [entry.itemId, laterOf(before.get(entry.itemId), entry)]));
      putWritten(fresh);
      entries = fresh;
      ids = idsOf(fresh.values());
    },
    apply(changed, removed) {
      removed.forEach(forget);
      changed.forEach(put);
      putWritten(entries);
    },
    remember(entry, how) {
      put(entry);
      if (how === 'written') written.set(entry.itemId, { entry, at: pace.now() });
    },
    forget,
  };
};
