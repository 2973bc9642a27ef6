import type { PersonId } from '../../schema/ids';
import type { CardModel } from '../../schema/card';
import type { Matter } from '../../schema/matter';

/** Where a person can be reached: what Teams told us of their chat with the app, or answered when we asked for it. */
export interface Conversation {
  readonly person: PersonId;
  readonly conversationId: string;
  readonly serviceUrl: string;
  /** The person's and the bot's ids in this channel (`29:…`, `28:…`); the person's is empty where Teams did not say it. */
  readonly userId: string;
  readonly botId: string;
  /** The person has removed the app: they are not given it again against their will. */
  readonly removed?: true;
}

export interface Conversations {
  get(person: PersonId): Promise<Conversation | undefined>;
  put(conversation: Conversation): Promise<void>;
  /** Keeps it where nothing is known of the person; answers what is known of them then. */
  add(conversation: Conversation): Promise<Conversation>;
  /** Teams' address in one of the chats that are known: people of one trust share it. */
  serviceUrl(): Promise<string | undefined>;
}

/**
 * Where a card stands. `held`: due, and not sent yet (quiet hours, or others are being gathered). `sending`: the request
 * is on its way. `unsure`: nobody knows whether Teams took it; it is never sent again by itself. `inDigest`: its matter
 * stands on the person's digest instead. `undeliverable`: the person cannot be reached. `withdrawn`: what it would have
 * said had passed before it was sent.
 */
export const cardStates = ['held', 'sending', 'sent', 'unsure', 'inDigest', 'undeliverable', 'withdrawn'] as const;
export type CardState = (typeof cardStates)[number];

/**
 * A card that somebody was sent, or is being sent, about a matter. `slot` names its place among the matter's cards
 * (round, step and reason), so that the same card is never sent twice.
 */
export interface SentCard {
  readonly matter: Matter;
  readonly person: PersonId;
  readonly slot: string;
  readonly state: CardState;
  /** Somebody chose to send it at once, whatever the hour. */
  readonly urgent?: boolean;
  /** When this state began, ISO 8601. */
  readonly since: string;
  readonly activityId?: string;
  readonly conversationId?: string;
  readonly serviceUrl?: string;
  /** Digest of what the card last showed. */
  readonly shows?: string;
  readonly reason?: string;
  /** Opaque version for the conditional write. */
  readonly version: string;
}

/**
 * What was sent to whom, kept outside the trust's lists: it holds ids only, no judgement and no comment. (A comment lies
 * outside the lists only in the queue, with a decision that is carried out late.)
 */
export interface SentCards {
  forMatter(matter: Matter): Promise<readonly SentCard[]>;
  /** All that stand so; for a person, all of theirs. */
  inState(states: readonly CardState[], person?: PersonId): Promise<readonly SentCard[]>;
  /** Claims a slot before sending; undefined when somebody else holds it. */
  claim(card: Omit<SentCard, 'version'>): Promise<SentCard | undefined>;
  /** Conditional on `card.version`; undefined when it was changed meanwhile. */
  save(card: SentCard): Promise<SentCard | undefined>;
}

/** How far the announcing of a matter has come. */
export interface Announced {
  /** The version that was last announced in full: what the timer compares with. */
  readonly version?: string;
  /** The version whose announcing failed last, where none was announced since. */
  readonly failed?: string;
}

/** A matter, or a person whose roles say for whom the matters wait. */
export interface Announceable {
  readonly kind: Matter['kind'] | 'people';
  readonly key: string;
}

export interface Announcements {
  /** By `nameOfMatter`. */
  all(): Promise<ReadonlyMap<string, Announced>>;
  /** It was announced in full; what failed before counts no more. */
  record(what: Announceable, version: string): Promise<void>;
  /** It was tried in vain. */
  recordFailed(matter: Matter, version: string): Promise<void>;
}

/**
 * What is kept of messages to people, or the queue, did not answer, or did not let the app in. The records are another
 * matter: whatever needs none of this works on. `retryAfter` in seconds.
 */
export class DeliveryUnavailable extends Error {
  constructor(
    message: string,
    readonly retryAfter: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DeliveryUnavailable';
  }
}

export type ChatOutcome =
  | { readonly status: 'delivered'; readonly activityId: string }
  /** The answer was lost: it may or may not have arrived. */
  | { readonly status: 'unsure'; readonly reason: string }
  /** The person removed or blocked the app, or left: do not retry. */
  | { readonly status: 'unreachable'; readonly reason: string };

export type Opened =
  | { readonly status: 'opened'; readonly conversation: Conversation }
  /** The person does not have the app, or blocked it: do not retry. */
  | Extract<ChatOutcome, { status: 'unreachable' }>;

/** Teams' chat. Faults that may pass (429, 5xx, no answer) are thrown; the queue tries again. */
export interface Chat {
  /**
   * The chat of somebody who has the app, where Teams has not told of it. For the same person it is always the same one,
   * so that it may be opened any number of times. `serviceUrl` is that of another chat; without one Teams' address for
   * all regions is asked. Sources: facts/teams.md §5.4; microsoft/teams.net, `CreateConversation-API-Behavior.md`.
   */
  open(person: PersonId, serviceUrl: string | undefined): Promise<Opened>;
  /**
   * Waits until Teams' limits leave room for a message in this conversation, and takes it. Asked before each `send`, so
   * that a message is recorded as on its way only when it is.
   */
  turn(conversation: Conversation): Promise<void>;
  send(conversation: Conversation, card: CardModel): Promise<ChatOutcome>;
  update(conversation: Conversation, activityId: string, card: CardModel): Promise<ChatOutcome>;
}
