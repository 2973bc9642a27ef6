import type { PersonId } from '../schema/ids';
import type { Deps } from './deps';

/** The person removed the app: nothing is sent to them until they have it again, and they are not given it unasked. */
export const forgetConversation =
  (deps: Pick<Deps, 'conversations'>) =>
  async (person: PersonId): Promise<void> => {
    const known = await deps.conversations.get(person);
    if (known) await deps.conversations.put({ ...known, removed: true });
  };
