import { Hono } from 'hono';
import { z } from 'zod';
import { apps } from '../settings';
import { findUser, type DirectoryUser } from './directory';
import { userNotFound } from './directoryRoutes';
import { GraphFault, invalidRequest, itemNotFound } from './errors';
import { rowTest, type FilterField } from './filterMatch';
import { catalogueApp, install, installationsOf, uninstall, type Installation } from './installations';
import { requireRole } from './permissions';
import { graphJson, noContent, readBody, type GraphContext, type GraphEnv } from './responses';
import { optionsOf, type GraphServices } from './siteAccess';

const catalogueReaders = ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All'];
const installers = [
  'TeamsAppInstallation.ReadWriteSelfForUser.All',
  'TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All',
  'TeamsAppInstallation.ReadWriteForUser.All',
];

export interface TeamsAppServices extends GraphServices {
  /** The app was installed for this person: Teams now tells the bot. */
  readonly onInstall: (userId: string) => void;
  readonly onUninstall: (userId: string) => void;
}

const InstallOrder = z.object({ 'teamsApp@odata.bind': z.string() });

const teamsApp = { ...catalogueApp, distributionMethod: 'organization' };
type TeamsApp = typeof teamsApp;

const appField =
  (prefix: string) =>
  (path: string): FilterField<TeamsApp> => {
    const name = (['id', 'externalId', 'distributionMethod'] as const).find((one) => `${prefix}${one}` === path);
    if (!name) throw invalidRequest('Invalid filter clause');
    return {
      read: (app) => app[name].toLowerCase(),
      literal: (value) => (typeof value === 'string' ? value.toLowerCase() : null),
    };
  };

const userFor = ({ database }: GraphServices, c: GraphContext): DirectoryUser => {
  requireRole(c.get('caller'), installers);
  const key = c.req.param('user') ?? '';
  const user = findUser(database, key);
  if (!user) throw userNotFound(key);
  return user;
};

const installationFor = (services: GraphServices, c: GraphContext): Installation => {
  const user = userFor(services, c);
  const found = installationsOf(services.database, user.id).find(({ id }) => id === c.req.param('installation'));
  if (!found) throw itemNotFound();
  return found;
};

const installationShape = ({ id }: Installation, expanded: boolean) => ({ id, ...(expanded ? { teamsApp } : {}) });

const requireCatalogueApp = (binding: string): void => {
  if (!binding.endsWith(`/appCatalogs/teamsApps/${catalogueApp.id}`))
    throw new GraphFault(404, 'NotFound', 'The requested app does not exist in the tenant app catalog.');
};

/** A second installation is answered 409 in practice; callers treat it as done. */
const alreadyInstalled = (status: 409 | 400): GraphFault =>
  new GraphFault(status, status === 409 ? 'Conflict' : 'BadRequest', 'The app is already installed for the user.');

const personalApps = (services: TeamsAppServices): Hono<GraphEnv> => {
  const { database, origin } = services;
  const base = '/users/:user/teamwork/installedApps';
  return new Hono<GraphEnv>()
    .get(base, (c) => {
      const user = userFor(services, c);
      const { filter, expand } = optionsOf(services, c);
      const matches = filter ? rowTest(filter, appField('teamsApp/'))(teamsApp) : true;
      const found = matches ? installationsOf(database, user.id) : [];
      return graphJson({
        '@odata.context': `${origin}/v1.0/$metadata#users('${user.id}')/teamwork/installedApps`,
        '@odata.count': found.length,
        value: found.map((one) => installationShape(one, expand.has('teamsApp'))),
      });
    })
    .post(base, async (c) => {
      const user = userFor(services, c);
      requireCatalogueApp((await readBody(c, InstallOrder))['teamsApp@odata.bind']);
      if (!install(database, user.id)) throw alreadyInstalled(services.faults.unsettled.secondInstall);
      services.onInstall(user.id);
      return new Response(null, { status: 201 });
    })
    .delete(`${base}/:installation`, (c) => {
      const { userId } = installationFor(services, c);
      if (uninstall(database, userId)) services.onUninstall(userId);
      return noContent();
    })
    .get(`${base}/:installation/chat`, (c) => {
      const { userId } = installationFor(services, c);
      return graphJson({
        '@odata.context': `${origin}/v1.0/$metadata#chats/$entity`,
        id: `19:${userId}_${apps.bot.id}@unq.gbl.spaces`,
        chatType: 'oneOnOne',
      });
    });
};

/** The organisation's app catalogue and the installation of the app for a person (facts/graph.md 3.5). */
export const teamsAppRoutes = (services: TeamsAppServices): Hono<GraphEnv> =>
  new Hono<GraphEnv>()
    .get('/appCatalogs/teamsApps', (c) => {
      requireRole(c.get('caller'), catalogueReaders);
      const { filter } = optionsOf(services, c);
      const matches = filter ? rowTest(filter, appField(''))(teamsApp) : true;
      return graphJson({
        '@odata.context': `${services.origin}/v1.0/$metadata#appCatalogs/teamsApps`,
        value: matches ? [teamsApp] : [],
      });
    })
    .route('/', personalApps(services));
