import { Hono } from 'hono';
import { ColumnChange, ColumnInput } from './columnDefinitions';
import { addColumn, changeColumn, columnsOf, findColumn, removeColumn } from './columnStore';
import type { List, Site } from './listStore';
import { graphJson, noContent, readBody, type GraphEnv } from './responses';
import { siteContext } from './shapes';
import { listFor, type GraphServices } from './siteAccess';

/** Columns of a list. Whether `write` may change them is not established: here it takes `manage`. */
export const columnRoutes = (services: GraphServices): Hono<GraphEnv> => {
  const { database, origin } = services;
  const contextOf = ({ site, list }: { site: Site; list: List }): string =>
    `${siteContext(origin, site.id)}/lists('${list.id}')/columns`;
  return new Hono<GraphEnv>()
    .get('/sites/:site/lists/:list/columns', (c) => {
      const found = listFor(services, c, 'read');
      const visible = columnsOf(database, found.list.id).filter((column) => !column.hidden);
      return graphJson({ '@odata.context': contextOf(found), value: visible });
    })
    .post('/sites/:site/lists/:list/columns', async (c) => {
      const found = listFor(services, c, 'manage');
      const column = addColumn(database, found.list.id, await readBody(c, ColumnInput));
      return graphJson({ '@odata.context': `${contextOf(found)}/$entity`, ...column }, 201);
    })
    .get('/sites/:site/lists/:list/columns/:column', (c) => {
      const found = listFor(services, c, 'read');
      const column = findColumn(database, found.list.id, c.req.param('column'));
      return graphJson({ '@odata.context': `${contextOf(found)}/$entity`, ...column });
    })
    .patch('/sites/:site/lists/:list/columns/:column', async (c) => {
      const found = listFor(services, c, 'manage');
      const change = await readBody(c, ColumnChange);
      const column = changeColumn(database, found.list.id, c.req.param('column'), change);
      return graphJson({ '@odata.context': `${contextOf(found)}/$entity`, ...column });
    })
    .delete('/sites/:site/lists/:list/columns/:column', (c) => {
      removeColumn(database, listFor(services, c, 'manage').list.id, c.req.param('column'));
      return noContent();
    });
};
