import type { Matter } from '../../schema/matter';

/** The fast path from a decision to its cards: a queue. A timer is the guarantee, so a failure here loses nothing. */
export interface Notifier {
  announce(matter: Matter): Promise<void>;
}
