import type { Kind } from '../../../shared/application/ports/store';
import type { ListItems } from './listItems';
import type { Believed } from './belief';
import { createEntries, entryOf } from './entries';
import type { Entries, Entry } from './entries';
import type { Pace } from './pace';
import type { Priority, Urgency } from './priority';
import { createRecentDocuments } from './recent';
import type { RecentDocuments } from './recent';

/** One list in memory: read once, then followed. Never older than `freshFor`, nor than this process's own writes. */
export interface Snapshot<K extends Kind> {
  /** Notes from where the list is to be followed, so that whoever reads it first need not wait for that. */
  begin(): Promise<void>;
  entries(priority: Priority): Promise<readonly Entry<K>[]>;
  /** As above, with every document compared with its check. */
  verifiedEntries(priority: Priority): Promise<readonly Entry<K>[]>;
  /** From memory as it is: an item never changes its id. */
  itemIdOf(key: string): string | undefined;
  /** A document that this process read or wrote within the last seconds and knows of nothing later. */
  recent(key: string): ReturnType<RecentDocuments<K>['of']>;
  /** What has just been read from the source, or written there by this process. */
  remember(item: Believed<K>, how: 'read' | 'written'): void;
  forget(itemId: string): void;
}

/** `anew`: with columns that were not known before, what did not fit may fit, so everything is compared again. */
type Reading = 'rows' | 'documents' | 'anew';

const unfit = <K extends Kind>(items: readonly Believed<K>[]): boolean => items.some(({ row }) => row === undefined);

/** One act at a time, however many ask; as urgent as the most urgent of them. */
const createSingle = <K extends Kind>(itemsAt: (urgency: Urgency) => ListItems<K>) => {
  let running: { readonly done: Promise<void>; raise(): void } | undefined;
  const begin = (act: (items: ListItems<K>) => Promise<void>) => {
    let priority: Priority = 'background';
    const done = act(itemsAt(() => priority)).finally(() => (running = undefined));
    return { done, raise: () => void (priority = 'person') };
  };
  return (priority: Priority, act: (items: ListItems<K>) => Promise<void>): Promise<void> => {
    running ??= begin(act);
    if (priority === 'person') running.raise();
    return running.done;
  };
};

/** Reads a list, then follows it; what was read goes into `entries`. */
const createFollower = <K extends Kind>(entries: Entries<K>) => {
  let link: string | undefined;
  let ahead: Promise<string> | undefined;

  /** Taken before the read: what changes in between is then seen twice rather than never. One taken ahead serves once. */
  const beginning = (items: ListItems<K>): Promise<string> => {
    const taken = ahead?.catch(() => items.latest());
    ahead = undefined;
    return taken ?? items.latest();
  };

  const readAll = async (items: ListItems<K>, how: Reading): Promise<void> => {
    const from = await beginning(items);
    const all = await items.all(how !== 'rows');
    entries.reset(all.map(entryOf), { anew: how === 'anew' });
    link = from;
    if (unfit(all) && (await items.learnColumns())) await readAll(items, 'anew');
  };

  const follow = async (items: ListItems<K>, from: string): Promise<void> => {
    const changes = await items.changesSince(from);
    if (changes.status === 'expired') return readAll(items, 'rows');
    entries.apply(changes.items.map(entryOf), changes.removed);
    if (unfit(changes.items) && (await items.learnColumns())) return readAll(items, 'anew');
    link = changes.link;
  };

  return {
    async begin(items: ListItems<K>): Promise<void> {
      if (link !== undefined) return;
      ahead ??= items.latest();
      await ahead;
    },
    readAll,
    catchUp: (items: ListItems<K>) => (link === undefined ? readAll(items, 'rows') : follow(items, link)),
  };
};

export const createSnapshot = <K extends Kind>(
  itemsAt: (urgency: Urgency) => ListItems<K>,
  pace: Pace,
  freshFor: number,
): Snapshot<K> => {
  const entries = createEntries<K>(pace);
  const recent = createRecentDocuments<K>(pace);
  const single = createSingle(itemsAt);
  const follower = createFollower(entries);
  let readAt = -Infinity;

  const refresh = async (items: ListItems<K>): Promise<void> => {
    const startedAt = pace.now();
    await follower.catchUp(items);
    readAt = startedAt;
  };

  const freshen = async (priority: Priority): Promise<void> => {
    if (pace.now() - readAt >= freshFor) await single(priority, refresh);
  };

  return {
    begin: () => follower.begin(itemsAt(() => 'person')),
    async entries(priority) {
      await freshen(priority);
      return entries.all();
    },
    async verifiedEntries(priority) {
      await freshen(priority);
      while (entries.all().some(({ documentRead }) => !documentRead)) {
        await single(priority, (items) => follower.readAll(items, 'documents'));
      }
      return entries.all();
    },
    itemIdOf: entries.itemIdOf,
    recent(key) {
      const itemId = entries.itemIdOf(key);
      const found = itemId === undefined ? undefined : recent.of(itemId);
      return found && found.version === entries.versionOf(itemId ?? '') ? found : undefined;
    },
    remember(item, how) {
      entries.remember(entryOf(item), how);
      recent.keep(item);
    },
    forget(itemId) {
      entries.forget(itemId);
      recent.forget(itemId);
    },
  };
};
