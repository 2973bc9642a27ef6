import { fieldKey, kindOf, type Column } from './columnDefinitions';
import { tooManyResources } from './errors';
import type { TextsWanted } from './itemRows';
import type { List, Site } from './listStore';
import type { LookupText } from './lookups';
import type { FieldsWanted } from './queryOptions';
import { identityOf, listUrl, selection, siteContext } from './shapes';
import { eTagOf, siteUserOfApps, versionLabel, type FieldValue, type StoredItem } from './storedItem';

export interface ItemContext {
  readonly origin: string;
  readonly site: Site;
  readonly list: List;
  readonly columns: readonly Column[];
  readonly lookupText: LookupText;
  /** Whether the list numbers its versions. */
  readonly versioning: boolean;
}

export interface ItemChoice {
  readonly select?: readonly string[] | undefined;
  readonly fields: FieldsWanted;
}

type Fields = Record<string, unknown>;
type Read = (item: StoredItem) => unknown;
/** What to read under which name, worked out once for all items of an answer. */
type Plan = readonly (readonly [name: string, read: Read])[];

/** Up to so many lookup columns may be asked for in one query (facts/graph.md 1.3). */
const mostLookups = 12;

const always =
  (value: unknown): Read =>
  () =>
    value;

const builtInPlan = ({ versioning }: ItemContext): Plan => [
  ['id', (item) => String(item.id)],
  ['ContentType', always('Item')],
  ['Modified', (item) => item.modifiedAt],
  ['Created', (item) => item.createdAt],
  ['AuthorLookupId', always(String(siteUserOfApps))],
  ['EditorLookupId', always(String(siteUserOfApps))],
  ['_UIVersionString', (item) => versionLabel(item, versioning)],
  ['Attachments', always(false)],
  ['Edit', always('')],
  ['LinkTitleNoMenu', (item) => item.fields.Title],
  ['LinkTitle', (item) => item.fields.Title],
  ['ItemChildCount', always('0')],
  ['FolderChildCount', always('0')],
  ['_ComplianceFlags', always('')],
  ['_ComplianceTag', always('')],
  ['_ComplianceTagWrittenTime', always('')],
  ['_ComplianceTagUserId', always('')],
  ['AppAuthorLookupId', always(String(siteUserOfApps))],
  ['AppEditorLookupId', always(String(siteUserOfApps))],
];

const severalLookups = ({ lookupText }: ItemContext, column: Column, value: FieldValue | undefined) =>
  Array.isArray(value) ? value.map((id) => ({ LookupId: Number(id), ...lookupText(column, Number(id)) })) : undefined;

/** People and lookups show their number, and their text only when it is asked for by name. */
const columnPlan = (context: ItemContext, column: Column): Plan => {
  const { name } = column;
  const kind = kindOf(column);
  const value = (item: StoredItem): FieldValue | undefined => item.fields[name];
  if (kind === 'multiLookup') return [[name, (item) => severalLookups(context, column, value(item))]];
  if (kind !== 'lookup') return [[name, value]];
  const number: Read = (item) => (value(item) === undefined ? undefined : String(value(item)));
  const text: Read = (item) =>
    value(item) === undefined ? undefined : context.lookupText(column, Number(value(item))).LookupValue;
  return [
    [fieldKey(column), number],
    [name, text],
  ];
};

/** Without a `$select` a lookup's text and a hidden column stay out. */
const isShown = (columns: readonly Column[]): ((name: string) => boolean) => {
  const kept = new Set(columns.filter(({ hidden }) => hidden).map(fieldKey));
  for (const column of columns) if (kindOf(column) === 'lookup' || column.hidden) kept.add(column.name);
  return (name) => !kept.has(name);
};

const refuseManyLookups = (columns: readonly Column[], names: ReadonlySet<string>): void => {
  const lookups = columns.filter(
    (column) => /lookup/i.test(kindOf(column)) && (names.has(column.name) || names.has(fieldKey(column))),
  );
  if (lookups.length > mostLookups) throw tooManyResources();
};

