import type { PersonId } from '../../schema/ids';
import type { Announceable, Conversation, SentCard } from './delivery';

export interface KnownConversation {
  readonly conversation: Conversation;
  /** Opaque. */
  readonly version: string;
}

/** All that is kept of messages to people, to be looked through and dropped again. Some at a time. */
export interface KeptDelivery {
  conversations(): AsyncIterable<readonly KnownConversation[]>;
  cards(): AsyncIterable<readonly SentCard[]>;
  /** Of the version given, where one is; false where another one is kept by now, or none. */
  dropConversation(person: PersonId, version?: string): Promise<boolean>;
  /** Conditional on `card.version`; false where it was changed meanwhile, or is gone. */
  dropCard(card: SentCard): Promise<boolean>;
  /** False where nothing is kept of it. */
  dropAnnouncement(what: Announceable): Promise<boolean>;
}
