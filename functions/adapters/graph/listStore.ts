import { documentLimit } from '../../../shared/application/ports/store';
import type {
  Aggregates,
  Created,
  EditedItem,
  Everything,
  HandEdit,
  Kind,
  Loaded,
  PutBackOutcome,
  Replaced,
  Row,
  Use,
  Version,
} from '../../../shared/application/ports/store';
import { aggregates } from '../aggregates';
import { batchesAtOnce, partsPerBatch } from './batch';
import { handEditOf, sealed } from './belief';
import type { Believed, Sealed } from './belief';
import type { EditedItems } from './editedItems';
import type { ListItems } from './listItems';
import { lists } from './lists';
import type { NameBook } from './names';
import type { Pace } from './pace';
import { reaching } from './persistence';
import type { Priority } from './priority';
import { findFresh, readFresh } from './reading';
import type { Snapshot } from './snapshot';
import { createItem, createItems, replaceItem } from './writing';

/** The store's promises for one list: see `Store`. */
export interface ListStore<K extends Kind> {
  rows(): Promise<readonly Row<K>[]>;
  load(key: string, use?: Use): Promise<Loaded<K>>;
  create(document: Aggregates[K]): Promise<Created>;
  createAll(documents: readonly Aggregates[K][]): Promise<readonly Created[]>;
  replace(document: Aggregates[K], expected: Version): Promise<Replaced>;
  handEdits(): Promise<readonly HandEdit[]>;
  /** How many of those that are believed carry the seal of the key from before. */
  oldSeals(): Promise<number>;
  everything(): Promise<Everything<K>>;
  editedItem(itemId: string): Promise<EditedItem | undefined>;
  putBack(itemId: string, expected: Version): Promise<PutBackOutcome>;
  /** See `ListItems.lacking`. */
  lacking(columns: readonly string[]): Promise<readonly string[]>;
}

export interface ListStoreParts<K extends Kind> {
  readonly kind: K;
  readonly items: ListItems<K>;
  readonly snapshot: Snapshot<K>;
  readonly checkKey: string;
  readonly pace: Pace;
  readonly priority: Priority;
  /** What the columns for people call things. */
  readonly names: NameBook;
  readonly edited: EditedItems;
}

const loadedFrom = <K extends Kind>(kind: K, key: string, item: Believed<K> | undefined): Loaded<K> => {
  if (item === undefined) return { status: 'absent' };
  const { document, row, version } = item;
  if (document === undefined || row === undefined) return { status: 'editedByHand' };
  return aggregates[kind].keyOf(document) === key ? { status: 'found', document, version } : { status: 'editedByHand' };
};

const load = async <K extends Kind>(parts: ListStoreParts<K>, key: string, use: Use): Promise<Loaded<K>> => {
  const recent = use === 'toChange' ? parts.snapshot.recent(key) : undefined;
  if (recent) return { status: 'found', document: recent.document, version: recent.version, fromMemory: true };
  return loadedFrom(parts.kind, key, await findFresh(parts, key));
};

type Sealing<K extends Kind> = (document: Aggregates[K]) => Sealed<K>;

/** How documents are made ready: with the names that people know. */
const sealer = async <K extends Kind>(
  { kind, checkKey, names }: ListStoreParts<K>,
  documents: readonly Aggregates[K][],
): Promise<Sealing<K>> => {
  const book = await names.namesFor(documents.map((document) => lists[kind].mentioned(document)));
  return (document) => sealed(kind, checkKey, document, book);
};

/** Kinds whose records give names to what others speak of. */
const naming: readonly Kind[] = ['academies', 'settings', 'categoryChanges'];

/** One write of one document, unless it is too large; what it is called is looked up anew afterwards. */
const writeOne = async <K extends Kind, T>(
  parts: ListStoreParts<K>,
  document: Aggregates[K],
  write: (ours: Sealed<K>) => Promise<T>,
): Promise<T | { readonly status: 'tooLarge' }> => {
  const ours = (await sealer(parts, [document]))(document);
  if (ours.text.length > documentLimit) return { status: 'tooLarge' };
  try {
    return await write(ours);
  } finally {
    if (naming.includes(parts.kind)) parts.names.forget();
  }
};

