import type { FeedEvent } from './shapes';

type Listener = (event: FeedEvent) => void;

/** Tells the open pages of a person, or of everybody, what has just happened. */
export const createFeed = () => {
  const listeners = new Map<string, Set<Listener>>();
  return {
    subscribe(person: string, listener: Listener): () => void {
      const set = listeners.get(person) ?? new Set();
      listeners.set(person, set.add(listener));
      return () => void set.delete(listener);
    },
    tell(person: string, event: FeedEvent): void {
      for (const listener of listeners.get(person) ?? []) listener(event);
    },
    tellEverybody(event: FeedEvent): void {
      for (const set of listeners.values()) for (const listener of set) listener(event);
    },
  };
};
export type Feed = ReturnType<typeof createFeed>;
