import { accessDenied, GraphFault, itemNotFound } from './errors';
import { findItem } from './itemRows';
import type { ItemContext } from './itemShape';
import type { ListWrite } from './itemStore';
import { parseFieldChanges, type FieldChanges, type FieldsBody } from './itemValues';
import type { GraphContext } from './responses';
import type { GraphServices } from './siteAccess';
import { eTagOf, type StoredItem } from './storedItem';

/** The item's number in the path. */
export const itemId = (c: GraphContext): number => {
  const id = c.req.param('item') ?? '';
  if (!/^\d{1,15}$/.test(id)) throw itemNotFound();
  return Number(id);
};

export const itemFor = (services: GraphServices, c: GraphContext, context: ItemContext): StoredItem => {
  const item = findItem(services.database, context.list.id, itemId(c));
  if (!item) throw itemNotFound();
  return item;
};

/** Whoever writes; nobody writes to the service's own lists. */
export const writeTo = (
  { database, faults }: GraphServices,
  { list, columns }: ItemContext,
  c: GraphContext,
): ListWrite => {
  if (list.hidden) throw accessDenied();
  return {
    database,
    listId: list.id,
    columns,
    appId: c.get('caller').appId,
    versionsKept: faults.versionsKept[list.title],
    mismatchInner: faults.unsettled.mismatchInner,
    ...(faults.listLagMs > 0
      ? { remember: (id, before) => faults.recentWrites.note({ listId: list.id, itemId: id, before }) }
      : {}),
  };
};

/** The header carries the tag without its quotes (facts/graph.md 1.6), if at all: take the tag from the body. */
export const tagHeader = ({ faults }: GraphServices, item: StoredItem): Record<string, string> => {
  const tag = eTagOf(item);
  const forms = { bare: { ETag: tag.replaceAll('"', '') }, quoted: { ETag: tag }, absent: {} };
  return forms[faults.unsettled.tagHeader];
};

/** The new values of a create or update. The text of a refusal is not established. */
export const changesIn = ({ faults }: GraphServices, { columns }: ItemContext, fields: FieldsBody): FieldChanges => {
  const { valueRefusal } = faults.unsettled;
  try {
    return parseFieldChanges(columns, fields);
  } catch (error) {
    if (valueRefusal === null || !(error instanceof GraphFault) || error.status !== 400) throw error;
    throw new GraphFault(error.status, error.code, valueRefusal);
  }
};
