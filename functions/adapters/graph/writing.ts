import type { Created, Kind, Replaced, Version } from '../../../shared/application/ports/store';
import { versionOf } from './belief';
import type { Believed, Item, Sealed } from './belief';
import { GraphFault } from './graphFault';
import { keyColumn, openForColumn } from './columns';
import type { Pace } from './pace';
import { persistently } from './persistence';
import { findFresh, readFresh } from './reading';
import type { Reading } from './reading';

interface Writing<K extends Kind> extends Reading<K> {
  readonly pace: Pace;
}

/** Statuses after which, besides lost answers, it is looked up what is there now. */
const settleable = { create: [400, 409, 423], replace: [404, 409, 412, 423] };

/** Any other refusal is a fault of ours. */
const throwUnless = (statuses: readonly number[], fault: GraphFault): void => {
  if (!fault.outcomeUnknown && !statuses.includes(fault.status)) throw fault;
};

const isOurs = <K extends Kind>(item: Believed<K>, { check }: Sealed<K>): boolean =>
  item.row !== undefined && item.check === check;

const remembered = <K extends Kind>({ snapshot }: Writing<K>, item: Item, ours: Sealed<K>): Version => {
  const { key, row, check, document } = ours;
  const version = versionOf(item);
  const seal = 'present';
  snapshot.remember({ itemId: item.id, key, version, row, check, seal, document, documentRead: true }, 'written');
  return version;
};

const openForTaken = async <K extends Kind>({ items }: Writing<K>, { projection }: Sealed<K>): Promise<boolean> => {
  const openFor = projection[openForColumn];
  return openFor !== undefined && (await items.withValue(openForColumn, String(openFor))) !== undefined;
};

/** A request that SharePoint finds bad will not be better the next time. */
const orThrowBadRequest = (fault: GraphFault): GraphFault => {
  if (fault.status === 400) throw fault;
  return fault;
};

/** After a refused or unanswered create: is it there, and is it ours? The fault again where nothing is there. */
const settleCreate = async <K extends Kind>(
  writing: Writing<K>,
  ours: Sealed<K>,
  fault: GraphFault,
  attemptsBefore: number,
): Promise<Created | GraphFault> => {
  throwUnless(settleable.create, fault);
  const there = await findFresh(writing, ours.key);
  if (there !== undefined) {
    const mayBeOurs = fault.outcomeUnknown || attemptsBefore > 0;
    return mayBeOurs && isOurs(there, ours) ? { status: 'created', version: there.version } : { status: 'exists' };
  }
  if (fault.saysTaken || (await openForTaken(writing, ours))) return { status: 'exists' };
  return orThrowBadRequest(fault);
};

const created = <K extends Kind>(writing: Writing<K>, item: Item, ours: Sealed<K>): Created => ({
  status: 'created',
  version: remembered(writing, item, ours),
});

/** One item, once: the unique key column refuses a second, so that a create may be sent again. */
const createAfter = <K extends Kind>(writing: Writing<K>, ours: Sealed<K>, fault?: GraphFault): Promise<Created> =>
  persistently<Created>(
    writing.pace,
    async (attemptsBefore) => {
      if (fault !== undefined && attemptsBefore === 0) throw fault;
      return created(writing, await writing.items.add(ours), ours);
    },
    (met, attemptsBefore) => settleCreate(writing, ours, met, attemptsBefore),
  );

export const createItem = <K extends Kind>(writing: Writing<K>, ours: Sealed<K>): Promise<Created> =>
  createAfter(writing, ours);

/**
 * Many at once, each in the first batch and, where that failed, settled and tried again by itself. Everything is tried
 * before the first fault that remains is thrown.
 */
export const createItems = async <K extends Kind>(
  writing: Writing<K>,
  all: readonly Sealed<K>[],
): Promise<readonly Created[]> => {
  const first = await writing.items.addAll(all);
  const settled = await Promise.allSettled(
    all.map(async (ours, i) => {
      const outcome = first[i];
      return outcome === undefined || outcome instanceof GraphFault
        ? createAfter(writing, ours, outcome)
        : created(writing, outcome, ours);
    }),
  );
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
};

/** After a refused or unanswered write: is what is there ours, somebody else's, or still what was expected? */
const settleReplace = async <K extends Kind>(
  writing: Writing<K>,
  ours: Sealed<K>,
  { itemId, expected }: { readonly itemId: string; readonly expected: Version },
  fault: GraphFault,
): Promise<Replaced | GraphFault> => {
  if (fault.saysTaken) return { status: 'stale' };
  throwUnless(settleable.replace, fault);
  const now = await readFresh(writing, itemId);
  if (now === undefined) return { status: 'stale' };
  if (isOurs(now, ours)) return { status: 'replaced', version: now.version };
  return now.version === expected && fault.status !== 412 ? fault : { status: 'stale' };
};

/** One conditional write of one item: `expected` travels as If-Match, so that it may be sent again. */
export const replaceItem = async <K extends Kind>(
  writing: Writing<K>,
  ours: Sealed<K>,
  expected: Version,
): Promise<Replaced> => {
  const itemId = writing.snapshot.itemIdOf(ours.key) ?? (await writing.items.withValue(keyColumn, ours.key));
  if (itemId === undefined) return { status: 'stale' };
  return persistently<Replaced>(
    writing.pace,
    async () => ({
      status: 'replaced',
      version: remembered(writing, await writing.items.change(itemId, ours, expected), ours),
    }),
    (fault) => settleReplace(writing, ours, { itemId, expected }, fault),
  );
};
