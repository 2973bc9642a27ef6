import type { Aggregates, Kind, Version } from '../../../shared/application/ports/store';
import type { Believed } from './belief';
import type { Pace } from './pace';

/** Milliseconds for which a document that was read from the source, or written there, may be decided on. */
const stands = 5_000;

interface Recent<K extends Kind> {
  readonly document: Aggregates[K];
  readonly version: Version;
}

/** Documents that have just passed through this process, for the write that is about to follow. */
export interface RecentDocuments<K extends Kind> {
  readonly of: (itemId: string) => Recent<K> | undefined;
  /** An item without a document, as one edited by hand, drives the earlier one out. */
  readonly keep: (item: Believed<K>) => void;
  readonly forget: (itemId: string) => void;
}

export const createRecentDocuments = <K extends Kind>(pace: Pace): RecentDocuments<K> => {
  /** Oldest first. */
  const kept = new Map<string, Recent<K> & { readonly until: number }>();
  const letGo = (): void => {
    for (const [itemId, { until }] of kept) {
      if (until > pace.now()) return;
      kept.delete(itemId);
    }
  };
  return {
    of(itemId) {
      letGo();
      return kept.get(itemId);
    },
    keep({ itemId, document, version }) {
      letGo();
      kept.delete(itemId);
      if (document !== undefined) kept.set(itemId, { document, version, until: pace.now() + stands });
    },
    forget: (itemId) => void kept.delete(itemId),
  };
};
