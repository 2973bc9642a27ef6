import { StoreOutOfReach, type Kind } from '../../../shared/application/ports/store';
import type { CheckKeys } from '../../checkKeys';
import { Item, believe } from './belief';
import type { Believed, Sealed } from './belief';
import type { Post } from './batch';
import type { GraphClient } from './client';
import { GraphFault } from './graphFault';
import { expand, itemAddress, pageAddress, wholeItemAddress } from './itemAddresses';
import { createListColumns } from './listColumns';
import type { ListColumns } from './listColumns';
import { readDelta, readPages } from './listPages';
import { checkColumn, documentColumn } from './columns';
import { lists } from './lists';
import type { Site } from './site';

/** What happened to a list since a link was made, and the link from here on. */
export type Changes<K extends Kind> =
  | {
      readonly status: 'changed';
      readonly items: readonly Believed<K>[];
      readonly removed: readonly string[];
      readonly link: string;
    }
  /** The link is too old, or too much happened: read the list again. */
  | { readonly status: 'expired' };

/** One list over Graph: every item comes back judged. Throws `GraphFault`. */
export interface ListItems<K extends Kind> {
  all(withDocument: boolean): Promise<readonly Believed<K>[]>;
  /** Fresh from the source, with its document; undefined where it is gone. */
  one(itemId: string): Promise<Believed<K> | undefined>;
  /** The id of the item with this value in an indexed unique column. */
  withValue(column: string, value: string): Promise<string | undefined>;
  /** A link from which changes after this moment can be read. */
  latest(): Promise<string>;
  changesSince(link: string): Promise<Changes<K>>;
  add(sealed: Sealed<K>): Promise<Item>;
  /** Many in few requests, each with an outcome of its own, in the order given. */
  addAll(sealed: readonly Sealed<K>[]): Promise<readonly (Item | GraphFault)[]>;
  change(itemId: string, sealed: Sealed<K>, ifMatch: string): Promise<Item>;
  /** Those of the columns that the list does not have, also not since they were last asked for. */
  lacking(names: readonly string[]): Promise<readonly string[]>;
  /** See `ListColumns.learn`. */
  learnColumns(): Promise<boolean>;
}

/** Where a list is and which columns it has: found out once, for work of whatever urgency. */
export interface ListPlace {
  /** `/sites/<id>/lists/<id>`. */
  readonly path: () => Promise<string>;
  readonly columns: ListColumns;
  /** After a list was not there: it may be found elsewhere, made anew. */
  readonly forget: () => void;
}

interface Reach<K extends Kind> extends ListPlace {
  readonly kind: K;
  readonly client: GraphClient;
  readonly keys: CheckKeys;
}

/** Changed items that Graph sent without their document are fetched one by one: beyond this, reading all is cheaper. */
const mostSingleReads = 200;
const readsAtOnce = 8;

const encoded = encodeURIComponent;

const readAll = async <K extends Kind>(reach: Reach<K>, withDocument: boolean): Promise<readonly Believed<K>[]> => {
  const { kind, client, keys } = reach;
  const columns = withDocument ? await reach.columns.names() : reach.columns.ofRows;
  // In the order in which their check is made, which saves the sorting of thousands.
  const asked = { columns: [...columns].sort(), withDocument };
  const first = pageAddress(await reach.path(), asked.columns, withDocument);
  const judge = (item: Item) => believe(kind, keys, item, asked);
  return (await readPages(client, first, judge)).items;
};

const readOne = async <K extends Kind>(reach: Reach<K>, itemId: string): Promise<Believed<K> | undefined> => {
  const asked = { columns: await reach.columns.names(), withDocument: true };
  const from = wholeItemAddress(await reach.path(), itemId, asked.columns);
  try {
    const item = await reach.client.get(from, Item);
    return believe(reach.kind, reach.keys, item, asked);
  } catch (error) {
    if (error instanceof GraphFault && error.status === 404) return undefined;
    throw error;
  }
};

const readEach = async <K extends Kind>(reach: Reach<K>, ids: readonly string[]): Promise<readonly Believed<K>[]> => {
  const found: Believed<K>[] = [];
  for (let at = 0; at < ids.length; at += readsAtOnce) {
    const several = await Promise.all(ids.slice(at, at + readsAtOnce).map((id) => readOne(reach, id)));
    found.push(...several.filter((item) => item !== undefined));
  }
  return found;
};

/** Whether a delta carries columns and documents is not documented (facts 1.8): what lacks them is fetched. */
const lacksDocument = ({ fields }: Item): boolean =>
  fields?.[checkColumn.name] === undefined || fields[documentColumn.name] === undefined;

const readChanges = async <K extends Kind>(reach: Reach<K>, from: string): Promise<Changes<K>> => {
  const delta = await readDelta(reach.client, from);
  if (delta.status === 'expired') return delta;
  const bare = delta.present.filter(lacksDocument);
  if (bare.length > mostSingleReads) return { status: 'expired' };
  const asked = { columns: await reach.columns.names(), withDocument: true };
  const whole = delta.present.filter((item) => !lacksDocument(item));
  const items = [
    ...whole.map((item) => believe(reach.kind, reach.keys, item, asked)),
    ...(await readEach(
      reach,
      bare.map(({ id }) => id),
    )),
  ];
  return { status: 'changed', items, removed: delta.removed, link: delta.link };
};

