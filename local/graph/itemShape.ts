import { fieldKey, kindOf, type Column } from './columnDefinitions';
import { badRequest } from './errors';
import type { List, Site } from './listStore';
import type { LookupText } from './lookups';
import type { FieldsWanted } from './queryOptions';
import { identityOf, listUrl, siteContext } from './shapes';
import { eTagOf, siteUserOfApps, type FieldValue, type StoredItem } from './storedItem';

export interface ItemContext {
  readonly origin: string;
  readonly site: Site;
  readonly list: List;
  readonly columns: readonly Column[];
  readonly lookupText: LookupText;
}

export interface ItemChoice {
  readonly select?: readonly string[] | undefined;
  readonly fields: FieldsWanted;
}

type Fields = Record<string, unknown>;

const builtInFields = (item: StoredItem): Fields => ({
  id: String(item.id),
  ContentType: 'Item',
  Modified: item.modifiedAt,
  Created: item.createdAt,
  AuthorLookupId: String(siteUserOfApps),
  EditorLookupId: String(siteUserOfApps),
  _UIVersionString: `${item.version}.0`,
  Attachments: false,
  Edit: '',
  ...(item.fields.Title === undefined ? {} : { LinkTitleNoMenu: item.fields.Title, LinkTitle: item.fields.Title }),
  ItemChildCount: '0',
  FolderChildCount: '0',
  _ComplianceFlags: '',
  _ComplianceTag: '',
  _ComplianceTagWrittenTime: '',
  _ComplianceTagUserId: '',
  AppAuthorLookupId: String(siteUserOfApps),
  AppEditorLookupId: String(siteUserOfApps),
});

const severalLookups = (context: ItemContext, column: Column, value: FieldValue) =>
  Array.isArray(value)
    ? value.map((id) => ({ LookupId: Number(id), LookupValue: context.lookupText(column, Number(id)) }))
    : [];

/** People and lookups show their number, and their text only when it is asked for by name. */
const lookupFields = (context: ItemContext, column: Column, value: FieldValue, named: boolean): Fields => ({
  [fieldKey(column)]: String(value),
  ...(named ? { [column.name]: context.lookupText(column, Number(value)) } : {}),
});

const columnFields = (context: ItemContext, column: Column, value: FieldValue, named: boolean): Fields => {
  const kind = kindOf(column);
  if (kind === 'lookup') return lookupFields(context, column, value, named);
  return { [column.name]: kind === 'multiLookup' ? severalLookups(context, column, value) : value };
};

/** Empty columns are absent, hidden ones too unless they are asked for. */
const customFields = (context: ItemContext, item: StoredItem, asked: ReadonlySet<string> | undefined): Fields => {
  const fields: Fields = {};
  for (const column of context.columns) {
    const value = item.fields[column.name];
    const named = asked?.has(column.name) ?? false;
    if (value === undefined || column.readOnly || (column.hidden && !named)) continue;
    Object.assign(fields, columnFields(context, column, value, named));
  }
  return fields;
};

/** The `fieldValueSet` of an item. A `$select` narrows it; unknown names are ignored. */
export const fieldsShape = (context: ItemContext, item: StoredItem, wanted: Exclude<FieldsWanted, 'none'>): Fields => {
  const asked = wanted === 'all' ? undefined : new Set(wanted);
  const all: Fields = { ...customFields(context, item, asked), ...builtInFields(item) };
  const chosen = asked ? Object.fromEntries(Object.entries(all).filter(([name]) => asked.has(name))) : all;
  return { '@odata.etag': eTagOf(item), ...chosen };
};

const itemProperties = (context: ItemContext, item: StoredItem): Fields => ({
  createdDateTime: item.createdAt,
  eTag: eTagOf(item),
  id: String(item.id),
  lastModifiedDateTime: item.modifiedAt,
  webUrl: `${listUrl(context.site, context.list)}/${item.id}_.000`,
  createdBy: identityOf(item.createdBy),
  lastModifiedBy: identityOf(item.modifiedBy),
  parentReference: { id: context.list.folderId, siteId: context.site.id },
  contentType: contentTypeOf(context.list),
});

const contentTypeOf = (list: List) => ({
  id: `0x0100${list.id.replaceAll('-', '').toUpperCase()}`,
  name: 'Item',
});

/** Properties that an item may have but these never do. */
const neverSet = ['description', 'name', 'deleted', 'sharepointIds', 'fields'];

const selected = (properties: Fields, select: readonly string[] | undefined): Fields => {
  if (!select || select.includes('*')) return properties;
  const unknown = select.find((name) => !(name in properties) && !neverSet.includes(name));
  if (unknown !== undefined)
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${unknown}' on type 'microsoft.graph.listItem'.`,
    );
  return Object.fromEntries(Object.entries(properties).filter(([name]) => select.includes(name)));
};

export const itemsContext = ({ origin, site, list }: ItemContext): string =>
  `${siteContext(origin, site.id)}/lists('${list.id}')/items`;

/** A `listItem`, with `fields` where they were expanded. */
export const itemShape = (context: ItemContext, item: StoredItem, { select, fields }: ItemChoice): Fields => ({
  '@odata.etag': eTagOf(item),
  ...selected(itemProperties(context, item), select),
  ...(fields === 'none'
    ? {}
    : {
        'fields@odata.context': `${itemsContext(context)}('${item.id}')/fields/$entity`,
        fields: fieldsShape(context, item, fields),
      }),
});

export const deletedShape = ({ site, list }: ItemContext, item: StoredItem) => ({
  id: String(item.id),
  parentReference: { siteId: site.id },
  contentType: contentTypeOf(list),
  deleted: { state: 'deleted' },
});

/** Whether an answer needs the multi-line texts, which are read only then. */
export const needsTexts = (columns: readonly Column[], fields: FieldsWanted): boolean => {
  if (fields === 'none') return false;
  return columns.some((column) => kindOf(column) === 'note' && (fields === 'all' || fields.includes(column.name)));
};
