import { setTimeout as wait } from 'node:timers/promises';
import { Hono } from 'hono';
import { z } from 'zod';
import { changesIn, itemFor, itemId, tagHeader, writeTo } from './itemAccess';
import { fieldsShaper, itemShaper, itemsContext, type ItemContext } from './itemShape';
import { deleteItem, updateItem } from './itemStore';
import { FieldsBody, type FieldChanges } from './itemValues';
import { graphJson, noContent, readBody, type GraphContext, type GraphEnv } from './responses';
import { itemContextFor, type GraphServices } from './siteAccess';
import type { StoredItem } from './storedItem';
import { stateAt } from './versions';

const one = '/sites/:site/lists/:list/items/:item';

const ItemChange = z.strictObject({ fields: FieldsBody });

/** The version that an unconditional write begins with, and the time it then takes inside SharePoint. */
const enterRace = async (services: GraphServices, c: GraphContext, context: ItemContext) => {
  const { raceMs } = services.faults;
  if (raceMs === 0 || c.req.header('if-match') !== undefined) return undefined;
  const { version } = itemFor(services, c, context);
  await wait(raceMs);
  return version;
};

const change = async (services: GraphServices, c: GraphContext, context: ItemContext, fields: FieldsBody) => {
  const changes = changesIn(services, context, fields);
  const write = writeTo(services, context, c);
  const raced = await enterRace(services, c, context);
  return updateItem(write, itemId(c), { changes, ifMatch: c.req.header('if-match'), raced });
};

/** Everything as it was then; what came since is cleared. */
const backTo = (past: StoredItem, now: StoredItem): FieldChanges =>
  new Map([...Object.keys(now.fields), ...Object.keys(past.fields)].map((name) => [name, past.fields[name] ?? null]));

/** Both forms of change, deletion, and the return to a version. */
export const itemChangeRoutes = (services: GraphServices): Hono<GraphEnv> =>
  new Hono<GraphEnv>()
    .patch(one, async (c) => {
      const context = itemContextFor(services, c, 'write');
      const item = await change(services, c, context, (await readBody(c, ItemChange)).fields);
      return graphJson(
        { '@odata.context': `${itemsContext(context)}/$entity`, ...itemShaper(context, { fields: 'all' })(item) },
        200,
        tagHeader(services, item),
      );
    })
    .patch(`${one}/fields`, async (c) => {
      const context = itemContextFor(services, c, 'write');
      const item = await change(services, c, context, await readBody(c, FieldsBody));
      return graphJson(
        {
          '@odata.context': `${itemsContext(context)}('${item.id}')/fields/$entity`,
          ...fieldsShaper(context, 'all')(item),
        },
        200,
        tagHeader(services, item),
      );
    })
    .delete(one, (c) => {
      const context = itemContextFor(services, c, 'write');
      deleteItem(writeTo(services, context, c), itemId(c), c.req.header('if-match'));
      return noContent();
    })
    .post(`${one}/versions/:version/restoreVersion`, (c) => {
      const context = itemContextFor(services, c, 'write');
      const item = itemFor(services, c, context);
      const past = stateAt(services.database, context, item, c.req.param('version'));
      updateItem(writeTo(services, context, c), item.id, { changes: backTo(past, item), ifMatch: undefined });
      return noContent();
    });
