import type { AreaCode, PersonId } from '../../../shared/schema/ids';
import type { ReviewKey } from '../../../shared/schema/review';
import { draftKey } from '../../components/keptDrafts';
import { AreaDraft } from './areaDraft';

/** The part of `localStorage` that drafts need. */
export interface TextStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface DraftStore {
  readonly read: (area: AreaCode) => AreaDraft | undefined;
  /** False where it is kept only as long as the page. */
  readonly write: (area: AreaCode, draft: AreaDraft) => boolean;
  readonly remove: (area: AreaCode) => boolean;
}

const quietly = <T>(attempt: () => T, otherwise: T): T => {
  try {
    return attempt();
  } catch {
    return otherwise;
  }
};

const parseDraft = (text: string): AreaDraft | undefined => {
  const value: unknown = quietly((): unknown => JSON.parse(text), undefined);
  return AreaDraft.safeParse(value).data;
};

/**
 * Unsaved text of one person in one review, on this device only and only until it is saved. Where the browser keeps
 * nothing for us (storage blocked or full) the draft lives as long as the page.
 */
export const createDraftStore = (store: TextStore, person: PersonId, review: ReviewKey): DraftStore => {
  const memory = new Map<string, string>();
  const keyOf = (area: AreaCode): string => draftKey(person, review, area);
  return {
    read: (area) => {
      const key = keyOf(area);
      const text = memory.get(key) ?? quietly(() => store.getItem(key), null);
      return text === null ? undefined : parseDraft(text);
    },
    write: (area, draft) => {
      const key = keyOf(area);
      const text = JSON.stringify(draft);
      memory.set(key, text);
      return quietly(() => {
        store.setItem(key, text);
        return store.getItem(key) === text;
      }, false);
    },
    remove: (area) => {
      const key = keyOf(area);
      memory.delete(key);
      return quietly(() => {
        store.removeItem(key);
        return true;
      }, false);
    },
  };
};

const nothing: TextStore = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** This device's storage; in some browsers an app inside a frame may not even ask for it. */
export const deviceStore = (): TextStore => quietly(() => window.localStorage, nothing);
