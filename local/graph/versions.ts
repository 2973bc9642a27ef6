import { z } from 'zod';
import type { LocalDatabase } from '../database';
import { itemNotFound } from './errors';
import { fieldsShaper, itemsContext, type ItemContext } from './itemShape';
import type { QueryOptions } from './queryOptions';
import { identityOf, refuseOtherExpansions } from './shapes';
import { fieldsFrom, versionLabel, type StoredItem } from './storedItem';

const Row = z
  .object({
    version: z.number(),
    modifiedAt: z.string(),
    modifiedBy: z.string(),
    fields: z.string(),
    texts: z.string(),
  })
  .transform(({ texts, ...row }) => ({ ...row, fields: fieldsFrom(row.fields, texts) }));

const columns = 'version, modified_at as modifiedAt, modified_by as modifiedBy, fields, texts';

/** The item as it was in each of its versions, newest first. A list without versioning knows the newest only. */
export const pastStates = (
  database: LocalDatabase,
  { list, versioning }: ItemContext,
  item: StoredItem,
): StoredItem[] =>
  database
    .rows(
      Row,
      `select ${columns} from item_versions where list_id = ? and item_id = ? order by version desc limit ?`,
      list.id,
      item.id,
      versioning ? -1 : 1,
    )
    .map((row) => ({ ...item, ...row }));

const versionShape = (context: ItemContext, item: StoredItem, { expand }: QueryOptions) => {
  refuseOtherExpansions(expand, { type: 'listItemVersion', done: ['fields'] });
  return {
    id: versionLabel(item, context.versioning),
    lastModifiedBy: identityOf(item.modifiedBy),
    lastModifiedDateTime: item.modifiedAt,
    ...(expand.has('fields') ? { fields: fieldsShaper(context, expand.get('fields') ?? 'all')(item) } : {}),
  };
};

/** Newest first; `fields` only where they are expanded. */
export const versionsOf = (
  database: LocalDatabase,
  context: ItemContext,
  item: StoredItem,
  options: QueryOptions,
): object => ({
  '@odata.context': `${itemsContext(context)}('${item.id}')/versions`,
  value: pastStates(database, context, item).map((past) => versionShape(context, past, options)),
});

/** The item as it was in one version, named as in the answer: `3.0`. */
export const stateAt = (
  database: LocalDatabase,
  context: ItemContext,
  item: StoredItem,
  versionId: string,
): StoredItem => {
  const past = pastStates(database, context, item).find((one) => versionLabel(one, context.versioning) === versionId);
  if (!past) throw itemNotFound();
  return past;
};

export interface VersionChoice {
  readonly versionId: string;
  readonly options: QueryOptions;
}

export const versionOf = (
  database: LocalDatabase,
  context: ItemContext,
  item: StoredItem,
  { versionId, options }: VersionChoice,
): object => {
  return {
    '@odata.context': `${itemsContext(context)}('${item.id}')/versions/$entity`,
    ...versionShape(context, stateAt(database, context, item, versionId), options),
  };
};
