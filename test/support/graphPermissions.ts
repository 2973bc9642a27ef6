import { apps } from '../../local/settings';

/** What a call to Graph needs at least, for an app that speaks for itself; `address` says so. */
export interface Needed {
  readonly permission: string;
  /** The role on the one site, where the permission is for selected sites. */
  readonly onSite?: 'read' | 'write' | 'fullcontrol';
  readonly address: string;
}

const reference = 'https://learn.microsoft.com/graph/api';
const reading = (page: string): Needed => ({
  permission: 'Sites.Selected',
  onSite: 'read',
  address: `${reference}/${page}`,
});
const writing = (page: string): Needed => ({ ...reading(page), onSite: 'write' });

const list = '/sites/{id}/lists/{id}';

/** What the product may ask of Graph. Whoever adds a line here adds it to `docs/permissions.md` too. */
const ofProduct: Readonly<Record<string, Needed>> = {
  'GET /sites/{id}': reading('site-getbypath'),
  'GET /sites/{id}/lists': reading('list-list'),
  [`GET ${list}/columns`]: reading('list-list-columns'),
  [`GET ${list}/items`]: reading('listitem-list'),
  [`GET ${list}/items/{id}`]: reading('listitem-get'),
  [`GET ${list}/items/delta`]: reading('listitem-delta'),
  [`GET ${list}/items/{id}/versions`]: reading('listitem-list-versions'),
  [`POST ${list}/items`]: writing('listitem-create'),
  [`PATCH ${list}/items/{id}`]: writing('listitem-update'),
  [`PATCH ${list}/items/{id}/fields`]: writing('listitem-update'),
  'POST /users/{id}/teamwork/installedApps': {
    permission: 'TeamsAppInstallation.ReadWriteSelfForUser.All',
    address: `${reference}/userteamwork-post-installedapps`,
  },
};

const managing = (page: string): Needed => ({ permission: 'Sites.FullControl.All', address: `${reference}/${page}` });

/** What the administrator's commands ask beside that, as a registration of their own, which the product never uses. */
const ofProvisioning: Readonly<Record<string, Needed>> = {
  ...ofProduct,
  'POST /sites/{id}/lists': managing('list-create'),
  [`POST ${list}/columns`]: managing('list-post-columns'),
  [`PATCH ${list}/columns/{id}`]: managing('columndefinition-update'),
  'GET /sites/{id}/permissions': managing('site-list-permissions'),
  'POST /sites/{id}/permissions': managing('site-post-permissions'),
};

export const permissionsOfProduct = [...new Set(Object.values(ofProduct).map(({ permission }) => permission))];

const tables: Readonly<Record<string, Readonly<Record<string, Needed>>>> = {
  [apps.product.id]: ofProduct,
  [apps.provisioning.id]: ofProvisioning,
};

/** Calls as `local/graph/callRecord.ts` writes them: what each needs, and those that nothing here allows. */
export const judgeCalls = (record: string) => {
  const calls = record.split('\n').filter((line) => line !== '');
  const judged = [...new Set(calls)].sort().map((call) => {
    const [appId = '', method, template] = call.split(' ');
    return { call, isProducts: appId === apps.product.id, needed: tables[appId]?.[`${method} ${template}`] };
  });
  const used = new Set(judged.flatMap(({ isProducts, needed }) => (isProducts && needed ? [needed.permission] : [])));
  return {
    judged,
    notAllowed: judged.filter(({ needed }) => needed === undefined).map(({ call }) => call),
    neverUsed: permissionsOfProduct.filter((permission) => !used.has(permission)),
  };
};
