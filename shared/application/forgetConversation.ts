import type { PersonId } from '../schema/ids';
import type { Deps } from './deps';

/** The person removed the app: nothing is sent to them until they have it again. */
export const forgetConversation =
  (deps: Pick<Deps, 'conversations'>) =>
  (person: PersonId): Promise<void> =>
    deps.conversations.remove(person);