const createSome = async <K extends Kind>(
  parts: ListStoreParts<K>,
  documents: readonly Aggregates[K][],
  sealing: Sealing<K>,
): Promise<readonly Created[]> => {
  const all = documents.map(sealing);
  const fitting = all.filter(({ text }) => text.length <= documentLimit);
  const created = (await createItems(parts, fitting))[Symbol.iterator]();
  return all.map(({ text }) => {
    const next = text.length <= documentLimit ? created.next() : undefined;
    return next === undefined || next.done ? { status: 'tooLarge' } : next.value;
  });
};

/** A batch is made ready while others are on their way. Every one is tried before a fault is thrown. */
const createAll = async <K extends Kind>(
  parts: ListStoreParts<K>,
  documents: readonly Aggregates[K][],
): Promise<readonly Created[]> => {
  const sealing = await sealer(parts, documents);
  const batches = Array.from({ length: Math.ceil(documents.length / partsPerBatch) }, (_, i) => i);
  const outcomes: PromiseSettledResult<readonly Created[]>[] = [];
  const work = batches[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const i of work) {
      const some = documents.slice(i * partsPerBatch, (i + 1) * partsPerBatch);
      [outcomes[i]] = await Promise.allSettled([createSome(parts, some, sealing)]);
    }
  };
  await Promise.all(Array.from({ length: batchesAtOnce }, worker));
  if (naming.includes(parts.kind)) parts.names.forget();
  return outcomes.flatMap((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  });
};

/** Read from the source; a misfit is judged again where the list has got new columns meanwhile. */
const everything = async <K extends Kind>({ kind, items }: ListStoreParts<K>): Promise<Everything<K>> => {
  let all = await items.all(true);
  if (all.some(({ row }) => row === undefined) && (await items.learnColumns())) all = await items.all(true);
  return {
    documents: all.flatMap(({ row, document }) => (row === undefined || document === undefined ? [] : [document])),
    editedByHand: all.flatMap((item) => (item.row === undefined ? [handEditOf(kind, item)] : [])),
  };
};

/** What stands there then is seen at once, also by those who read from memory. */
const putBack = async <K extends Kind>(
  parts: ListStoreParts<K>,
  itemId: string,
  expected: Version,
): Promise<PutBackOutcome> => {
  const outcome = await parts.edited.putBack(itemId, expected);
  if (outcome.status === 'asWritten') await readFresh(parts, itemId);
  return outcome;
};

export const createListStore = <K extends Kind>(parts: ListStoreParts<K>): ListStore<K> => {
  const { kind, snapshot, priority } = parts;
  return {
    rows: () =>
      reaching(async () =>
        (await snapshot.entries(priority)).flatMap(({ key, version, row }): Row<K>[] =>
          row === undefined ? [] : [{ key, version, row }],
        ),
      ),
    load: (key, use = 'toShow') => reaching(() => load(parts, key, use)),
    createAll: (documents) => reaching(() => createAll(parts, documents)),
    create: (document) => reaching(() => writeOne<K, Created>(parts, document, (ours) => createItem(parts, ours))),
    replace: (document, expected) =>
      reaching(() => writeOne<K, Replaced>(parts, document, (ours) => replaceItem(parts, ours, expected))),
    handEdits: () =>
      reaching(async () =>
        (await snapshot.verifiedEntries(priority)).flatMap((entry): HandEdit[] =>
          entry.row === undefined ? [handEditOf(kind, entry)] : [],
        ),
      ),
    oldSeals: () =>
      reaching(async () => (await snapshot.verifiedEntries(priority)).filter(({ seal }) => seal === 'before').length),
    everything: () => reaching(() => everything(parts)),
    editedItem: (itemId) => reaching(() => parts.edited.read(itemId)),
    putBack: (itemId, expected) => reaching(() => putBack(parts, itemId, expected)),
    lacking: (columns) => reaching(() => parts.items.lacking(columns)),
  };
};
