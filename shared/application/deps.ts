import type { Clock } from './ports/clock';
import type { Announcements, Chat, Conversations, SentCards } from './ports/delivery';
import type { Notifier } from './ports/notifier';
import type { Store } from './ports/store';

/** What the use cases need of the world; each takes the part it uses. */
export interface Deps {
  readonly store: Store;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly conversations: Conversations;
  readonly sentCards: SentCards;
  readonly announcements: Announcements;
  readonly chat: Chat;
}
