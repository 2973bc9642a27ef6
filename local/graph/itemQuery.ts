import type { LocalDatabase } from '../database';
import { candidates } from './candidates';
import { kindOf, type Column } from './columnDefinitions';
import { notIndexed, tooManyResources } from './errors';
import type { FaultSettings } from './faults';
import { pathsIn, rowTest } from './filterMatch';
import { isNote, itemField, type ItemField } from './itemFields';
import { positionsByIndex } from './itemIndex';
import { allItems, countItems, itemsAfter, itemsById, type TextsWanted } from './itemRows';
import {
  clearToken,
  comparePositions,
  opaqueToken,
  pageToken,
  readPageToken,
  type PagePosition,
  type SortOrder,
} from './pageToken';
import type { QueryOptions } from './queryOptions';
import type { RecentWrites } from './recentWrites';
import type { StoredItem } from './storedItem';
import type { Unsettled } from './unsettled';

const defaultPage = 200;
/** A larger `$top` is silently cut. */
const largestPage = 5000;

export interface ListQuery {
  readonly database: LocalDatabase;
  readonly listId: string;
  readonly columns: readonly Column[];
  readonly options: QueryOptions;
  /** The caller sent `Prefer: HonorNonIndexedQueriesWarningMayFailRandomly`. */
  readonly mayScan: boolean;
  readonly texts: TextsWanted;
  readonly faults: Pick<FaultSettings, 'listLagMs' | 'threshold'> & {
    readonly unsettled: Unsettled;
    readonly recentWrites: RecentWrites;
  };
}

export interface ItemPage {
  readonly items: StoredItem[];
  /** The `$skiptoken` of the next page, if there is one. */
  readonly next: string | undefined;
}

export const pageSize = (top: number | undefined, usual = defaultPage): number => Math.min(top ?? usual, largestPage);

/** Paging by id never meets the threshold. */
const pageById = ({ database, listId, options, texts }: ListQuery): ItemPage => {
  const size = pageSize(options.top);
  const afterId = options.skipToken === undefined ? 0 : readPageToken([], options.skipToken).id;
  const found = itemsAfter(database, listId, { afterId, limit: size + 1, texts });
  const items = found.slice(0, size);
  const last = items.at(-1);
  return { items, next: found.length > size && last ? pageToken([], { values: [], id: last.id }) : undefined };
};

interface FieldsUsed {
  readonly fieldOf: (path: string) => ItemField;
  readonly sort: readonly ItemField[];
  readonly all: readonly ItemField[];
}

const fieldsUsed = ({ columns, options, faults }: ListQuery): FieldsUsed => {
  const fieldOf = (path: string): ItemField => itemField(columns, path, faults.unsettled.booleanLiterals);
  const sort = options.orderBy.map(({ path }) => fieldOf(path));
  return { fieldOf, sort, all: [...(options.filter ? pathsIn(options.filter).map(fieldOf) : []), ...sort] };
};

/** Sorting by people and lookups joins another list, which no index helps. */
const sortsByIndex = ({ indexed, column }: ItemField): boolean => indexed && kindOf(column) !== 'lookup';

/** How many rows SharePoint would have to look at: those of one index, or the whole list. */
const refuseTooMany = (query: ListQuery, used: FieldsUsed, narrowed: number | undefined) => {
  const { database, listId, options, faults } = query;
  if (!options.filter && used.sort.every(sortsByIndex)) return;
  const size = countItems(database, listId);
  if (size > faults.threshold && (narrowed ?? size) > faults.threshold) throw tooManyResources();
};

/** The list as it was before its young writes, where readings lag; otherwise nothing. */
const laggingRows = ({ database, listId, faults: { listLagMs, recentWrites } }: ListQuery): StoredItem[] | undefined =>
  listLagMs > 0
    ? recentWrites.asBefore(listId, () => allItems(database, listId, { texts: 'all' }), listLagMs)
    : undefined;

