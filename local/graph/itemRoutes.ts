import { Hono } from 'hono';
import { z } from 'zod';
import { readDelta } from './delta';
import { changesIn, itemFor, tagHeader, writeTo } from './itemAccess';
import { itemChangeRoutes } from './itemChangeRoutes';
import { queryItems } from './itemQuery';
import { fieldsShaper, itemShaper, itemsContext, textsIn } from './itemShape';
import { createItem } from './itemStore';
import { FieldsBody, refuseMissing, withDefaults } from './itemValues';
import { fieldsWanted, queryString } from './queryOptions';
import { graphJson, readBody, type GraphContext, type GraphEnv } from './responses';
import { itemContextFor, optionsOf, searchOf, type GraphServices } from './siteAccess';
import { versionOf, versionsOf } from './versions';

const items = '/sites/:site/lists/:list/items';
const one = `${items}/:item`;

const NewItem = z.strictObject({
  fields: FieldsBody.default({}),
  contentType: z.object({ id: z.string() }).optional(),
});

const mayScan = (c: GraphContext): boolean =>
  /\bHonorNonIndexedQueriesWarningMayFailRandomly\b/i.test(c.req.header('prefer') ?? '');

const page = (services: GraphServices, c: GraphContext): Response => {
  const { database, faults } = services;
  const context = itemContextFor(services, c, 'read');
  const { list, site, columns, origin } = context;
  const options = optionsOf(services, c);
  const fields = fieldsWanted(options);
  const shape = itemShaper(context, { select: options.select, fields });
  const texts = textsIn(columns, fields);
  const found = queryItems({ database, listId: list.id, columns, options, mayScan: mayScan(c), texts, faults });
  const link = (next: string): string =>
    `${origin}/v1.0/sites/${site.id}/lists/${list.id}/items?${queryString(options.given, { $skiptoken: next })}`;
  return graphJson({
    '@odata.context': `${itemsContext(context)}${fields === 'none' ? '' : '(fields())'}`,
    ...(found.next === undefined ? {} : { '@odata.nextLink': link(found.next) }),
    value: found.items.map(shape),
  });
};

const collectionRoutes = (services: GraphServices): Hono<GraphEnv> =>
  new Hono<GraphEnv>()
    .get(items, (c) => page(services, c))
    .post(items, async (c) => {
      const context = itemContextFor(services, c, 'write');
      const body = await readBody(c, NewItem);
      const values = withDefaults(context.columns, changesIn(services, context, body.fields), new Date());
      if (services.faults.unsettled.requiredRefused) refuseMissing(context.columns, values);
      const item = createItem(writeTo(services, context, c), values);
      return graphJson(
        { '@odata.context': `${itemsContext(context)}/$entity`, ...itemShaper(context, { fields: 'all' })(item) },
        201,
        tagHeader(services, item),
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
          unsettled: services.faults.unsettled,
        }),
      ),
    );

const readRoutes = (services: GraphServices): Hono<GraphEnv> =>
  new Hono<GraphEnv>()
    .get(one, (c) => {
      const context = itemContextFor(services, c, 'read');
      const options = optionsOf(services, c);
      const item = itemFor(services, c, context);
      const shape = itemShaper(context, { select: options.select, fields: fieldsWanted(options) })(item);
      return graphJson(
        { '@odata.context': `${itemsContext(context)}/$entity`, ...shape },
        200,
        tagHeader(services, item),
      );
    })
    .get(`${one}/fields`, (c) => {
      const context = itemContextFor(services, c, 'read');
      const item = itemFor(services, c, context);
      const shape = fieldsShaper(context, optionsOf(services, c).select ?? 'all')(item);
      return graphJson(
        { '@odata.context': `${itemsContext(context)}('${item.id}')/fields/$entity`, ...shape },
        200,
        tagHeader(services, item),
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

/** Items of a list: create, read, query, follow, change, delete, and their versions. */
export const itemRoutes = (services: GraphServices): Hono<GraphEnv> =>
  new Hono<GraphEnv>()
    .route('/', collectionRoutes(services))
    .route('/', readRoutes(services))
    .route('/', itemChangeRoutes(services));
