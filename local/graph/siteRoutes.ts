import { Hono } from 'hono';
import { z } from 'zod';
import { accessDenied, invalidRequest, itemNotFound } from './errors';
import { allSites, type Site } from './listStore';
import { changeGrant, grantSite, grantsOf, hasAnyRole, Level, revokeGrant, type Grant } from './permissions';
import { queryOptions } from './queryOptions';
import { graphJson, noContent, readBody, type GraphContext, type GraphEnv } from './responses';
import { refuseOtherExpansions, selected, siteContext, siteShape } from './shapes';
import { optionsOf, searchOf, siteFor, type GraphServices } from './siteAccess';

const Identity = z.object({ application: z.object({ id: z.string(), displayName: z.string().optional() }) });

/** Both spellings are in use (facts/graph.md 3.1). POST takes only the first two roles. */
const GrantInput = z
  .object({
    roles: z.array(z.enum(['read', 'write'])).length(1),
    grantedTo: Identity.optional(),
    grantedToIdentities: z.array(Identity).length(1).optional(),
    grantedToIdentitiesV2: z.array(Identity).length(1).optional(),
  })
  .transform(({ roles, grantedTo, grantedToIdentities, grantedToIdentitiesV2 }) => ({
    role: roles[0],
    app: (grantedTo ?? grantedToIdentities?.[0] ?? grantedToIdentitiesV2?.[0])?.application,
  }));

/** `owner` is another word for full control. */
const GrantChange = z.object({
  roles: z.array(z.union([Level, z.literal('owner').transform((): Level => 'fullcontrol')])).length(1),
});

const grantShape = (grant: Grant) => {
  const identities = [{ application: { id: grant.appId, displayName: grant.displayName } }];
  return { id: grant.id, roles: [grant.role], grantedToIdentities: identities, grantedToIdentitiesV2: identities };
};

/** Only an administrator's app may hand out grants. */
const requireFullControl = (c: GraphContext): void => {
  if (!hasAnyRole(c.get('caller'), ['Sites.FullControl.All'])) throw accessDenied();
};

const grantRoutes = (services: GraphServices): Hono<GraphEnv> =>
  new Hono<GraphEnv>()
    .get('/sites/:site/permissions', (c) => {
      requireFullControl(c);
      const site = siteFor(services, c, 'fullcontrol');
      return graphJson({
        '@odata.context': `${siteContext(services.origin, site.id)}/permissions`,
        value: grantsOf(services.database, site.id).map(grantShape),
      });
    })
    .post('/sites/:site/permissions', async (c) => {
      requireFullControl(c);
      const site = siteFor(services, c, 'fullcontrol');
      const { role, app } = await readBody(c, GrantInput);
      if (!app || !role) throw invalidRequest();
      const grant = grantSite(services.database, site.id, {
        appId: app.id,
        displayName: app.displayName ?? app.id,
        role,
      });
      return graphJson(grantShape(grant), 201);
    })
    .get('/sites/:site/permissions/:grant', (c) => {
      requireFullControl(c);
      const site = siteFor(services, c, 'fullcontrol');
      const grant = grantsOf(services.database, site.id).find(({ id }) => id === c.req.param('grant'));
      if (!grant) throw itemNotFound();
      return graphJson(grantShape(grant));
    })
    .patch('/sites/:site/permissions/:grant', async (c) => {
      requireFullControl(c);
      const site = siteFor(services, c, 'fullcontrol');
      const [role] = (await readBody(c, GrantChange)).roles;
      const grant = role && changeGrant(services.database, site.id, c.req.param('grant'), role);
      if (!grant) throw itemNotFound();
      return graphJson(grantShape(grant));
    })
    .delete('/sites/:site/permissions/:grant', (c) => {
      requireFullControl(c);
      const site = siteFor(services, c, 'fullcontrol');
      if (!revokeGrant(services.database, site.id, c.req.param('grant'))) throw itemNotFound();
      return noContent();
    });

const siteType = { type: 'site', others: ['sharepointIds', 'error', 'eTag', 'parentReference', 'isPersonalSite'] };
const siteNavigations = [
  'lists',
  'columns',
  'contentTypes',
  'drive',
  'drives',
  'items',
  'permissions',
  'sites',
  'pages',
];

const seesEverySite = ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'];

/** `search=*` finds every site. */
const isFound =
  (words: string | null) =>
  ({ displayName, path }: Site): boolean =>
    words === null || words === '*' || `${displayName} ${path}`.toLowerCase().includes(words.toLowerCase());

/** Sites by id, their enumeration, and the grants of `Sites.Selected`. */
export const siteRoutes = (services: GraphServices): Hono<GraphEnv> =>
  new Hono<GraphEnv>()
    .get('/sites', (c) => {
      const all = hasAnyRole(c.get('caller'), seesEverySite);
      const asked = searchOf(c);
      const words = asked.get('search');
      if (words !== null && !all) throw accessDenied();
      asked.delete('search');
      const { select } = queryOptions(asked, { dollarRequired: services.faults.unsettled.bareOptionsRefused });
      const found = all ? allSites(services.database).filter(isFound(words)) : [];
      return graphJson({
        '@odata.context': `${services.origin}/v1.0/$metadata#sites`,
        value: found.map((site) => selected(siteShape(site), select, siteType)),
      });
    })
    .get('/sites/:site', (c) => {
      const site = siteFor(services, c, 'read');
      const { select, expand } = optionsOf(services, c);
      refuseOtherExpansions(expand, { type: 'site', done: [], others: siteNavigations });
      return graphJson({
        '@odata.context': `${services.origin}/v1.0/$metadata#sites/$entity`,
        ...selected(siteShape(site), select, siteType),
      });
    })
    .route('/', grantRoutes(services));
