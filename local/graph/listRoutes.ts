import { Hono } from 'hono';
import { z } from 'zod';
import { builtInColumns, ColumnInput } from './columnDefinitions';
import { addColumn, columnsOf } from './columnStore';
import { GraphFault, invalidRequest } from './errors';
import { rowTest, type FilterField } from './filterMatch';
import { createList, deleteList, findList, listsOf, type List } from './listStore';
import { graphJson, noContent, parsedBody, readJson, type GraphEnv } from './responses';
import { listShape, siteContext } from './shapes';
import { listFor, optionsOf, siteFor, type GraphServices } from './siteAccess';
import type { QueryOptions } from './queryOptions';

const ListInput = z.strictObject({
  displayName: z.string().min(1).max(255),
  description: z.string().default(''),
  list: z.strictObject({ template: z.string().optional() }).optional(),
  columns: z.array(ColumnInput).default([]),
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

const filtered = (lists: readonly List[], { filter }: QueryOptions): List[] => {
  const holds = filter ? rowTest(filter, displayName) : () => true;
  return lists.filter(holds);
};

const requireGenericList = (template: string | undefined): void => {
  if (template !== undefined && template !== 'genericList')
    throw new GraphFault(501, 'notSupported', 'The request is not supported by the system');
};

/** Lists of a site. To create or delete one takes the `manage` role: an administrator's script, not the app. */
export const listRoutes = (services: GraphServices): Hono<GraphEnv> => {
  const { database, origin } = services;
  return new Hono<GraphEnv>()
    .get('/sites/:site/lists', (c) => {
      const site = siteFor(services, c, 'read');
      const lists = filtered(listsOf(database, site.id), optionsOf(services, c));
      return graphJson({
        '@odata.context': `${siteContext(origin, site.id)}/lists`,
        value: lists.map((list) => listShape(site, list)),
      });
    })
    .post('/sites/:site/lists', async (c) => {
      const site = siteFor(services, c, 'manage');
      const input = listInput(await readJson(c));
      requireGenericList(input.list?.template);
      const list = database.atomically(() => {
        const created = createList(database, site.id, {
          title: input.displayName,
          description: input.description,
          appId: c.get('caller').appId,
        });
        for (const column of [...builtInColumns, ...input.columns]) addColumn(database, created.id, column);
        return findList(database, site.id, created.id) ?? created;
      });
      return graphJson(
        { '@odata.context': `${siteContext(origin, site.id)}/lists/$entity`, ...listShape(site, list) },
        201,
      );
    })
    .get('/sites/:site/lists/:list', (c) => {
      const { site, list } = listFor(services, c, 'read');
      const { expand } = optionsOf(services, c);
      return graphJson({
        '@odata.context': `${siteContext(origin, site.id)}/lists/$entity`,
        ...listShape(site, list),
        ...(expand.has('columns') ? { columns: columnsOf(database, list.id) } : {}),
      });
    })
    .delete('/sites/:site/lists/:list', (c) => {
      deleteList(database, listFor(services, c, 'manage').list.id);
      return noContent();
    });
};
