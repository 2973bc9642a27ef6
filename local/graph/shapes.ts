import { apps } from '../settings';
import { badRequest, notEmulated } from './errors';
import type { List, Site } from './listStore';

const appNames: ReadonlyMap<string, string> = new Map(
  Object.entries(apps).map(([name, app]) => [app.id, `Assured ${name}`]),
);

export const identityOf = (appId: string) => ({
  application: { id: appId, displayName: appNames.get(appId) ?? appId },
});

/** Commas of a site id are escaped inside `@odata.context`. */
export const siteContext = (origin: string, siteId: string): string =>
  `${origin}/v1.0/$metadata#sites('${siteId.replaceAll(',', '%2C')}')`;

export const siteUrl = (site: Site): string => `https://${site.hostname}${site.path}`;

const noSuchProperty = (name: string, type: string) =>
  badRequest(
    `Parsing OData Select and Expand failed: Could not find a property named '${name}' on type 'microsoft.graph.${type}'.`,
  );

/** Which properties a `$select` keeps: all without one. Refuses names that the type does not have. */
export const selection = (
  known: readonly string[],
  select: readonly string[] | undefined,
  type: string,
): ((name: string) => boolean) => {
  if (!select || select.includes('*')) return () => true;
  const unknown = select.find((name) => !known.includes(name));
  if (unknown !== undefined) throw noSuchProperty(unknown, type);
  return (name) => select.includes(name);
};

interface Expansions {
  readonly type: string;
  readonly done: readonly string[];
  /** What the type has and this Graph has not. */
  readonly others?: readonly string[];
}

/** Refuses to expand what the type does not have, or what is not done here. */
export const refuseOtherExpansions = (
  expand: ReadonlyMap<string, unknown>,
  { type, done, others = [] }: Expansions,
): void => {
  for (const name of expand.keys()) {
    if (others.includes(name)) throw notEmulated(`how to expand '${name}'`);
    if (!done.includes(name)) throw noSuchProperty(name, type);
  }
};

const annotation = /@odata\./;

/** The shape with only the selected properties; annotations stay. `others` are the type's properties it lacks. */
export const selected = (
  shape: object,
  select: readonly string[] | undefined,
  { type, others = [] }: { readonly type: string; readonly others?: readonly string[] },
): object => {
  const isSelected = selection([...Object.keys(shape), ...others], select, type);
  return Object.fromEntries(Object.entries(shape).filter(([name]) => annotation.test(name) || isSelected(name)));
};

export const siteShape = (site: Site) => ({
  createdDateTime: site.createdAt,
  description: '',
  id: site.id,
  lastModifiedDateTime: site.createdAt,
  name: site.path.split('/').at(-1) ?? '',
  webUrl: siteUrl(site),
  displayName: site.displayName,
  root: {},
  siteCollection: { hostname: site.hostname },
});

export const listUrl = (site: Site, list: List): string => `${siteUrl(site)}/Lists/${encodeURIComponent(list.name)}`;

/** A list keeps the name it was made with, whatever it is called later. */
export const listShape = (site: Site, list: List) => {
  const tag = `"${list.id},${list.version}"`;
  return {
    '@odata.etag': tag,
    createdDateTime: list.createdAt,
    description: list.description,
    eTag: tag,
    id: list.id,
    lastModifiedDateTime: list.modifiedAt,
    name: list.name,
    webUrl: listUrl(site, list),
    displayName: list.title,
    createdBy: identityOf(list.createdBy),
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: list.hidden, template: 'genericList' },
    ...(list.hidden ? { system: {} } : {}),
  };
};
