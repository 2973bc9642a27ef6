import { aggregates, kinds } from '../../functions/adapters/aggregates';
import { openForOf } from '../../shared/domain/keys';
import { documentLimit, StoreUnavailable } from '../../shared/application/ports/store';
import type { AreaCode } from '../../shared/schema/ids';
import type { Aggregates, Created, HandEdit, Kind, Row, Store, Version } from '../../shared/application/ports/store';

export type StoreOperation = 'rows' | 'load' | 'create' | 'replace';

/**
 * `unavailable`: nothing happened and the store throws. `unavailableAfterWrite`: the write happened and the store
 * throws all the same. `stale`: somebody else writes the item first, so its version moves on.
 */
export type StoreFault = 'unavailable' | 'unavailableAfterWrite' | 'stale';

export interface FakeStore extends Store {
  /** Somebody changes the item's title outside the app: it is no longer believed. */
  handEdit(kind: Kind, key: string): void;
  /** The app's key becomes another one: nothing that is there fits it any more. */
  changeKey(): void;
  /** No version that the app wrote is kept of any item. */
  loseVersions(): void;
  /** The next call of `operation` meets this fault; called twice, the next two do. */
  failNext(operation: StoreOperation, fault: StoreFault): void;
  /** Runs once just before the next call of `operation` reads or writes: another person acting in between. */
  beforeNext(operation: StoreOperation, act: () => Promise<void>): void;
  /** These areas have no column from now on. */
  lackColumns(areas: readonly AreaCode[]): void;
  /** How often each operation was called since the store was made. */
  readonly calls: Readonly<Record<StoreOperation, number>>;
}

interface Item {
  readonly document: string;
  readonly version: Version;
  readonly openFor?: string;
  readonly editedByHand: boolean;
  readonly otherKey?: true;
}

interface Memory {
  readonly items: Record<Kind, Map<string, Item>>;
  nextVersion(): Version;
}

const createMemory = (): Memory => {
  let count = 0;
  return {
    items: {
      academies: new Map(),
      people: new Map(),
      reviews: new Map(),
      categoryChanges: new Map(),
      settings: new Map(),
    },
    nextVersion: () => `"fake,${++count}"` as Version,
  };
};

/** Written and read as text, so that what a test keeps a hold of is never what the store keeps. */
const itemOf = <K extends Kind>(kind: K, document: Aggregates[K], version: Version): Item => {
  const checked = aggregates[kind].schema.parse(document);
  return {
    document: JSON.stringify(checked),
    version,
    editedByHand: false,
    ...('proposedAt' in checked && { openFor: openForOf(checked) }),
  };
};

const documentOf = <K extends Kind>(kind: K, item: Item): Aggregates[K] =>
  aggregates[kind].schema.parse(JSON.parse(item.document));

const uniqueTaken = (items: Map<string, Item>, key: string, item: Item): boolean =>
  [...items].some(([other, { openFor }]) => other !== key && openFor !== undefined && openFor === item.openFor);

const faultsOf = (memory: Memory) => {
  const faults: Record<StoreOperation, StoreFault[]> = { rows: [], load: [], create: [], replace: [] };
  const acts: Record<StoreOperation, (() => Promise<void>)[]> = { rows: [], load: [], create: [], replace: [] };
  const calls: Record<StoreOperation, number> = { rows: 0, load: 0, create: 0, replace: 0 };
  const moveOn = (kind: Kind, key: string): void => {
    const item = memory.items[kind].get(key);
    if (item) memory.items[kind].set(key, { ...item, version: memory.nextVersion() });
  };
  /** Counts the call, lets others act, and answers the fault that is left to happen after a write. */
  const enter = async (operation: StoreOperation, kind: Kind, key: string): Promise<() => void> => {
    calls[operation] += 1;
    await acts[operation].shift()?.();
    const fault = faults[operation].shift();
    if (fault === 'unavailable') throw new StoreUnavailable('The store did not answer.', 1);
    if (fault === 'stale') moveOn(kind, key);
    return () => {
      if (fault === 'unavailableAfterWrite') throw new StoreUnavailable('The store did not answer.', 1);
    };
  };
  return { faults, acts, calls, enter };
};

/** What `handEdit` does. */
const titleEdited = { column: 'Title', written: 'As written', found: 'Changed in SharePoint' };

const editedIn = (items: Memory['items'], kind: Kind): HandEdit[] =>
  [...items[kind]].flatMap(([key, item], i) =>
    item.editedByHand ? [{ kind, id: String(i + 1), key, ...(item.otherKey && { otherKey: item.otherKey }) }] : [],
  );

