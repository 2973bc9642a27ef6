import { apps } from '../settings';
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

export const siteShape = (origin: string, site: Site) => ({
  '@odata.context': `${origin}/v1.0/$metadata#sites/$entity`,
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

export const listUrl = (site: Site, list: List): string => `${siteUrl(site)}/Lists/${encodeURIComponent(list.title)}`;

export const listShape = (site: Site, list: List) => {
  const tag = `"${list.id},${list.version}"`;
  return {
    '@odata.etag': tag,
    createdDateTime: list.createdAt,
    description: list.description,
    eTag: tag,
    id: list.id,
    lastModifiedDateTime: list.modifiedAt,
    name: list.title,
    webUrl: listUrl(site, list),
    displayName: list.title,
    createdBy: identityOf(list.createdBy),
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: false, template: 'genericList' },
  };
};
