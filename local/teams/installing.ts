import { setTimeout as pause } from 'node:timers/promises';
import type { Person } from '../../shared/schema/people';
import { botAddedActivity, installationActivity } from './activities';
import { accepted, type Bot } from './bot';
import type { Chats } from './chats';
import type { Feed } from './feed';
import { conversationIdOf } from './identity';
import type { TeamsSwitches } from './platform';

interface InstallingDeps {
  readonly chats: Chats;
  readonly bot: Bot;
  readonly feed: Feed;
  readonly people: ReadonlyMap<string, Person>;
  readonly switches: Pick<TeamsSwitches, 'tellOnce'>;
}

/** Whether the bot has heard of it, or is never told again. */
const announce = async ({ bot, switches }: InstallingDeps, person: Person): Promise<boolean> => {
  const installed = await bot.deliver(installationActivity(bot.serviceUrl, person, 'add'));
  if (!accepted(installed) && !switches.tellOnce) return false;
  return accepted(await bot.deliver(botAddedActivity(bot.serviceUrl, person))) || switches.tellOnce;
};

const announceUntilHeard = async (deps: InstallingDeps, person: Person, until: number): Promise<void> => {
  for (let wait = 250; ; wait = Math.min(wait * 2, 4000)) {
    if (await announce(deps, person)) return deps.chats.markAnnounced(person.id);
    if (Date.now() + wait > until) {
      throw new Error(`Assured was added for ${person.name}, but the bot at ${deps.bot.endpoint} does not accept it.`);
    }
    await pause(wait);
  }
};

/** Adds and removes the app for people, and tells the bot (facts §5.4). */
export const createInstalling = (deps: InstallingDeps) => {
  const underway = new Map<string, Promise<void>>();

  const start = async (person: Person, patience: number): Promise<void> => {
    const { chats, feed } = deps;
    if (chats.installationOf(person.id) === 'announced') return;
    chats.conversations.open(conversationIdOf(person), person.id);
    if (!chats.isInstalled(person.id)) {
      chats.install(person.id);
      feed.tell(person.id, { type: 'installation', installed: true });
    }
    await announceUntilHeard(deps, person, Date.now() + patience);
  };

  /** Two installations of one person at the same time are one. `patience` in milliseconds. */
  const install = (person: Person, patience: number): Promise<void> => {
    const running = underway.get(person.id);
    if (running !== undefined) return running;
    const begun = start(person, patience).finally(() => underway.delete(person.id));
    underway.set(person.id, begun);
    return begun;
  };

  return {
    install,
    /** From now on the bot may not write to the person. */
    async uninstall(person: Person): Promise<void> {
      if (!deps.chats.isInstalled(person.id)) return;
      deps.chats.remove(person.id);
      deps.feed.tell(person.id, { type: 'installation', installed: false });
      await deps.bot.deliver(installationActivity(deps.bot.serviceUrl, person, 'remove'));
    },
    /** As a trust's app setup policy does. Whoever removed the app stays without it. */
    async forEveryone(patience: number): Promise<void> {
      for (const person of deps.people.values()) {
        const state = deps.chats.installationOf(person.id);
        if (state === 'new' || state === 'unannounced') await install(person, patience);
      }
    },
  };
};
export type Installing = ReturnType<typeof createInstalling>;