const idWithValue = async <K extends Kind>(
  reach: Reach<K>,
  column: string,
  value: string,
): Promise<string | undefined> => {
  const filter = `$filter=fields/${column}%20eq%20${encoded(`'${value.replaceAll("'", "''")}'`)}`;
  const address = `${await reach.path()}/items?${filter}&$select=id,eTag&$expand=fields($select=${column})&$top=1`;
  return (await readPages(reach.client, address, ({ id }) => id)).items[0];
};

const latestLink = async <K extends Kind>(reach: Reach<K>): Promise<string> => {
  const columns = expand(await reach.columns.names(), true);
  const address = `${await reach.path()}/items/delta?token=latest&${columns}`;
  const { link } = await readPages(reach.client, address, ({ id }) => id);
  if (link === undefined) throw new Error('Graph sent no delta link.');
  return link;
};

const lackingOf = async (columns: ListColumns, names: readonly string[]): Promise<readonly string[]> => {
  const lacking = async (): Promise<readonly string[]> => {
    const known = await columns.names();
    return names.filter((name) => !known.includes(name));
  };
  if ((await lacking()).length === 0) return [];
  await columns.learn();
  return lacking();
};

/** Refuses before anything is sent where the list lacks a column: SharePoint would answer no more than 'invalid'. */
const fieldsOf = async <K extends Kind>(
  reach: Reach<K>,
  sealed: Sealed<K>,
): Promise<Record<string, string | number>> => {
  const [name] = await lackingOf(reach.columns, Object.keys(sealed.projection));
  const { title } = lists[reach.kind];
  if (name !== undefined) throw new Error(`The list ${title} has no column ${name}: the provisioning must be run.`);
  return { ...sealed.projection, [documentColumn.name]: sealed.text, [checkColumn.name]: sealed.check };
};

const changeItem = async <K extends Kind>(
  reach: Reach<K>,
  itemId: string,
  sealed: Sealed<K>,
  ifMatch: string,
): Promise<Item> => {
  const to = itemAddress(await reach.path(), itemId);
  const patch = async (names: readonly string[]): Promise<Item> => {
    // What the document no longer says is emptied in the same write.
    const empty = Object.fromEntries(names.map((name) => [name, null]));
    return reach.client.patch(to, { fields: { ...empty, ...(await fieldsOf(reach, sealed)) } }, Item, { ifMatch });
  };
  const known = await reach.columns.names();
  try {
    return await patch(known);
  } catch (fault) {
    // A column of an area may have been taken away since: SharePoint then calls the whole write invalid.
    if (!(fault instanceof GraphFault) || fault.status !== 400 || fault.saysTaken) throw fault;
    await reach.columns.learn();
    const now = await reach.columns.names();
    if (known.every((name) => now.includes(name))) throw fault;
    return patch(now);
  }
};

const addItem = async <K extends Kind>(reach: Reach<K>, sealed: Sealed<K>): Promise<Item> =>
  reach.client.post(`${await reach.path()}/items`, { fields: await fieldsOf(reach, sealed) }, Item);

const addItems = async <K extends Kind>(
  reach: Reach<K>,
  all: readonly Sealed<K>[],
): Promise<readonly (Item | GraphFault)[]> => {
  const path = `${await reach.path()}/items`;
  const posts: Post[] = [];
  for (const sealed of all) posts.push({ path, body: { fields: await fieldsOf(reach, sealed) } });
  return reach.client.postAll(posts, Item);
};

export const createListPlace = (kind: Kind, client: GraphClient, site: Site): ListPlace => {
  const { title } = lists[kind];
  const path = async (): Promise<string> => {
    const found = await site.listPath(title);
    if (found !== undefined) return found;
    throw new StoreOutOfReach(`The site has no list ${title}: it was deleted, or never made.`, 'listMissing');
  };
  return { path, columns: createListColumns(kind, client, path), forget: () => site.reset() };
};

export const createListItems = <K extends Kind>(
  kind: K,
  client: GraphClient,
  place: ListPlace,
  keys: CheckKeys,
): ListItems<K> => {
  const reach: Reach<K> = { kind, client, keys, ...place };
  /** Where the list is not there any more, the next to ask looks for it again. */
  const there = async <T>(act: () => Promise<T>): Promise<T> => {
    try {
      return await act();
    } catch (error) {
      if (error instanceof GraphFault && error.status === 404) place.forget();
      throw error;
    }
  };
  return {
    // Small aggregates are their own row, and so are read with their documents.
    all: (withDocument) => there(() => readAll(reach, withDocument || lists[kind].rowsFrom === 'document')),
    one: (itemId) => readOne(reach, itemId),
    withValue: (column, value) => there(() => idWithValue(reach, column, value)),
    latest: () => there(() => latestLink(reach)),
    changesSince: (link) => readChanges(reach, link),
    add: (sealed) => addItem(reach, sealed),
    addAll: (all) => addItems(reach, all),
    change: (itemId, sealed, ifMatch) => changeItem(reach, itemId, sealed, ifMatch),
    lacking: (names) => lackingOf(place.columns, names),
    learnColumns: () => place.columns.learn(),
  };
};
