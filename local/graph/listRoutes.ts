import { Hono } from 'hono';
import { z } from 'zod';
import { builtInColumns, ColumnInput, columnType } from './columnDefinitions';
import { addColumn, columnsOf } from './columnStore';
import { accessDenied, GraphFault, invalidRequest } from './errors';
import { rowTest, type FilterField } from './filterMatch';
import { changeList, createList, deleteList, findList, listsOf, type List, type NewList, type Site } from './listStore';
import { offsetOf, offsetToken } from './pageToken';
import { queryString, type QueryOptions } from './queryOptions';
import { graphJson, noContent, parsedBody, readBody, readJson, type GraphContext, type GraphEnv } from './responses';
import { listShape, refuseOtherExpansions, selected, siteContext } from './shapes';
import { columnRules, listFor, optionsOf, provisioning, siteFor, type GraphServices } from './siteAccess';

const ListInput = z.strictObject({
  displayName: z.string().min(1).max(255),
  description: z.string().default(''),
  list: z.strictObject({ template: z.string().optional() }).optional(),
  columns: z.array(ColumnInput).default([]),
});

const ListChange = z.strictObject({
  displayName: z.string().min(1).max(255).optional(),
  description: z.string().optional(),
});

const nameRefused = "Cannot define a 'name' for a list as it is assigned by the server. Instead, provide 'displayName'";

const listInput = (json: unknown): z.infer<typeof ListInput> => {
  if (z.looseObject({ name: z.string() }).safeParse(json).success) throw invalidRequest(nameRefused);
  return parsedBody(ListInput, json);
};

/** Only `displayName` may be filtered on (facts/graph.md 1.2). */
const displayName = (path: string): FilterField<List> => {
  if (path !== 'displayName') throw invalidRequest('The provided filter statement is not supported');
  return {
    read: (list) => list.title.toLowerCase(),
    literal: (value) => (typeof value === 'string' ? value.toLowerCase() : null),
  };
};

/** The service's own lists are shown to those who select `system`. */
const shownLists = (lists: readonly List[], { filter, select }: QueryOptions): List[] => {
  const holds = filter ? rowTest(filter, displayName) : () => true;
  return lists.filter((list) => (!list.hidden || (select?.includes('system') ?? false)) && holds(list));
};

const requireGenericList = (template: string | undefined): void => {
  if (template !== undefined && template !== 'genericList')
    throw new GraphFault(501, 'notSupported', 'The request is not supported by the system');
};

/** Navigations of a list, besides `columns`. */
const otherNavigations = ['items', 'contentTypes', 'drive', 'operations', 'permissions', 'subscriptions'];

const shapeFor = ({ database }: GraphServices, { site, list }: { site: Site; list: List }, options: QueryOptions) => {
  const { expand, select } = options;
  refuseOtherExpansions(expand, { type: 'list', done: ['columns'], others: otherNavigations });
  const wanted = expand.get('columns');
  const columns = () =>
    columnsOf(database, list.id)
      .filter(({ hidden }) => !hidden)
      .map((column) => selected(column, wanted, columnType));
  return {
    ...selected(listShape(site, list), select, {
      type: 'list',
      others: ['system', 'sharepointIds', 'lastModifiedBy', 'columns'],
    }),
    ...(expand.has('columns') ? { columns: columns() } : {}),
  };
};

/** A list with its built-in columns and its own, all or nothing. */
export const newList = (
  services: GraphServices,
  site: Site,
  { columns, ...list }: NewList & { columns: readonly ColumnInput[] },
): List =>
  services.database.atomically(() => {
    const { database } = services;
    const created = createList(database, site.id, list);
    for (const column of [...builtInColumns, ...columns])
      addColumn(database, created.id, column, columnRules(services));
    return findList(database, site.id, created.id) ?? created;
  });

const enumeration = (services: GraphServices, c: GraphContext): Response => {
  const { database, origin, faults } = services;
  const site = siteFor(services, c, 'read');
  const options = optionsOf(services, c);
  if (options.orderBy.length > 0) throw invalidRequest();
  const lists = shownLists(listsOf(database, site.id), options);
  const start = offsetOf(options.skipToken);
  const end = start + (options.top ?? faults.unsettled.listsPage);
  const next = queryString(options.given, { $skiptoken: offsetToken(end) });
  return graphJson({
    '@odata.context': `${siteContext(origin, site.id)}/lists`,
    ...(end < lists.length ? { '@odata.nextLink': `${origin}/v1.0/sites/${site.id}/lists?${next}` } : {}),
    value: lists.slice(start, end).map((list) => shapeFor(services, { site, list }, options)),
  });
};

/** One list that may be changed: nobody changes the service's own. */
const changeable = (services: GraphServices, c: GraphContext): { site: Site; list: List } => {
  const found = listFor(services, c, provisioning(services));
  if (found.list.hidden) throw accessDenied();
  return found;
};

/** Lists of a site. To create or delete one takes the `manage` role: an administrator's script, not the app. */
export const listRoutes = (services: GraphServices): Hono<GraphEnv> => {
  const { database, origin } = services;
  const contextOf = (site: Site): string => `${siteContext(origin, site.id)}/lists/$entity`;
  return new Hono<GraphEnv>()
    .get('/sites/:site/lists', (c) => enumeration(services, c))
    .post('/sites/:site/lists', async (c) => {
      const site = siteFor(services, c, provisioning(services));
      const { displayName: title, description, columns, list: facet } = listInput(await readJson(c));
      requireGenericList(facet?.template);
      const list = newList(services, site, { title, description, appId: c.get('caller').appId, columns });
      return graphJson({ '@odata.context': contextOf(site), ...listShape(site, list) }, 201);
    })
    .get('/sites/:site/lists/:list', (c) => {
      const found = listFor(services, c, 'read');
      return graphJson({
        '@odata.context': contextOf(found.site),
        ...shapeFor(services, found, optionsOf(services, c)),
      });
    })
    .patch('/sites/:site/lists/:list', async (c) => {
      const { site, list } = changeable(services, c);
      changeList(database, list, await readBody(c, ListChange));
      const changed = findList(database, site.id, list.id) ?? list;
      return graphJson({ '@odata.context': contextOf(site), ...listShape(site, changed) });
    })
    .delete('/sites/:site/lists/:list', (c) => {
      deleteList(database, changeable(services, c).list.id);
      return noContent();
    });
};
