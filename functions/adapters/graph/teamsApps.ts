import { z } from 'zod';
import type { Installation, Installer } from '../../../shared/application/ports/installer';
import type { GraphClient } from './client';
import { GraphFault } from './graphFault';

const bindingBase = 'https://graph.microsoft.com/v1.0/appCatalogs/teamsApps';

/** A second installation is answered 409 in practice, and 400 by some accounts of it (facts/graph.md 3.5). */
const saysInstalled = ({ status, message }: GraphFault): boolean =>
  status === 409 || (status === 400 && /already installed/i.test(message));

const refusals: Readonly<Record<number, string>> = {
  403: 'Assured is not installed for this person in Teams, and may not install itself: a permission is missing.',
  404: 'Assured is not installed for this person in Teams: Microsoft 365 does not know the person or the app.',
};

const outcomeOf = (error: unknown): Installation => {
  if (!(error instanceof GraphFault)) throw error;
  if (saysInstalled(error)) return { status: 'already' };
  const reason = refusals[error.status];
  if (reason === undefined) throw error;
  return { status: 'refused', reason };
};

const notInstalled: Installation = {
  status: 'refused',
  reason: 'Assured is not installed for this person in Teams.',
};

/**
 * Installs the app for people through Graph, with `TeamsAppInstallation.ReadWriteSelfForUser.All`. `catalogueId`: the
 * app's id in the organisation's catalogue; without it nobody is given the app, and who lacks it is noted.
 */
export const createInstaller = (client: GraphClient, catalogueId: string | undefined): Installer => ({
  async install(person) {
    if (catalogueId === undefined) return notInstalled;
    const order = { 'teamsApp@odata.bind': `${bindingBase}/${catalogueId}` };
    try {
      await client.post(`/users/${person}/teamwork/installedApps`, order, z.unknown());
      return { status: 'installed' };
    } catch (error) {
      return outcomeOf(error);
    }
  },
});
