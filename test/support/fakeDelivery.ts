import type {
  Announcements,
  Chat,
  ChatOutcome,
  Conversation,
  Conversations,
  Opened,
  SentCard,
  SentCards,
} from '../../shared/application/ports/delivery';
import type { Clock } from '../../shared/application/ports/clock';
import type { FailedMessage, FailedMessages } from '../../shared/application/ports/failedMessages';
import type { Installation, Installer } from '../../shared/application/ports/installer';
import type { Notifier } from '../../shared/application/ports/notifier';
import type { CardModel } from '../../shared/schema/card';
import type { PersonId } from '../../shared/schema/ids';
import type { Matter } from '../../shared/schema/matter';
import { announcementsOver, sentCardsOver } from './fakeRecords';

export interface FakeClock extends Clock {
  forward(milliseconds: number): void;
}

/** A clock that stands still until a test moves it. */
export const createFakeClock = (start: string): FakeClock => {
  let now = Date.parse(start);
  return {
    now: () => new Date(now).toISOString(),
    forward: (milliseconds) => void (now += milliseconds),
  };
};

export interface FakeNotifier extends Notifier {
  readonly announced: Matter[];
  readonly toDeliver: PersonId[];
  /** The next announcement is not taken. */
  failNext(): void;
}

export const createFakeNotifier = (): FakeNotifier => {
  const announced: Matter[] = [];
  const toDeliver: PersonId[] = [];
  let failures = 0;
  return {
    announced,
    toDeliver,
    async deliver(person) {
      toDeliver.push(person);
    },
    failNext: () => void (failures += 1),
    async announce(matter) {
      if (failures > 0) {
        failures -= 1;
        throw new Error('The queue did not answer.');
      }
      announced.push(matter);
    },
  };
};

/** A message in somebody's chat, as it reads now. */
export interface Message {
  readonly activityId: string;
  readonly person: PersonId;
  readonly card: CardModel;
  /** How often it was redrawn. */
  readonly updates: number;
}

/** What lives outside any process: the chats, the records of what was sent, and where people are reached. */
export interface DeliveryMemory {
  readonly conversations: Map<PersonId, Conversation>;
  readonly cards: Map<string, SentCard>;
  readonly announced: Map<string, string>;
  /** The version of each matter whose announcing failed last, where none was announced since. */
  readonly announcedInVain: Map<string, string>;
  readonly messages: Map<string, Message>;
  /** People whose chat cannot be reached though they are known: they blocked the app. */
  readonly blocked: Set<PersonId>;
  /** People whose chat Teams does not let the app open. */
  readonly withoutApp: Set<PersonId>;
  /** What Graph says to the installation of the app; `installed` where nothing else is. */
  readonly installations: Map<PersonId, Installation>;
  /** For whom the app was installed, in order. */
  readonly installed: PersonId[];
  /** What the queue gave up. */
  readonly failed: FailedMessage[];
  /** What was put back into the queue. */
  readonly resent: FailedMessage[];
}

export const createDeliveryMemory = (people: readonly PersonId[] = []): DeliveryMemory => ({
  conversations: new Map(people.map((person) => [person, conversationOf(person)])),
  cards: new Map(),
  announced: new Map(),
  announcedInVain: new Map(),
  messages: new Map(),
  blocked: new Set(),
  withoutApp: new Set(),
  installations: new Map(),
  installed: [],
  failed: [],
  resent: [],
});

export const conversationOf = (person: PersonId): Conversation => ({
  person,
  conversationId: `chat-${person}`,
  serviceUrl: 'https://chat.example/',
  userId: `29:${person}`,
  botId: '28:assured',
});

/** What happens around every call: the effect itself runs within, at one moment. */
export type Around = <T>(call: string, effect: () => T) => Promise<T>;

const plainly: Around = async (_, effect) => effect();

export interface Delivery {
  readonly conversations: Conversations;
  readonly sentCards: SentCards;
  readonly announcements: Announcements;
  readonly chat: Chat;
  readonly installer: Installer;
  readonly failedMessages: FailedMessages;
}

