import type { HandEdit, Kind, Store } from '../../../shared/application/ports/store';
import type { SiteAddress } from '../../environment';
import { kinds } from '../aggregates';
import type { GraphClient } from './client';
import { createListItems } from './listItems';
import { createListStore } from './listStore';
import type { ListStore } from './listStore';
import { realPace } from './pace';
import type { Pace } from './pace';
import { createSite } from './site';
import { createSnapshot } from './snapshot';

export interface GraphStoreOptions {
  readonly client: GraphClient;
  readonly site: SiteAddress;
  /** Secret of the check beside every document; whoever has it can make edits that are believed. */
  readonly checkKey: string;
  readonly pace?: Pace;
  /** Milliseconds for which a read from memory counts as fresh. */
  readonly freshFor?: number;
}

/** The trust's records in its own SharePoint lists. One per process: it holds the snapshots. */
export const createGraphStore = ({
  client,
  site: address,
  checkKey,
  pace = realPace,
  freshFor = 2_000,
}: GraphStoreOptions): Store => {
  const site = createSite(client, address);
  const listStore = <K extends Kind>(kind: K): ListStore<K> => {
    const items = createListItems(kind, client, site, checkKey);
    return createListStore({ kind, items, snapshot: createSnapshot(items, pace, freshFor), checkKey, pace });
  };
  const stores: { readonly [K in Kind]: ListStore<K> } = {
    academies: listStore('academies'),
    people: listStore('people'),
    reviews: listStore('reviews'),
    categoryChanges: listStore('categoryChanges'),
    settings: listStore('settings'),
  };
  return {
    rows: (kind) => stores[kind].rows(),
    load: (kind, key) => stores[kind].load(key),
    create: (kind, document) => stores[kind].create(document),
    replace: (kind, document, expected) => stores[kind].replace(document, expected),
    async handEdits() {
      const found: HandEdit[] = [];
      for (const kind of kinds) found.push(...(await stores[kind].handEdits()));
      return found;
    },
  };
};
