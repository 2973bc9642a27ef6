import { Hono } from 'hono';
import { z } from 'zod';
import { readDelta } from './delta';
import { itemNotFound } from './errors';
import { queryItems } from './itemQuery';
import { findItem } from './itemRows';
import { fieldsShape, itemShape, itemsContext, needsTexts, type ItemContext } from './itemShape';
import { createItem, deleteItem, updateItem, type ListWrite } from './itemStore';
import { FieldsBody, parseFieldChanges, refuseMissing, withDefaults } from './itemValues';
import { fieldsWanted, queryString } from './queryOptions';
import { graphJson, noContent, readBody, type GraphContext, type GraphEnv } from './responses';
import { itemContextFor, optionsOf, searchOf, type GraphServices } from './siteAccess';
import { eTagOf, type StoredItem } from './storedItem';
import { versionOf, versionsOf } from './versions';

const items = '/sites/:site/lists/:list/items';
const one = `${items}/:item`;

const NewItem = z.strictObject({
  fields: FieldsBody.default({}),
  contentType: z.object({ id: z.string() }).optional(),
});
const ItemChange = z.strictObject({ fields: FieldsBody });

const mayScan = (c: GraphContext): boolean =>
  /\bHonorNonIndexedQueriesWarningMayFailRandomly\b/i.test(c.req.header('prefer') ?? '');

const itemId = (c: GraphContext): number => {
  const id = c.req.param('item') ?? '';
  if (!/^\d{1,15}$/.test(id)) throw itemNotFound();
  return Number(id);
};

const writeTo = ({ database }: GraphServices, { list, columns }: ItemContext, c: GraphContext): ListWrite => ({
  database,
  listId: list.id,
  columns,
  appId: c.get('caller').appId,
});

/** The header carries the tag without its quotes (facts/graph.md 1.6): take the tag from the body. */
const tagHeader = (item: StoredItem): Record<string, string> => ({ ETag: eTagOf(item).replaceAll('"', '') });

const itemFor = (services: GraphServices, c: GraphContext, context: ItemContext): StoredItem => {
  const item = findItem(services.database, context.list.id, itemId(c));
  if (!item) throw itemNotFound();
  return item;
};

const collectionRoutes = (services: GraphServices): Hono<GraphEnv> =>
  new Hono<GraphEnv>()
    .get(items, (c) => {
      const context = itemContextFor(services, c, 'read');
      const { list, site, columns, origin } = context;
      const options = optionsOf(services, c);
      const fields = fieldsWanted(options);
      const withTexts = needsTexts(columns, fields);
      const { database } = services;
      const page = queryItems({ database, listId: list.id, columns, options, mayScan: mayScan(c), withTexts });
      const link = (next: string): string =>
        `${origin}/v1.0/sites/${site.id}/lists/${list.id}/items?${queryString(options.given, { $skiptoken: next })}`;
      return graphJson({
        '@odata.context': `${itemsContext(context)}${fields === 'none' ? '' : '(fields())'}`,
        ...(page.next === undefined ? {} : { '@odata.nextLink': link(page.next) }),
        value: page.items.map((item) => itemShape(context, item, { select: options.select, fields })),
      });
    })
    .post(items, async (c) => {
      const context = itemContextFor(services, c, 'write');
      const body = await readBody(c, NewItem);
      const values = withDefaults(context.columns, parseFieldChanges(context.columns, body.fields));
      if (services.faults.strict.required) refuseMissing(context.columns, values);
      const item = createItem(writeTo(services, context, c), values);
      return graphJson(
        { '@odata.context': `${itemsContext(context)}/$entity`, ...itemShape(context, item, { fields: 'all' }) },
        201,
        tagHeader(item),
      );
    })
    .get(`${items}/delta`, (c) =>
      graphJson(
        readDelta({
          database: services.database,
          context: itemContextFor(services, c, 'read'),
          search: searchOf(c),
          expiredUntil: services.faults.deltaExpiredUntil,
          lagMs: services.faults.deltaLagMs,
          bare: services.faults.strict.bareDelta,
        }),
      ),
    );

const readRoutes = (services: GraphServices): Hono<GraphEnv> =>
  new Hono<GraphEnv>()
    .get(one, (c) => {
      const context = itemContextFor(services, c, 'read');
      const options = optionsOf(services, c);
      const item = itemFor(services, c, context);
      const shape = itemShape(context, item, { select: options.select, fields: fieldsWanted(options) });
      return graphJson({ '@odata.context': `${itemsContext(context)}/$entity`, ...shape }, 200, tagHeader(item));
    })
    .get(`${one}/fields`, (c) => {
      const context = itemContextFor(services, c, 'read');
      const item = itemFor(services, c, context);
      const shape = fieldsShape(context, item, optionsOf(services, c).select ?? 'all');
      return graphJson(
        { '@odata.context': `${itemsContext(context)}('${item.id}')/fields/$entity`, ...shape },
        200,
        tagHeader(item),
      );
    })
    .get(`${one}/versions`, (c) => {
      const context = itemContextFor(services, c, 'read');
      const item = itemFor(services, c, context);
      return graphJson(versionsOf(services.database, context, item, optionsOf(services, c)));
    })
    .get(`${one}/versions/:version`, (c) => {
      const context = itemContextFor(services, c, 'read');
      const item = itemFor(services, c, context);
      const choice = { versionId: c.req.param('version'), options: optionsOf(services, c) };
      return graphJson(versionOf(services.database, context, item, choice));
    });

const changeRoutes = (services: GraphServices): Hono<GraphEnv> => {
  const change = (c: GraphContext, context: ItemContext, fields: FieldsBody): StoredItem =>
    updateItem(writeTo(services, context, c), itemId(c), {
      changes: parseFieldChanges(context.columns, fields),
      ifMatch: c.req.header('if-match'),
    });
  return new Hono<GraphEnv>()
    .patch(one, async (c) => {
      const context = itemContextFor(services, c, 'write');
      const item = change(c, context, (await readBody(c, ItemChange)).fields);
      return graphJson(
        { '@odata.context': `${itemsContext(context)}/$entity`, ...itemShape(context, item, { fields: 'all' }) },
        200,
        tagHeader(item),
      );
    })
    .patch(`${one}/fields`, async (c) => {
      const context = itemContextFor(services, c, 'write');
      const item = change(c, context, await readBody(c, FieldsBody));
      return graphJson(
        {
          '@odata.context': `${itemsContext(context)}('${item.id}')/fields/$entity`,
          ...fieldsShape(context, item, 'all'),
        },
        200,
        tagHeader(item),
      );
    })
    .delete(one, (c) => {
      const context = itemContextFor(services, c, 'write');
      deleteItem(writeTo(services, context, c), itemId(c), c.req.header('if-match'));
      return noContent();
    });
};

/** Items of a list: create, read, query, follow, change, delete, and their versions. */
export const itemRoutes = (services: GraphServices): Hono<GraphEnv> =>
  new Hono<GraphEnv>()
    .route('/', collectionRoutes(services))
    .route('/', readRoutes(services))
    .route('/', changeRoutes(services));
