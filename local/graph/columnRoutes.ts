import { Hono } from 'hono';
import { ColumnChange, ColumnInput, columnType } from './columnDefinitions';
import { addColumn, changeColumn, columnsOf, findColumn, removeColumn } from './columnStore';
import type { List, Site } from './listStore';
import { graphJson, noContent, readBody, type GraphEnv } from './responses';
import { selected, siteContext } from './shapes';
import { columnRules, listFor, optionsOf, provisioning, type GraphServices } from './siteAccess';

/** Columns of a list. Whether `write` may change them is not established: `unsettled.writeProvisions`. */
export const columnRoutes = (services: GraphServices): Hono<GraphEnv> => {
  const { database, origin } = services;
  const contextOf = ({ site, list }: { site: Site; list: List }): string =>
    `${siteContext(origin, site.id)}/lists('${list.id}')/columns`;
  return new Hono<GraphEnv>()
    .get('/sites/:site/lists/:list/columns', (c) => {
      const found = listFor(services, c, 'read');
      const { select } = optionsOf(services, c);
      const visible = columnsOf(database, found.list.id).filter((column) => !column.hidden);
      return graphJson({
        '@odata.context': contextOf(found),
        value: visible.map((column) => selected(column, select, columnType)),
      });
    })
    .post('/sites/:site/lists/:list/columns', async (c) => {
      const found = listFor(services, c, provisioning(services));
      const column = addColumn(database, found.list.id, await readBody(c, ColumnInput), columnRules(services));
      return graphJson({ '@odata.context': `${contextOf(found)}/$entity`, ...column }, 201);
    })
    .get('/sites/:site/lists/:list/columns/:column', (c) => {
      const found = listFor(services, c, 'read');
      const column = findColumn(database, found.list.id, c.req.param('column'));
      const shape = selected(column, optionsOf(services, c).select, columnType);
      return graphJson({ '@odata.context': `${contextOf(found)}/$entity`, ...shape });
    })
    .patch('/sites/:site/lists/:list/columns/:column', async (c) => {
      const found = listFor(services, c, provisioning(services));
      const change = await readBody(c, ColumnChange);
      const column = changeColumn(database, found.list.id, c.req.param('column'), change);
      return graphJson({ '@odata.context': `${contextOf(found)}/$entity`, ...column });
    })
    .delete('/sites/:site/lists/:list/columns/:column', (c) => {
      removeColumn(database, listFor(services, c, provisioning(services)).list.id, c.req.param('column'));
      return noContent();
    });
};
