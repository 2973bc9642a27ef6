import type { Kind, Version } from '../../../shared/application/ports/store';
import type { Believed } from './belief';
import type { ListItems } from './listItems';
import type { Pace } from './pace';

/** What is kept of an item in memory: everything but its document. */
export type Entry<K extends Kind> = Omit<Believed<K>, 'document'>;

/** One list in memory: read once, then followed. Never older than `freshFor`, nor than this process's own writes. */
export interface Snapshot<K extends Kind> {
  entries(): Promise<readonly Entry<K>[]>;
  /** As above, with every document compared with its check. */
  verifiedEntries(): Promise<readonly Entry<K>[]>;
  /** From memory as it is: an item never changes its id. */
  itemIdOf(key: string): string | undefined;
  /** What has just been read from the source, or written there by this process. */
  remember(item: Believed<K>, how: 'read' | 'written'): void;
  forget(itemId: string): void;
}

/** A list query may lag behind a write (facts 9.8): for so long, what was written here stands against it. */
const ownWriteStands = 60_000;

/** The number in an ETag `"<guid>,<n>"`, which rises with every change. */
const revisionOf = (version: Version): number => Number(/,(\d+)"?$/.exec(version)?.[1] ?? 0);

const entryOf = <K extends Kind>({ document: _document, ...entry }: Believed<K>): Entry<K> => entry;

export const createSnapshot = <K extends Kind>(items: ListItems<K>, pace: Pace, freshFor: number): Snapshot<K> => {
  let entries = new Map<string, Entry<K>>();
  let link: string | undefined;
  let readAt = -Infinity;
  let refreshing: Promise<void> | undefined;
  const own = new Map<string, { readonly entry: Entry<K>; readonly at: number }>();

  /** Puts an item in unless a later state of it is there; a compared document stays compared while nothing changed. */
  const put = (into: Map<string, Entry<K>>, entry: Entry<K>, before: Entry<K> | undefined): void => {
    const keep =
      before !== undefined &&
      (revisionOf(before.version) > revisionOf(entry.version) ||
        (before.version === entry.version && before.documentRead && !entry.documentRead));
    into.set(entry.itemId, keep ? before : entry);
  };

  const putOwn = (into: Map<string, Entry<K>>): void => {
    for (const [itemId, { entry, at }] of own) {
      if (pace.now() - at > ownWriteStands) own.delete(itemId);
      else put(into, into.get(itemId) ?? entry, entry);
    }
  };

  const readAll = async (withDocument: boolean): Promise<void> => {
    // The link is taken first: what changes during the read is then seen twice rather than never.
    const from = await items.latest();
    let all = await items.all(withDocument);
    if (all.some(({ row }) => row === undefined) && (await items.learnColumns())) all = await items.all(withDocument);
    const fresh = new Map<string, Entry<K>>();
    for (const item of all) put(fresh, entryOf(item), entries.get(item.itemId));
    putOwn(fresh);
    entries = fresh;
    link = from;
  };

  const follow = async (from: string): Promise<'followed' | 'readAgain'> => {
    const changes = await items.changesSince(from);
    if (changes.status === 'expired') return 'readAgain';
    for (const itemId of changes.removed) forget(itemId);
    for (const item of changes.items) put(entries, entryOf(item), entries.get(item.itemId));
    putOwn(entries);
    link = changes.link;
    const unfit = changes.items.some(({ row }) => row === undefined);
    return unfit && (await items.learnColumns()) ? 'readAgain' : 'followed';
  };

  const refresh = async (): Promise<void> => {
    const startedAt = pace.now();
    if (link === undefined || (await follow(link)) === 'readAgain') await readAll(false);
    readAt = startedAt;
  };

  /** One at a time, however many ask. */
  const single = (act: () => Promise<void>): Promise<void> => {
    refreshing ??= act().finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  };

  const freshen = async (): Promise<void> => {
    if (pace.now() - readAt >= freshFor) await single(refresh);
  };

  const forget = (itemId: string): void => {
    entries.delete(itemId);
    own.delete(itemId);
  };

  return {
    async entries() {
      await freshen();
      return [...entries.values()];
    },
    async verifiedEntries() {
      await freshen();
      while ([...entries.values()].some(({ documentRead }) => !documentRead)) {
        await (refreshing ?? single(() => readAll(true)));
      }
      return [...entries.values()];
    },
    itemIdOf: (key) => [...entries.values()].find((entry) => entry.key === key)?.itemId,
    remember(item, how) {
      const entry = entryOf(item);
      put(entries, entry, entries.get(entry.itemId));
      if (how === 'written') own.set(entry.itemId, { entry, at: pace.now() });
    },
    forget,
  };
};
