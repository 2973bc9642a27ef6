import type { Clock } from './ports/clock';
import type { Announcements, Chat, Conversations, SentCards } from './ports/delivery';
import type { FailedMessages } from './ports/failedMessages';
import type { Installer } from './ports/installer';
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
  readonly installer: Installer;
  readonly failedMessages: FailedMessages;
  /** On a developer's machine only: people are written to whatever the hour. */
  readonly sendAtAnyHour?: boolean;
}
