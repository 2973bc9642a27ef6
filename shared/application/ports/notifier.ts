import type { PersonId } from '../../schema/ids';
import type { Matter } from '../../schema/matter';

/** The fast path from a decision to its cards: a queue. A timer is the guarantee, so a failure here loses nothing. */
export interface Notifier {
  /** The cards of a matter are to show its present state. */
  announce(matter: Matter): Promise<void>;
  /** What is held for a person is to be sent. Comes a moment later, so that what belongs together goes together. */
  deliver(person: PersonId): Promise<void>;
}
