import path from 'node:path';
import { Hono } from 'hono';
import type { Person } from '../../shared/schema/people';
import { manifestAppId, originOf, tabEntityIds, tenant } from '../settings';
import { createBot } from './bot';
import { bundleRoutes } from './bundles';
import { openChats } from './chats';
import type { ChatsElsewhere } from './chatsElsewhere';
import { createConnector } from './connector/connector';
import { createFeed } from './feed';
import { createInstalling } from './installing';
import { pageApi } from './pageApi';
import { onlyThisMachine } from './pageGuard';
import { inTheGroup, inTheMeeting, peopleOnPage } from './places';
import type { TeamsOptions, TeamsSwitches } from './platform';
import type { Setup } from './shapes';
import { otherTenantId, visitors } from './visitors';

const setupFrom = ({ people, others = [], academies, sample }: TeamsOptions): Setup => ({
  appId: manifestAppId,
  entityIds: tabEntityIds,
  tenantId: tenant.id,
  otherTenantId,
  ...(sample && { sample }),
  people: peopleOnPage(people, academies),
  directory: peopleOnPage([...people, ...others], academies),
  visitors: [...visitors],
  meeting: {
    id: 'MCMxOTptZWV0aW5nX2JvYXJkQHRocmVhZC52MiMw',
    chatId: '19:meeting_board@thread.v2',
    title: 'Board meeting',
    participants: inTheMeeting(people),
  },
  group: { id: '19:orchard_leadership@thread.v2', title: 'Orchard leadership', members: inTheGroup(people) },
});

export interface Teams {
  /** To mount at `/connector` on the HTTPS server. */
  readonly connector: Hono;
  /** To serve over plain HTTP on `ports.page`. */
  readonly page: Hono;
  readonly switches: TeamsSwitches;
  /** Chats that another program than the page shows; it may come and go while this runs. */
  readonly chatsElsewhere: ChatsElsewhere;
  /** Adds the app for everybody who never had it; waits up to a minute for the bot to take each news. */
  installForEveryone(): Promise<void>;
  /** Graph's installation of the app for one user; the bot has been told when it resolves. */
  onInstall(userId: string): Promise<void>;
  /** Graph's removal of the app; from then on the bot may not write to the user. */
  onUninstall(userId: string): Promise<void>;
}

/** The Teams client and the Bot Connector for one machine. */
export const createTeams = (options: TeamsOptions): Teams => {
  const { database, entra, settings } = options;
  const switches: TeamsSwitches = { rateLimits: false, answerWithin: 15_000, deliverTwice: false, tellOnce: false };
  const byId = (people: readonly Person[]) => new Map(people.map((person) => [String(person.id), person]));
  const cast = byId(options.people);
  const people = byId([...options.people, ...(options.others ?? [])]);
  const chats = openChats(database);
  const chatsElsewhere: ChatsElsewhere = new Map();
  const feed = createFeed();
  const bot = createBot(settings, entra, switches);
  const installing = createInstalling({ chats, bot, feed, people: cast, switches });
  const authority = originOf(settings.ports).microsoft365;
  const setup = setupFrom(options);
  const api = pageApi({ people, setup, chats, bot, feed, entra, authority, installing });

  const known = (userId: string): Person => {
    const person = people.get(userId);
    if (person === undefined) throw new Error(`The local Teams does not know the user ${userId}.`);
    return person;
  };

  return {
    switches,
    chatsElsewhere,
    connector: createConnector({ entra, people, chats, chatsElsewhere, feed, switches, group: setup.group }),
    page: new Hono()
      .use(onlyThisMachine)
      .route('/__teams/api', api)
      .route('/', bundleRoutes(settings, options.distDir ?? path.resolve('dist'))),
    installForEveryone: () => installing.forEveryone(60_000),
    onInstall: async (userId) => installing.install(known(userId), 10_000),
    onUninstall: async (userId) => installing.uninstall(known(userId)),
  };
};