const rowsToSearch = (query: ListQuery, used: FieldsUsed): StoredItem[] => {
  const { database, listId, options } = query;
  const narrowed = options.filter && candidates({ database, listId, fieldOf: used.fieldOf }, options.filter);
  refuseTooMany(query, used, narrowed?.size);
  const wanted = { texts: used.all.some(isNote) ? 'all' : 'none' } as const;
  return narrowed ? itemsById(database, listId, [...narrowed], wanted) : allItems(database, listId, wanted);
};

/** Every row that the filter keeps, in the order asked for. */
const sortedPositions = (query: ListQuery, used: FieldsUsed, rows: readonly StoredItem[], order: SortOrder) => {
  const { filter } = query.options;
  const holds = filter ? rowTest(filter, used.fieldOf) : () => true;
  return rows
    .filter(holds)
    .map((item): PagePosition => ({ values: used.sort.map((field) => field.read(item)), id: item.id }))
    .sort((a, b) => comparePositions(a, b, order));
};

const refuseUnindexed = ({ mayScan, faults }: ListQuery, used: FieldsUsed): void => {
  const unindexed = used.all.find((field) => !field.indexed);
  if (unindexed && !mayScan) throw notIndexed(unindexed.column.name, faults.unsettled.notIndexedCode);
};

interface Search {
  readonly query: ListQuery;
  readonly used: FieldsUsed;
  readonly order: SortOrder;
  readonly after: PagePosition | undefined;
  /** One more than the page holds, to know whether there is another. */
  readonly limit: number;
}

/** The column whose index alone gives the order. */
const onlySort = ({ options }: ListQuery, { sort: [only, ...more] }: FieldsUsed): Column | undefined =>
  only && more.length === 0 && !options.filter && sortsByIndex(only) && !only.isId ? only.column : undefined;

const positionsIn = ({ query, used, order, after, limit }: Search, lagging: StoredItem[] | undefined) => {
  const column = lagging ? undefined : onlySort(query, used);
  if (column) return positionsByIndex(query.database, column, { order, after, limit });
  return sortedPositions(query, used, lagging ?? rowsToSearch(query, used), order)
    .filter((position) => !after || comparePositions(position, after, order) > 0)
    .slice(0, limit);
};

const loaded = ({ database, listId, texts }: ListQuery, ids: number[], lagging: StoredItem[] | undefined) => {
  const rows = lagging ?? itemsById(database, listId, ids, { texts });
  const byId = new Map(rows.map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
};

interface TokenForm {
  readonly read: (token: string) => PagePosition;
  readonly write: (position: PagePosition) => string;
}

/** Whether a client could read the token of a sorted reading is not established. */
const tokenForm = (names: readonly string[], { sortToken }: Unsettled): TokenForm =>
  sortToken === 'opaque' && names.length > 0
    ? {
        read: (token) => readPageToken(names, clearToken(token)),
        write: (position) => opaqueToken(pageToken(names, position)),
      }
    : { read: (token) => readPageToken(names, token), write: (position) => pageToken(names, position) };

const search = (query: ListQuery, lagging: StoredItem[] | undefined): ItemPage => {
  const { options, faults } = query;
  const used = fieldsUsed(query);
  refuseUnindexed(query, used);
  const { tiesDescending } = faults.unsettled;
  const order = { descending: options.orderBy.map(({ descending }) => descending), tiesDescending };
  const form = tokenForm(
    used.sort.map((field) => field.column.name),
    faults.unsettled,
  );
  const after = options.skipToken === undefined ? undefined : form.read(options.skipToken);
  const size = pageSize(options.top);
  const positions = positionsIn({ query, used, order, after, limit: size + 1 }, lagging);
  const page = positions.slice(0, size);
  const last = page.at(-1);
  return {
    items: loaded(
      query,
      page.map(({ id }) => id),
      lagging,
    ),
    next: positions.length > size && last ? form.write(last) : undefined,
  };
};

/** One page of a list, under SharePoint's rules for indexes, page sizes and the threshold. */
export const queryItems = (query: ListQuery): ItemPage => {
  const lagging = laggingRows(query);
  const isSearch = query.options.filter !== undefined || query.options.orderBy.length > 0;
  return isSearch || lagging ? search(query, lagging) : pageById(query);
};
