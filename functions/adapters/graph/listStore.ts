import type {
  Aggregates,
  Created,
  HandEdit,
  Kind,
  Loaded,
  Replaced,
  Row,
  Version,
} from '../../../shared/application/ports/store';
import { aggregates, documentLimit } from '../aggregates';
import { sealed } from './belief';
import type { Believed } from './belief';
import type { ListItems } from './listItems';
import type { Pace } from './pace';
import { reaching } from './persistence';
import { findFresh } from './reading';
import type { Snapshot } from './snapshot';
import { createItem, replaceItem } from './writing';

/** The store's promises for one list: see `Store`. */
export interface ListStore<K extends Kind> {
  rows(): Promise<readonly Row<K>[]>;
  load(key: string): Promise<Loaded<K>>;
  create(document: Aggregates[K]): Promise<Created>;
  replace(document: Aggregates[K], expected: Version): Promise<Replaced>;
  handEdits(): Promise<readonly HandEdit[]>;
}

export interface ListStoreParts<K extends Kind> {
  readonly kind: K;
  readonly items: ListItems<K>;
  readonly snapshot: Snapshot<K>;
  readonly checkKey: string;
  readonly pace: Pace;
}

const loadedFrom = <K extends Kind>(kind: K, key: string, item: Believed<K> | undefined): Loaded<K> => {
  if (item === undefined) return { status: 'absent' };
  const { document, row, version } = item;
  if (document === undefined || row === undefined) return { status: 'editedByHand' };
  return aggregates[kind].keyOf(document) === key ? { status: 'found', document, version } : { status: 'editedByHand' };
};

export const createListStore = <K extends Kind>(parts: ListStoreParts<K>): ListStore<K> => {
  const { kind, snapshot, checkKey } = parts;
  return {
    rows: () =>
      reaching(async () =>
        (await snapshot.entries()).flatMap(({ key, version, row }): Row<K>[] =>
          row === undefined ? [] : [{ key, version, row }],
        ),
      ),
    load: (key) => reaching(async () => loadedFrom(kind, key, await findFresh(parts, key))),
    create: (document) =>
      reaching(async () => {
        const ours = sealed(kind, checkKey, document);
        return ours.text.length > documentLimit ? { status: 'tooLarge' } : createItem(parts, ours);
      }),
    replace: (document, expected) =>
      reaching(async () => {
        const ours = sealed(kind, checkKey, document);
        return ours.text.length > documentLimit ? { status: 'tooLarge' } : replaceItem(parts, ours, expected);
      }),
    handEdits: () =>
      reaching(async () =>
        (await snapshot.verifiedEntries()).flatMap(({ key, row, editedAt }): HandEdit[] =>
          row === undefined ? [{ kind, key, ...(editedAt !== undefined && { editedAt }) }] : [],
        ),
      ),
  };
};