/** Where a chat is opened as long as nobody's is known. */
export const everyRegion = 'https://every-region.example/';

const chatOver = ({ messages, blocked, withoutApp }: DeliveryMemory, around: Around): Chat => {
  const blockedChat: ChatOutcome = { status: 'unreachable', reason: 'This person has blocked the app.' };
  return {
    open: (person, serviceUrl = everyRegion) =>
      around('chat.open', (): Opened => {
        const opened = { ...conversationOf(person), serviceUrl };
        return withoutApp.has(person)
          ? { status: 'unreachable', reason: 'This person does not have the app.' }
          : { status: 'opened', conversation: opened };
      }),
    turn: () => around('chat.turn', () => undefined),
    send: ({ person }, card) =>
      around('chat.send', (): ChatOutcome => {
        if (blocked.has(person)) return blockedChat;
        const activityId = `message-${messages.size + 1}`;
        messages.set(activityId, { activityId, person, card, updates: 0 });
        return { status: 'delivered', activityId };
      }),
    update: ({ person }, activityId, card) =>
      around('chat.update', (): ChatOutcome => {
        const message = messages.get(activityId);
        if (blocked.has(person) || !message) return blockedChat;
        messages.set(activityId, { ...message, card, updates: message.updates + 1 });
        return { status: 'delivered', activityId };
      }),
  };
};

/** The ports of one process over a memory that outlives it. */
export const deliveryOver = (memory: DeliveryMemory, around: Around = plainly): Delivery => ({
  conversations: {
    get: (person) => around('conversations.get', () => memory.conversations.get(person)),
    put: (conversation) =>
      around('conversations.put', () => void memory.conversations.set(conversation.person, conversation)),
    add: (conversation) =>
      around('conversations.add', () => {
        const known = memory.conversations.get(conversation.person) ?? conversation;
        memory.conversations.set(known.person, known);
        return known;
      }),
    serviceUrl: () => around('conversations.serviceUrl', () => memory.conversations.values().next().value?.serviceUrl),
  },
  sentCards: sentCardsOver(memory, around),
  announcements: announcementsOver(memory, around),
  chat: chatOver(memory, around),
  installer: {
    install: (person) =>
      around('installer.install', () => {
        memory.installed.push(person);
        return memory.installations.get(person) ?? { status: 'installed' };
      }),
  },
  failedMessages: {
    all: () => around('failedMessages.all', () => ({ messages: [...memory.failed], inAll: memory.failed.length })),
    resend: (id) =>
      around('failedMessages.resend', () => {
        const place = memory.failed.findIndex((message) => message.id === id);
        if (place < 0) return false;
        memory.resent.push(...memory.failed.splice(place, 1));
        return true;
      }),
  },
});

/** The process was ended from outside. */
export class ProcessDied extends Error {
  constructor() {
    super('The process died.');
    this.name = 'ProcessDied';
  }
}

export interface Mortal {
  readonly around: Around;
  /** The calls that were made, in order. */
  readonly calls: string[];
}

/**
 * A process that dies at its n-th call (counted from 1), before or after the call took effect. A dead process does
 * nothing any more, whatever it still tries.
 */
export const dyingAt = (n: number, when: 'before' | 'after'): Mortal => {
  const calls: string[] = [];
  let dead = false;
  return {
    calls,
    async around(call, effect) {
      if (dead) throw new ProcessDied();
      calls.push(call);
      dead = calls.length === n;
      if (dead && when === 'before') throw new ProcessDied();
      const result = effect();
      if (dead) throw new ProcessDied();
      return result;
    },
  };
};

/** Calls of one name that fail as if the service had asked to wait: nothing happened. `times` of them, then no more. */
export const failing = (name: string, times = 1): Around => {
  let left = times;
  return async (call, effect) => {
    if (call !== name || left === 0) return effect();
    left -= 1;
    throw new Error(`${name}: 429, ask again later.`);
  };
};