/** A store in memory that keeps the same promises as the one on SharePoint: see `test/contract/store.ts`. */
export const createFakeStore = (): FakeStore => {
  const memory = createMemory();
  const { faults, acts, calls, enter } = faultsOf(memory);
  const { items } = memory;
  const lacking = new Set<AreaCode>();
  let versionsLost = false;
  let handEdits = 0;
  const create: Store['create'] = async (kind, document) => {
    const key = aggregates[kind].keyOf(document);
    const leave = await enter('create', kind, key);
    const item = itemOf(kind, document, memory.nextVersion());
    if (item.document.length > documentLimit) return { status: 'tooLarge' };
    if (items[kind].has(key) || uniqueTaken(items[kind], key, item)) return { status: 'exists' };
    items[kind].set(key, item);
    leave();
    return { status: 'created', version: item.version };
  };
  return {
    calls,
    async rows<K extends Kind>(kind: K) {
      await enter('rows', kind, '');
      return [...items[kind]].flatMap(([key, item]): Row<K>[] =>
        item.editedByHand ? [] : [{ key, version: item.version, row: aggregates[kind].rowOf(documentOf(kind, item)) }],
      );
    },
    async load(kind, key) {
      await enter('load', kind, key);
      const item = items[kind].get(key);
      if (!item) return { status: 'absent' };
      if (item.editedByHand) return { status: 'editedByHand' };
      return { status: 'found', document: documentOf(kind, item), version: item.version };
    },
    create,
    /** One after another, so that a fault meets one of them; the rest is done all the same. */
    async createAll(kind, documents) {
      const settled: PromiseSettledResult<Created>[] = [];
      for (const document of documents) settled.push(...(await Promise.allSettled([create(kind, document)])));
      return settled.map((one) => {
        if (one.status === 'rejected') throw one.reason;
        return one.value;
      });
    },
    /** As if each ran in a process of its own. */
    inTurn: (_kind, _key, act) => act(),
    async replace(kind, document, expected) {
      const key = aggregates[kind].keyOf(document);
      const leave = await enter('replace', kind, key);
      const item = itemOf(kind, document, memory.nextVersion());
      if (item.document.length > documentLimit) return { status: 'tooLarge' };
      if (items[kind].get(key)?.version !== expected || uniqueTaken(items[kind], key, item)) return { status: 'stale' };
      items[kind].set(key, item);
      leave();
      return { status: 'replaced', version: item.version };
    },
    async handEdits(of) {
      return (of === undefined ? kinds : [of]).flatMap((kind) => editedIn(items, kind));
    },
    everything: async (kind) => ({
      documents: [...items[kind].values()].flatMap((item) => (item.editedByHand ? [] : [documentOf(kind, item)])),
      editedByHand: editedIn(items, kind),
    }),
    areasWithoutColumn: async (areas) => areas.filter((area) => lacking.has(area)),
    lackColumns: (areas) => void areas.forEach((area) => lacking.add(area)),
    async editedItem(kind, id) {
      const edit = editedIn(items, kind).find((each) => each.id === id);
      const item = edit && items[kind].get(edit.key);
      if (!edit || !item) return undefined;
      const both = { writtenAt: '2026-11-20T08:00:00Z', differences: [titleEdited] };
      return { ...edit, version: item.version, ...(versionsLost ? { differences: [] } : both) };
    },
    async putBack(kind, id, expected) {
      const [key, item] = [...items[kind]][Number(id) - 1] ?? [];
      if (key === undefined || !item) return { status: 'absent' };
      if (!item.editedByHand) return { status: 'asWritten', key };
      if (item.version !== expected) return { status: 'stale' };
      if (versionsLost) return { status: 'notKept' };
      if (uniqueTaken(items[kind], key, item)) return { status: 'taken' };
      items[kind].set(key, { ...item, version: memory.nextVersion(), editedByHand: false });
      return { status: 'asWritten', key };
    },
    loseVersions: () => void (versionsLost = true),
    handEdit(kind, key) {
      const item = items[kind].get(key);
      if (!item) throw new Error(`There is no ${kind} item ${key} to edit.`);
      handEdits += 1;
      items[kind].set(key, { ...item, version: `"edited,${handEdits}"` as Version, editedByHand: true });
    },
    changeKey() {
      for (const kind of kinds)
        for (const [key, item] of items[kind]) items[kind].set(key, { ...item, editedByHand: true, otherKey: true });
    },
    failNext: (operation, fault) => void faults[operation].push(fault),
    beforeNext: (operation, act) => void acts[operation].push(act),
  };
};
