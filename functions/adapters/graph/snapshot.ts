import type { Kind } from '../../../shared/application/ports/store';
import type { ListItems } from './listItems';
import type { Believed } from './belief';
import { createEntries, entryOf } from './entries';
import type { Entry } from './entries';
import type { Pace } from './pace';

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

/** `anew`: with columns that were not known before, what did not fit may fit, so everything is compared again. */
type Reading = 'rows' | 'documents' | 'anew';

const unfit = <K extends Kind>(items: readonly Believed<K>[]): boolean => items.some(({ row }) => row === undefined);

export const createSnapshot = <K extends Kind>(items: ListItems<K>, pace: Pace, freshFor: number): Snapshot<K> => {
  const entries = createEntries<K>(pace);
  let link: string | undefined;
  let readAt = -Infinity;
  let refreshing: Promise<void> | undefined;

  const readAll = async (how: Reading): Promise<void> => {
    // The link is taken first: what changes during the read is then seen twice rather than never.
    const from = await items.latest();
    const all = await items.all(how !== 'rows');
    entries.reset(all.map(entryOf), { anew: how === 'anew' });
    link = from;
    if (unfit(all) && (await items.learnColumns())) await readAll('anew');
  };

  const follow = async (from: string): Promise<void> => {
    const changes = await items.changesSince(from);
    if (changes.status === 'expired') return readAll('rows');
    entries.apply(changes.items.map(entryOf), changes.removed);
    if (unfit(changes.items) && (await items.learnColumns())) return readAll('anew');
    link = changes.link;
  };

  const refresh = async (): Promise<void> => {
    const startedAt = pace.now();
    await (link === undefined ? readAll('rows') : follow(link));
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

  return {
    async entries() {
      await freshen();
      return entries.all();
    },
    async verifiedEntries() {
      await freshen();
      while (entries.all().some(({ documentRead }) => !documentRead)) {
        await (refreshing ?? single(() => readAll('documents')));
      }
      return entries.all();
    },
    itemIdOf: entries.itemIdOf,
    remember: (item, how) => entries.remember(entryOf(item), how),
    forget: entries.forget,
  };
};
