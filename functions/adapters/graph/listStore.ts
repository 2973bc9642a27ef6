import { StoreUnavailable } from '../../../shared/application/ports/store';
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
import { sealed, versionOf } from './belief';
import type { Believed, Item, Sealed } from './belief';
import { GraphFault } from './graphFault';
import type { ListItems } from './listItems';
import { keyColumn, openForColumn } from './lists';
import { backOff } from './pace';
import type { Pace } from './pace';
import type { Snapshot } from './snapshot';

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

const writeAttempts = 4;
/** Seconds to wait where Graph names none. */
const usualWait = 5;

/** The text, and not a code of its own, tells a taken unique value from other bad requests (facts 0.9). */
const saysTaken = (fault: GraphFault): boolean => fault.status === 400 && /unique constraints/i.test(fault.message);

const unavailable = (cause: GraphFault): StoreUnavailable =>
  new StoreUnavailable('SharePoint did not answer, or asked to wait.', Math.ceil(cause.retryAfter ?? usualWait), {
    cause,
  });

/** Turns what will pass into `StoreUnavailable`; everything else is a fault of ours and stays one. */
const reaching = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    throw error instanceof GraphFault && error.passing ? unavailable(error) : error;
  }
};

const graphFault = (error: unknown): GraphFault => {
  if (error instanceof GraphFault) return error;
  throw error;
};

/** Tries until an attempt answers; the last fault says why it gave up. */
const persistently = async <T>(
  pace: Pace,
  attempt: (attemptsBefore: number) => Promise<T | GraphFault>,
): Promise<T> => {
  for (let before = 0; ; before += 1) {
    const answer = await attempt(before);
    if (!(answer instanceof GraphFault)) return answer;
    if (before + 1 >= writeAttempts) throw unavailable(answer);
    await pace.sleep(backOff(pace, before + 1));
  }
};

export const createListStore = <K extends Kind>({
  kind,
  items,
  snapshot,
  checkKey,
  pace,
}: ListStoreParts<K>): ListStore<K> => {
  const { keyOf } = aggregates[kind];

  const one = async (itemId: string): Promise<Believed<K> | undefined> => {
    let item = await items.one(itemId);
    if (item !== undefined && item.row === undefined && (await items.learnColumns())) item = await items.one(itemId);
    if (item === undefined) snapshot.forget(itemId);
    else snapshot.remember(item, 'read');
    return item;
  };

  const find = async (key: string): Promise<Believed<K> | undefined> => {
    const known = snapshot.itemIdOf(key);
    const item = known === undefined ? undefined : await one(known);
    if (item !== undefined) return item;
    const found = await items.withValue(keyColumn, key);
    return found === undefined ? undefined : one(found);
  };

  const written = (item: Item, { key, row, check }: Sealed<K>): Version => {
    const version = versionOf(item);
    snapshot.remember({ itemId: item.id, key, version, row, check, documentRead: true }, 'written');
    return version;
  };

  const isOurs = (item: Believed<K>, { check }: Sealed<K>): boolean => item.row !== undefined && item.check === check;

  /** After a refused or unanswered create: is it there, is it ours? The fault comes back where nothing is there. */
  const settleCreate = async (
    fault: GraphFault,
    ours: Sealed<K>,
    attemptsBefore: number,
  ): Promise<Created | GraphFault> => {
    const there = await find(ours.key);
    if (there !== undefined) {
      const mayBeOurs = fault.outcomeUnknown || attemptsBefore > 0;
      return mayBeOurs && isOurs(there, ours) ? { status: 'created', version: there.version } : { status: 'exists' };
    }
    if (saysTaken(fault)) return { status: 'exists' };
    const openFor = ours.projection[openForColumn];
    if (openFor !== undefined && (await items.withValue(openForColumn, String(openFor))) !== undefined)
      return { status: 'exists' };
    if (fault.status === 400) throw fault;
    return fault;
  };

  /** After a refused or unanswered write: is what is there ours, somebody else's, or still what was expected? */
  const settleReplace = async (
    fault: GraphFault,
    ours: Sealed<K>,
    itemId: string,
    expected: Version,
  ): Promise<Replaced | GraphFault> => {
    if (saysTaken(fault) || fault.status === 404) return { status: 'stale' };
    const now = await one(itemId);
    if (now !== undefined && isOurs(now, ours)) return { status: 'replaced', version: now.version };
    return now?.version === expected && fault.status !== 412 ? fault : { status: 'stale' };
  };

  return {
    rows: () =>
      reaching(async () =>
        (await snapshot.entries()).flatMap(({ key, version, row }): Row<K>[] =>
          row === undefined ? [] : [{ key, version, row }],
        ),
      ),
    load: (key) =>
      reaching(async (): Promise<Loaded<K>> => {
        const item = await find(key);
        if (item === undefined) return { status: 'absent' };
        const { document, row, version } = item;
        const believed = document !== undefined && row !== undefined && keyOf(document) === key;
        return believed ? { status: 'found', document, version } : { status: 'editedByHand' };
      }),
    create: (document) =>
      reaching(async (): Promise<Created> => {
        const ours = sealed(kind, checkKey, document);
        if (ours.text.length > documentLimit) return { status: 'tooLarge' };
        return persistently(pace, async (attemptsBefore) => {
          try {
            return { status: 'created', version: written(await items.add(ours), ours) };
          } catch (error) {
            const fault = graphFault(error);
            if (!fault.outcomeUnknown && ![400, 409, 423].includes(fault.status)) throw fault;
            return settleCreate(fault, ours, attemptsBefore);
          }
        });
      }),
    replace: (document, expected) =>
      reaching(async (): Promise<Replaced> => {
        const ours = sealed(kind, checkKey, document);
        if (ours.text.length > documentLimit) return { status: 'tooLarge' };
        const itemId = snapshot.itemIdOf(ours.key) ?? (await items.withValue(keyColumn, ours.key));
        if (itemId === undefined) return { status: 'stale' };
        return persistently(pace, async () => {
          try {
            return { status: 'replaced', version: written(await items.change(itemId, ours, expected), ours) };
          } catch (error) {
            const fault = graphFault(error);
            const settled = fault.outcomeUnknown || saysTaken(fault) || [404, 409, 412, 423].includes(fault.status);
            if (!settled) throw fault;
            return settleReplace(fault, ours, itemId, expected);
          }
        });
      }),
    handEdits: () =>
      reaching(async () =>
        (await snapshot.verifiedEntries()).flatMap(({ key, row, editedAt }): HandEdit[] =>
          row === undefined ? [{ kind, key, ...(editedAt !== undefined && { editedAt }) }] : [],
        ),
      ),
  };
};