const fieldsPlan = (context: ItemContext, wanted: Exclude<FieldsWanted, 'none'>): Plan => {
  const custom = context.columns.filter((column) => !column.readOnly);
  const all = [...custom.flatMap((column) => columnPlan(context, column)), ...builtInPlan(context)];
  if (wanted === 'all') {
    const shown = isShown(custom);
    return all.filter(([name]) => shown(name));
  }
  const names = new Set(wanted);
  refuseManyLookups(custom, names);
  return all.filter(([name]) => names.has(name));
};

/** Empty values are absent. */
const writeTo = (target: Fields, plan: Plan, item: StoredItem): Fields => {
  for (const [name, read] of plan) {
    const value = read(item);
    if (value !== undefined) target[name] = value;
  }
  return target;
};

export type ItemShaper = (item: StoredItem) => Fields;

/** Makes the `fieldValueSet` of items. A `$select` narrows it; unknown names are ignored. */
export const fieldsShaper = (context: ItemContext, wanted: Exclude<FieldsWanted, 'none'>): ItemShaper => {
  const plan = fieldsPlan(context, wanted);
  return (item) => writeTo({ '@odata.etag': eTagOf(item) }, plan, item);
};

const contentTypeOf = (list: List) => ({
  id: `0x0100${list.id.replaceAll('-', '').toUpperCase()}`,
  name: 'Item',
});

const itemPlan = ({ site, list }: ItemContext): Plan => {
  const url = listUrl(site, list);
  return [
    ['createdDateTime', (item) => item.createdAt],
    ['eTag', eTagOf],
    ['id', (item) => String(item.id)],
    ['lastModifiedDateTime', (item) => item.modifiedAt],
    ['webUrl', (item) => `${url}/${item.id}_.000`],
    ['createdBy', (item) => identityOf(item.createdBy)],
    ['lastModifiedBy', (item) => identityOf(item.modifiedBy)],
    ['parentReference', always({ id: list.folderId, siteId: site.id })],
    ['contentType', always(contentTypeOf(list))],
  ];
};

/** Properties that an item may have but these never do. */
const neverSet = ['description', 'name', 'deleted', 'sharepointIds', 'fields'];

export const itemsContext = ({ origin, site, list }: ItemContext): string =>
  `${siteContext(origin, site.id)}/lists('${list.id}')/items`;

/** Makes the `listItem` of items, with `fields` where they were expanded. */
export const itemShaper = (context: ItemContext, { select, fields }: ItemChoice): ItemShaper => {
  const all = itemPlan(context);
  const isSelected = selection([...all.map(([name]) => name), ...neverSet], select, 'listItem');
  const plan = all.filter(([name]) => isSelected(name));
  const shapeFields = fields === 'none' ? undefined : fieldsShaper(context, fields);
  const within = itemsContext(context);
  return (item) => {
    const shape = writeTo({ '@odata.etag': eTagOf(item) }, plan, item);
    if (!shapeFields) return shape;
    shape['fields@odata.context'] = `${within}('${item.id}')/fields/$entity`;
    shape.fields = shapeFields(item);
    return shape;
  };
};

export const deletedShape = ({ site, list }: ItemContext, item: StoredItem) => ({
  id: String(item.id),
  parentReference: { siteId: site.id },
  contentType: contentTypeOf(list),
  deleted: { state: 'deleted' },
});

/** The multi-line texts that an answer shows: no others are read for it. */
export const textsIn = (columns: readonly Column[], fields: FieldsWanted): TextsWanted => {
  if (typeof fields === 'string') return fields;
  const notes = columns.filter((column) => kindOf(column) === 'note' && fields.includes(column.name));
  return notes.length === 0 ? 'none' : notes.map(({ name }) => name);
};
