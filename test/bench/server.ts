import { columnsOf } from '../../local/graph/columnStore';
import { createItem, updateItem } from '../../local/graph/itemStore';
import type { ListWrite } from '../../local/graph/itemStore';
import { parseFieldChanges } from '../../local/graph/itemValues';
import { allSites, findList } from '../../local/graph/listStore';
import { startMicrosoft365 } from '../../local/microsoft365';
import { apps, tenant } from '../../local/settings';
import { Order } from './orders';
import type { Usage } from './orders';

/** The local Graph in a process of its own, so that its work is not taken for the client's: `server.ts <data folder>`. */
const [dataDir = ''] = process.argv.slice(2);
const microsoft365 = await startMicrosoft365({ ports: { microsoft365: 0 }, dataDir, users: [] });
const { database, faults } = microsoft365;

const writeTo = (title: string): ListWrite => {
  const site = allSites(database).find(({ path }) => path === tenant.sitePath);
  const list = site && findList(database, site.id, title);
  if (!list) throw new Error(`There is no list ${title}.`);
  return { database, listId: list.id, columns: columnsOf(database, list.id), appId: apps.product.id };
};

const usageNow = (): Usage => {
  const { requests, units, throttled } = faults.usage;
  return { requests, units, throttled };
};

const carryOut = (order: Order): Usage | undefined => {
  switch (order.do) {
    case 'seed': {
      const write = writeTo(order.list);
      database.atomically(() => {
        for (const fields of order.items) createItem(write, parseFieldChanges(write.columns, fields));
      });
      return undefined;
    }
    case 'change': {
      const write = writeTo(order.list);
      order.items.forEach((fields, i) =>
        updateItem(write, order.from + i, { changes: parseFieldChanges(write.columns, fields), ifMatch: undefined }),
      );
      return undefined;
    }
    case 'begin':
      faults.reset();
      faults.latencyMs = order.latencyMs;
      faults.unitsPerMinute = order.unitsPerMinute ?? Infinity;
      return undefined;
    case 'end':
      return usageNow();
  }
};

process.on('message', (message) => {
  try {
    process.send?.({ usage: carryOut(Order.parse(message)) });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.({ origin: microsoft365.origin });
