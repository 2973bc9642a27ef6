import type { HandEdit, Kind, Store } from '../../../shared/application/ports/store';
import type { CheckKeys } from '../../checkKeys';
import type { SiteAddress } from '../../environment';
import { kinds } from '../aggregates';
import type { GraphClient } from './client';
import { createEditedItems } from './editedItems';
import { createListItems, createListPlace } from './listItems';
import type { ListPlace } from './listItems';
import { createListStore } from './listStore';
import { areaColumnName } from './areaColumns';
import { createNameBook } from './names';
import type { NameBook, NameSources } from './names';
import type { ListStore } from './listStore';
import { realPace } from './pace';
import type { Pace } from './pace';
import type { Priority, Urgency } from './priority';
import { createSeals } from './seals';
import type { Seals } from './seals';
import { createSite } from './site';
import type { Site } from './site';
import { createSnapshot } from './snapshot';
import { createTurns } from './turns';

export interface GraphStoreOptions extends CheckKeys {
  readonly client: GraphClient;
  readonly site: SiteAddress;
  readonly pace?: Pace;
  /** Milliseconds for which a read from memory counts as fresh. */
  readonly freshFor?: number;
}

/** The trust's records, and the same ones for work that nobody waits for: a person's comes first. */
export interface GraphStore extends Store {
  readonly inBackground: Store;
  readonly seals: Seals;
  /** Finds the lists, their columns and what things are called, which the first to ask need not wait for. */
  prepare(): Promise<void>;
}

type ListStores = { readonly [K in Kind]: ListStore<K> };

const storeOver = (stores: ListStores, inTurn: Store['inTurn']): Store => ({
  rows: (kind) => stores[kind].rows(),
  load: (kind, key, use) => stores[kind].load(key, use),
  everything: (kind) => stores[kind].everything(),
  create: (kind, document) => stores[kind].create(document),
  createAll: (kind, documents) => stores[kind].createAll(documents),
  replace: (kind, document, expected) => stores[kind].replace(document, expected),
  inTurn,
  editedItem: (kind, id) => stores[kind].editedItem(id),
  putBack: (kind, id, expected) => stores[kind].putBack(id, expected),
  async handEdits(of) {
    const found: HandEdit[] = [];
    for (const kind of of === undefined ? kinds : [of]) found.push(...(await stores[kind].handEdits()));
    return found;
  },
  async areasWithoutColumn(areas) {
    const lacking = await stores.reviews.lacking(areas.map(areaColumnName));
    return areas.filter((area) => lacking.includes(areaColumnName(area)));
  },
});

/** What gives things their names, as it stands in memory. */
const nameSources = async (store: Pick<Store, 'rows'>): Promise<NameSources> => {
  const [academies, settings, categoryChanges] = await Promise.all([
    store.rows('academies'),
    store.rows('settings'),
    store.rows('categoryChanges'),
  ]);
  return {
    academies: academies.map(({ row }) => row),
    settings: settings.map(({ row }) => row),
    categoryChanges: categoryChanges.map(({ row }) => row),
  };
};

const placesOf = (client: GraphClient, site: Site): Readonly<Record<Kind, ListPlace>> => ({
  academies: createListPlace('academies', client, site),
  people: createListPlace('people', client, site),
  reviews: createListPlace('reviews', client, site),
  categoryChanges: createListPlace('categoryChanges', client, site),
  settings: createListPlace('settings', client, site),
});

/** The trust's records in its own SharePoint lists. One per process: it holds the snapshots. */
export const createGraphStore = ({
  client,
  site,
  checkKey,
  checkKeyBefore,
  pace = realPace,
  freshFor = 2_000,
}: GraphStoreOptions): GraphStore => {
  const keys = { checkKey, checkKeyBefore };
  const turns = createTurns();
  const places = placesOf(client, createSite(client, site));
  const beginnings: (() => Promise<void>)[] = [];
  const names: NameBook = createNameBook(() => nameSources(person), pace);
  /** One list for either urgency: what is known of it is known once. */
  const list = <K extends Kind>(kind: K): ((priority: Priority) => ListStore<K>) => {
    const place = places[kind];
    const itemsAt = (urgency: Urgency) => createListItems(kind, client.at(urgency), place, keys);
    const snapshot = createSnapshot(itemsAt, pace, freshFor);
    beginnings.push(() => snapshot.begin());
    const edited = createEditedItems({ kind, client, keys, ...place });
    const parts = { kind, snapshot, checkKey, pace, names, edited };
    return (priority) => createListStore({ ...parts, items: itemsAt(() => priority), priority });
  };
  const all = {
    academies: list('academies'),
    people: list('people'),
    reviews: list('reviews'),
    categoryChanges: list('categoryChanges'),
    settings: list('settings'),
  };
  const listsAt = (priority: Priority): ListStores => ({
    academies: all.academies(priority),
    people: all.people(priority),
    reviews: all.reviews(priority),
    categoryChanges: all.categoryChanges(priority),
    settings: all.settings(priority),
  });
  const inTurn: Store['inTurn'] = (kind, key, act) => turns(`${kind} ${key}`, act);
  const patient = listsAt('background');
  const person = storeOver(listsAt('person'), inTurn);
  const oldIn = (kind: Kind): Promise<number> => patient[kind].oldSeals();
  const seals = createSeals({ client: client.at(() => 'background'), keys, pace, places, oldIn });
  const prepare = async (): Promise<void> => {
    const columns = Object.values(places).map((place) => place.columns.names());
    await Promise.all([...columns, ...beginnings.map((begin) => begin())]);
    await names.namesFor([]);
  };
  return { ...person, inBackground: storeOver(patient, inTurn), seals, prepare };
};
