import { z } from 'zod';
import type { LocalDatabase } from '../database';
import { badRequest, itemNotFound } from './errors';
import { fieldsShape, itemsContext, type ItemContext } from './itemShape';
import type { QueryOptions } from './queryOptions';
import { identityOf } from './shapes';
import { FieldValue, type StoredItem } from './storedItem';

const Fields = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.record(z.string(), FieldValue));

const Row = z.object({
  version: z.number(),
  modifiedAt: z.string(),
  modifiedBy: z.string(),
  fields: Fields,
  texts: Fields,
});
type Row = z.infer<typeof Row>;

const columns = 'version, modified_at as modifiedAt, modified_by as modifiedBy, fields, texts';

const asOf = (item: StoredItem, row: Row): StoredItem => ({
  ...item,
  version: row.version,
  modifiedAt: row.modifiedAt,
  modifiedBy: row.modifiedBy,
  fields: { ...row.fields, ...row.texts },
});

const versionShape = (context: ItemContext, item: StoredItem, { expand }: QueryOptions) => {
  for (const name of expand.keys())
    if (name !== 'fields')
      throw badRequest(
        `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.listItemVersion'.`,
      );
  return {
    id: `${item.version}.0`,
    lastModifiedBy: identityOf(item.modifiedBy),
    lastModifiedDateTime: item.modifiedAt,
    ...(expand.has('fields') ? { fields: fieldsShape(context, item, expand.get('fields') ?? 'all') } : {}),
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
  value: database
    .rows(
      Row,
      `select ${columns} from item_versions where list_id = ? and item_id = ? order by version desc`,
      context.list.id,
      item.id,
    )
    .map((row) => versionShape(context, asOf(item, row), options)),
});

export interface VersionChoice {
  /** As in the answer: `3.0`. */
  readonly versionId: string;
  readonly options: QueryOptions;
}

export const versionOf = (
  database: LocalDatabase,
  context: ItemContext,
  item: StoredItem,
  { versionId, options }: VersionChoice,
): object => {
  const row = database.row(
    Row,
    `select ${columns} from item_versions where list_id = ? and item_id = ? and version = ?`,
    context.list.id,
    item.id,
    Number(/^(\d+)\.0$/.exec(versionId)?.[1] ?? -1),
  );
  if (!row) throw itemNotFound();
  return {
    '@odata.context': `${itemsContext(context)}('${item.id}')/versions/$entity`,
    ...versionShape(context, asOf(item, row), options),
  };
};
