import { createBot } from '../../bot/createBot';
import { createRateLimits } from '../../functions/http/rateLimits';
import { bindUseCases } from '../../functions/useCases';
import type { Conversation, Conversations, SentCards } from '../../shared/application/ports/delivery';
import type { CategoryChange } from '../../shared/schema/categoryChange';
import type { PersonId } from '../../shared/schema/ids';
import type { LateDecision } from '../../shared/schema/lateDecision';
import type { Matter } from '../../shared/schema/matter';
import type { Person } from '../../shared/schema/people';
import type { Review } from '../../shared/schema/review';
import { now, settings } from '../support/builders/calendar';
import { smallFramework } from '../support/builders/framework';
import { academies, people } from '../support/builders/people';
import { createFakeStore } from '../support/fakeStore';
import { activity, createChat, type Signing } from './teams';

interface Given {
  /** What takes the place of the tables' own answers. */
  readonly without?: { readonly conversations: Partial<Conversations>; readonly sentCards: Partial<SentCards> };
  /** Requests of one person in a minute; the product's own where it is not given. */
  readonly perMinute?: { readonly reading: number; readonly writing: number };
  readonly reviews?: readonly Review[];
  readonly changes?: readonly CategoryChange[];
}

const filled = async ({ reviews = [], changes = [] }: Given) => {
  const store = createFakeStore();
  await store.create('settings', settings);
  await store.create('settings', {
    name: `framework:${smallFramework.code}@${smallFramework.version}`,
    framework: smallFramework,
  });
  for (const academy of academies) await store.create('academies', academy);
  for (const person of people) await store.create('people', person);
  for (const review of reviews) await store.create('reviews', review);
  for (const change of changes) await store.create('categoryChanges', change);
  return store;
};

/** The bot with the product's own use cases, on a store in memory, and Teams around it. */
export const startBot = async (signing: Signing, given: Given = {}) => {
  const store = await filled(given);
  const limits = createRateLimits(given.perMinute);
  const chat = createChat();
  const known = new Map<PersonId, Conversation>();
  const announced: Matter[] = [];
  const useCases = bindUseCases({
    store,
    clock: { now: () => now },
    notifier: { announce: async (matter) => void announced.push(matter), deliver: async () => undefined },
    conversations: {
      get: async (person) => known.get(person),
      put: async (conversation) => void known.set(conversation.person, conversation),
      add: async (conversation) => known.get(conversation.person) ?? conversation,
      serviceUrl: async () => undefined,
      ...given.without?.conversations,
    },
    sentCards: {
      forMatter: async () => [],
      inState: async () => [],
      claim: async (card) => ({ ...card, version: '1' }),
      save: async (card) => card,
      ...given.without?.sentCards,
    },
    announcements: { all: async () => new Map(), record: async () => undefined, recordFailed: async () => undefined },
    failedMessages: { all: async () => ({ messages: [], inAll: 0 }), resend: async () => false },
  });
  const takenDown: LateDecision[] = [];
  const bot = createBot({
    useCases,
    patient: useCases,
    admit: async (person, effort) => (await limits.take(person, effort)) === undefined,
    later: async (decision) => {
      takenDown.push(decision);
      return async () => undefined;
    },
    config: {
      ...signing.config,
      teamsAppId: 'a55e0000-0000-4000-8000-00000000000a',
      tabOrigin: 'https://assured.example',
    },
    now: () => now,
    platform: chat.platform,
  });

  /** An activity as it comes from that person's own chat. */
  const from = async (person: Pick<Person, 'id' | 'name'>, body: Record<string, unknown>) =>
    bot.receive({
      method: 'POST',
      headers: { authorization: `Bearer ${await signing.token()}` },
      body: {
        ...activity(),
        ...body,
        from: { id: `29:${person.id}`, name: person.name, aadObjectId: person.id },
        conversation: { id: `a:${person.id}`, conversationType: 'personal', tenantId: signing.config.tenantId },
      },
    });

  return { bot, store, chat, known, announced, takenDown, from };
};
