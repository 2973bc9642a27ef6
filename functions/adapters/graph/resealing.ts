import type { HandEdit, Kind } from '../../../shared/application/ports/store';
import type { CheckKeys } from '../../checkKeys';
import { batchesAtOnce, partsPerBatch } from './batch';
import type { Patch } from './batch';
import { Item, factsOf, handEditOf } from './belief';
import type { Asked, Facts } from './belief';
import type { GraphClient } from './client';
import { checkColumn } from './columns';
import { sealedAnew } from './document';
import { GraphFault } from './graphFault';
import { itemAddress, pageAddress, wholeItemAddress } from './itemAddresses';
import type { ListPlace } from './listItems';
import { readPages } from './listPages';
import { backOff } from './pace';
import type { Pace } from './pace';
import { reaching } from './persistence';

/** What stands in one list by its seals, and what was done about it. */
export interface Resealed {
  readonly kind: Kind;
  /** They carry the present seal without this run, also those that others wrote while it ran. */
  readonly current: number;
  /** They carried the seal from before; sealed anew, unless it was only asked what would be done. */
  readonly resealed: number;
  /** Neither key believes them: left as they are. */
  readonly unbelieved: readonly HandEdit[];
}

export interface ResealOptions {
  /** Counts, and writes nothing. */
  readonly dryRun?: boolean;
  /** Told how many more were sealed. */
  readonly report?: (resealed: number) => void;
}

export interface ResealingParts extends ListPlace {
  readonly kind: Kind;
  readonly client: GraphClient;
  readonly keys: CheckKeys;
  readonly pace: Pace;
}

/** An item by its seal, without what it says: a whole list of them is held in memory. */
type Found = Facts & { readonly seal?: Facts['seal']; readonly anew?: string };
type Old = Found & { readonly anew: string };
const isOld = (found: Found): found is Old => found.anew !== undefined;

type Outcome = 'resealed' | 'current' | 'gone' | HandEdit;

const attempts = 4;
/** So many at a time: what is done is told, and a run that breaks off has little to look at again. */
const together = partsPerBatch * batchesAtOnce;
/** Statuses after which, besides lost answers, it is looked up what is there now. */
const settleable = [404, 409, 412, 423];

const judge = ({ kind, keys }: ResealingParts, item: Item, asked: Asked): Found => {
  const { facts, read } = factsOf(kind, keys, item, asked);
  if (facts.seal !== 'before' || read.check === undefined) return facts;
  return { ...facts, anew: sealedAnew(keys.checkKey, kind, read.projection, read.check) };
};

/** As in the order of the check, which saves the sorting of thousands. */
const askedFor = async ({ columns }: ResealingParts): Promise<Asked> => ({
  columns: [...(await columns.names())].sort(),
  withDocument: true,
});

const readAll = async (parts: ResealingParts): Promise<readonly Found[]> => {
  const asked = await askedFor(parts);
  const first = pageAddress(await parts.path(), asked.columns, true);
  return (await readPages(parts.client, first, (item) => judge(parts, item, asked))).items;
};

/** A misfit is judged again where the list has got new columns meanwhile. */
const readSeals = async (parts: ResealingParts): Promise<readonly Found[]> => {
  const all = await readAll(parts);
  return all.some(({ seal }) => seal === undefined) && (await parts.columns.learn()) ? readAll(parts) : all;
};

const readOne = async (parts: ResealingParts, itemId: string): Promise<Found | undefined> => {
  const asked = await askedFor(parts);
  try {
    const item = await parts.client.get(wholeItemAddress(await parts.path(), itemId, asked.columns), Item);
    return judge(parts, item, asked);
  } catch (error) {
    if (error instanceof GraphFault && error.status === 404) return undefined;
    throw error;
  }
};

/** The check and nothing else: whatever the record says is neither read anew nor written. */
const patchOf = (list: string, { itemId, version, anew }: Old): Patch => ({
  path: itemAddress(list, itemId),
  body: { fields: { [checkColumn.name]: anew } },
  ifMatch: version,
});

/** What stands there now, where that is the end of it; otherwise the item to be sealed once more. */
const standing = async (parts: ResealingParts, old: Old): Promise<Outcome | Old> => {
  const now = await readOne(parts, old.itemId);
  if (now === undefined) return 'gone';
  if (isOld(now)) return now;
  if (now.seal === undefined) return handEditOf(parts.kind, now);
  // Ours, where only the answer was lost; otherwise whoever wrote meanwhile has sealed it.
  return now.check === old.anew ? 'resealed' : 'current';
};

/** After a refused or unanswered write: settled, and tried again where the old seal is still there. */
const settle = async (parts: ResealingParts, old: Old, fault: GraphFault, tried = 1): Promise<Outcome> => {
  if (!fault.outcomeUnknown && !settleable.includes(fault.status)) throw fault;
  const now = await standing(parts, old);
  if (typeof now === 'string' || !('anew' in now)) return now;
  if (tried >= attempts) throw fault;
  await parts.pace.sleep(backOff(parts.pace, tried));
  const [outcome] = await parts.client.patchAll([patchOf(await parts.path(), now)], Item);
  return outcome instanceof GraphFault ? settle(parts, now, outcome, tried + 1) : 'resealed';
};

/** Each in its own conditional write; every one is tried before a fault is thrown. */
const sealSome = async (parts: ResealingParts, some: readonly Old[]): Promise<readonly Outcome[]> => {
  const list = await parts.path();
  const first = await parts.client.patchAll(
    some.map((old) => patchOf(list, old)),
    Item,
  );
  const settled = await Promise.allSettled(
    some.map(async (old, i): Promise<Outcome> => {
      const outcome = first[i];
      return outcome instanceof GraphFault ? settle(parts, old, outcome) : 'resealed';
    }),
  );
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
};

const sealAll = async (
  parts: ResealingParts,
  all: readonly Old[],
  report: (resealed: number) => void,
): Promise<readonly Outcome[]> => {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < all.length; at += together) {
    const some = await sealSome(parts, all.slice(at, at + together));
    outcomes.push(...some);
    report(some.filter((outcome) => outcome === 'resealed').length);
  }
  return outcomes;
};

const reseal = async (
  parts: ResealingParts,
  { dryRun, report = () => undefined }: ResealOptions,
): Promise<Resealed> => {
  const found = await readSeals(parts);
  const old = found.filter(isOld);
  const outcomes = dryRun ? old.map((): Outcome => 'resealed') : await sealAll(parts, old, report);
  const countOf = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
  return {
    kind: parts.kind,
    current: found.filter(({ seal }) => seal === 'present').length + countOf('current'),
    resealed: countOf('resealed'),
    unbelieved: [
      ...found.flatMap((each) => (each.seal === undefined ? [handEditOf(parts.kind, each)] : [])),
      ...outcomes.filter((outcome) => typeof outcome !== 'string'),
    ],
  };
};

/**
 * Seals the records of one list with the present key where they carry the seal of the one from before. May break off
 * anywhere and be run again; what somebody else writes meanwhile is sealed by them. Throws as the store does.
 */
export const createResealing =
  (parts: ResealingParts) =>
  (options: ResealOptions = {}): Promise<Resealed> =>
    reaching(() => reseal(parts, options));
