import type { LocalDatabase } from '../database';
import { candidates } from './candidates';
import type { Column } from './columnDefinitions';
import { notIndexed, tooManyResources } from './errors';
import { pathsIn, rowTest } from './filterMatch';
import { isNote, itemField, type ItemField } from './itemFields';
import { allItems, countItems, itemsAfter, itemsById } from './itemRows';
import { comparePositions, pageToken, readPageToken, type PagePosition } from './pageToken';
import type { QueryOptions } from './queryOptions';
import type { StoredItem } from './storedItem';

const defaultPage = 200;
/** A larger `$top` is silently cut. */
const largestPage = 5000;
/** The list view threshold. */
const threshold = 5000;

export interface ListQuery {
  readonly database: LocalDatabase;
  readonly listId: string;
  readonly columns: readonly Column[];
  readonly options: QueryOptions;
  /** The caller sent `Prefer: HonorNonIndexedQueriesWarningMayFailRandomly`. */
  readonly mayScan: boolean;
  readonly withTexts: boolean;
}

export interface ItemPage {
  readonly items: StoredItem[];
  /** The `$skiptoken` of the next page, if there is one. */
  readonly next: string | undefined;
}

export const pageSize = (top: number | undefined): number => Math.min(top ?? defaultPage, largestPage);

/** Paging by id never meets the threshold. */
const pageById = ({ database, listId, options, withTexts }: ListQuery): ItemPage => {
  const size = pageSize(options.top);
  const afterId = options.skipToken === undefined ? 0 : readPageToken([], options.skipToken).id;
  const found = itemsAfter(database, listId, { afterId, limit: size + 1, withTexts });
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { items, next: found.length > size && last ? pageToken([], { values: [], id: last.id }) : undefined };
};

interface FieldsUsed {
  readonly fieldOf: (path: string) => ItemField;
  readonly sort: readonly ItemField[];
  readonly all: readonly ItemField[];
}

const fieldsUsed = ({ columns, options }: ListQuery): FieldsUsed => {
  const fieldOf = (path: string): ItemField => itemField(columns, path);
  const sort = options.orderBy.map(({ path }) => fieldOf(path));
  return { fieldOf, sort, all: [...(options.filter ? pathsIn(options.filter).map(fieldOf) : []), ...sort] };
};

/** How many rows SharePoint would have to look at: those of one index, or the whole list. */
const refuseTooMany = ({ database, listId, options }: ListQuery, used: FieldsUsed, narrowed: number | undefined) => {
  const sortedByIndex = !options.filter && used.sort.every((field) => field.indexed);
  if (sortedByIndex) return;
  const size = countItems(database, listId);
  if (size > threshold && (narrowed ?? size) > threshold) throw tooManyResources();
};

const rowsToSearch = (query: ListQuery, used: FieldsUsed): StoredItem[] => {
  const { database, listId, options } = query;
  const narrowed = options.filter && candidates({ database, listId, fieldOf: used.fieldOf }, options.filter);
  refuseTooMany(query, used, narrowed?.size);
  const wanted = { withTexts: used.all.some(isNote) };
  return narrowed ? itemsById(database, listId, [...narrowed], wanted) : allItems(database, listId, wanted);
};

/** Every row that the filter keeps, in the order asked for. */
const sortedPositions = (query: ListQuery, used: FieldsUsed, descending: readonly boolean[]): PagePosition[] => {
  const { filter } = query.options;
  const holds = filter ? rowTest(filter, used.fieldOf) : () => true;
  return rowsToSearch(query, used)
    .filter(holds)
    .map((item): PagePosition => ({ values: used.sort.map((field) => field.read(item)), id: item.id }))
    .sort((a, b) => comparePositions(a, b, descending));
};

const refuseUnindexed = (query: ListQuery, used: FieldsUsed): void => {
  const unindexed = used.all.find((field) => !field.indexed);
  if (unindexed && !query.mayScan) throw notIndexed(unindexed.column.name);
};

const search = (query: ListQuery): ItemPage => {
  const { database, listId, options } = query;
  const used = fieldsUsed(query);
  refuseUnindexed(query, used);
  const descending = options.orderBy.map((order) => order.descending);
  const sortNames = used.sort.map((field) => field.column.name);
  const after = options.skipToken === undefined ? undefined : readPageToken(sortNames, options.skipToken);
  const positions = sortedPositions(query, used, descending).filter(
    (position) => !after || comparePositions(position, after, descending) > 0,
  );
  const page = positions.slice(0, pageSize(options.top));
  const ids = page.map(({ id }) => id);
  const loaded = new Map(itemsById(database, listId, ids, query).map((item) => [item.id, item]));
  const last = page.at(-1);
  return {
    items: ids.flatMap((id) => loaded.get(id) ?? []),
    next: positions.length > page.length && last ? pageToken(sortNames, last) : undefined,
  };
};

/** One page of a list, under SharePoint's rules for indexes, page sizes and the threshold. */
export const queryItems = (query: ListQuery): ItemPage =>
  query.options.filter || query.options.orderBy.length > 0 ? search(query) : pageById(query);
