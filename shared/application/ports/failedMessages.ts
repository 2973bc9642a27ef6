import type { PersonId } from '../../schema/ids';
import type { LateDecision } from '../../schema/lateDecision';
import type { Matter } from '../../schema/matter';

/**
 * What a queue message asked for: that a matter be announced, that what is held for a person be sent, or that a
 * decision be carried out.
 */
export type Asked = { readonly matter: Matter } | { readonly person: PersonId } | { readonly decision: LateDecision };

/** A queue message that was tried as often as may be, and failed each time. */
export interface FailedMessage {
  readonly id: string;
  readonly asked: Asked;
  /** When it was given up, ISO 8601. */
  readonly failedAt: string;
}

/** The poison queue. */
export interface FailedMessages {
  /** The oldest ones, some thirty, and how many there are about. */
  all(): Promise<{ readonly messages: readonly FailedMessage[]; readonly inAll: number }>;
  /** Puts it back into the queue, and then removes it and its doubles; false where there is no such message. */
  resend(id: string): Promise<boolean>;
}
