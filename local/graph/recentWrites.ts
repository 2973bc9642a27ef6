import type { StoredItem } from './storedItem';

interface Write {
  readonly listId: string;
  readonly itemId: number;
  /** What the item was before; nothing when it was made. */
  readonly before: StoredItem | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * Remembers what items were before their last writes, so that a reading can lag behind them. Kept in memory: nothing
 * lags after a restart.
 */
export interface RecentWrites {
  note(write: Omit<Write, 'at'>): void;
  /** The items of a list as they were `lagMs` ago; nothing when they have not changed since. */
  asBefore(listId: string, items: () => readonly StoredItem[], lagMs: number): StoredItem[] | undefined;
  forget(): void;
}

export const createRecentWrites = (): RecentWrites => {
  let writes: Write[] = [];
  return {
    note: (write) => void writes.push({ ...write, at: Date.now() }),
    asBefore: (listId, items, lagMs) => {
      const young = writes.filter((write) => write.listId === listId && write.at > Date.now() - lagMs);
      if (young.length === 0) return undefined;
      const seen = new Map(items().map((item) => [item.id, item]));
      // Backwards, so that the oldest of several writes has the last word.
      for (const { itemId, before } of young.reverse()) {
        if (before) seen.set(itemId, before);
        else seen.delete(itemId);
      }
      return [...seen.values()].sort((a, b) => a.id - b.id);
    },
    forget: () => {
      writes = [];
    },
  };
};
