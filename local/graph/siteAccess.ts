import type { LocalDatabase } from '../database';
import type { NameRules } from './columnDefinitions';
import { columnsOf } from './columnStore';
import type { Faults } from './faults';
import { itemNotFound } from './errors';
import type { ItemContext } from './itemShape';
import { findList, findSite, type List, type Site } from './listStore';
import { lookupText } from './lookups';
import { requireOnSite, type Level } from './permissions';
import { queryOptions, type QueryOptions } from './queryOptions';
import type { GraphContext } from './responses';

/** What the routes of sites share. */
export interface GraphServices {
  readonly database: LocalDatabase;
  readonly origin: string;
  readonly faults: Faults;
}

/** What it takes to make and change lists and columns: whether `write` is enough is not established. */
export const provisioning = ({ faults }: GraphServices): Level =>
  faults.unsettled.writeProvisions ? 'write' : 'manage';

/** How names of new columns are made. */
export const columnRules = ({ faults }: GraphServices): NameRules => faults.unsettled;

/** The site in the path, for a caller who may do at least `needed` there. */
export const siteFor = ({ database }: GraphServices, c: GraphContext, needed: Level): Site => {
  const site = findSite(database, c.req.param('site') ?? '');
  if (!site) throw itemNotFound('Requested site could not be found');
  requireOnSite(database, site.id, c.get('caller'), needed);
  return site;
};

export const listFor = (services: GraphServices, c: GraphContext, needed: Level): { site: Site; list: List } => {
  const site = siteFor(services, c, needed);
  const list = findList(services.database, site.id, c.req.param('list') ?? '');
  if (!list) throw itemNotFound('Item does not exist');
  return { site, list };
};

export const itemContextFor = (services: GraphServices, c: GraphContext, needed: Level): ItemContext => {
  const { site, list } = listFor(services, c, needed);
  return {
    origin: services.origin,
    site,
    list,
    columns: columnsOf(services.database, list.id),
    lookupText: lookupText(services.database),
    versioning: services.faults.unsettled.versioning,
  };
};

export const searchOf = (c: GraphContext): URLSearchParams => new URL(c.req.url).searchParams;

export const optionsOf = ({ faults }: GraphServices, c: GraphContext): QueryOptions =>
  queryOptions(searchOf(c), { dollarRequired: faults.unsettled.bareOptionsRefused });
