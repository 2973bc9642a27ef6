import type { PersonId } from '../../schema/ids';
import type { CardModel } from '../../schema/card';
import type { Matter } from '../../schema/matter';

/** Where a person can be reached: what Teams told us when the app was installed for them. */
export interface Conversation {
  readonly person: PersonId;
  readonly conversationId: string;
  readonly serviceUrl: string;
  /** The person's and the bot's ids in this channel (`29:…`, `28:…`). */
  readonly userId: string;
  readonly botId: string;
}

export interface Conversations {
  get(person: PersonId): Promise<Conversation | undefined>;
  put(conversation: Conversation): Promise<void>;
  remove(person: PersonId): Promise<void>;
}

/**
 * A card that somebody was sent, or is being sent, about a matter. `slot` names its place among the matter's cards
 * (round, step and reason), so that the same card is never sent twice.
 */
export interface SentCard {
  readonly matter: Matter;
  readonly person: PersonId;
  readonly slot: string;
  readonly state: 'sending' | 'sent' | 'undeliverable';
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

/** What was sent to whom, kept outside the trust's lists: it holds ids only, no judgement and no comment. */
export interface SentCards {
  forMatter(matter: Matter): Promise<readonly SentCard[]>;
  undeliverable(): Promise<readonly SentCard[]>;
  /** Claims a slot before sending; undefined when somebody else holds it. */
  claim(card: Omit<SentCard, 'version'>): Promise<SentCard | undefined>;
  /** Conditional on `card.version`; undefined when it was changed meanwhile. */
  save(card: SentCard): Promise<SentCard | undefined>;
}

/** The version of each matter that was last announced in full: what the timer compares with. */
export interface Announcements {
  all(): Promise<ReadonlyMap<string, string>>;
  record(matter: Matter, version: string): Promise<void>;
}

export type ChatOutcome =
  | { readonly status: 'delivered'; readonly activityId: string }
  /** The person removed or blocked the app, or left: do not retry. */
  | { readonly status: 'unreachable'; readonly reason: string };

/** Teams' chat. Faults that may pass (429, 5xx, no answer) are thrown; the queue tries again. */
export interface Chat {
  send(conversation: Conversation, card: CardModel): Promise<ChatOutcome>;
  update(conversation: Conversation, activityId: string, card: CardModel): Promise<ChatOutcome>;
}
