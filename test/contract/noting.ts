import type { Store } from '../../shared/application/ports/store';
import { changeOne } from '../../shared/application/writing';
import { accepted } from '../../shared/domain/result';
import { CommandId, PersonId } from '../../shared/schema/ids';

const by = PersonId.parse('00000000-0000-4000-8000-0000000000aa');
const at = '2026-11-22T09:40:12.345Z';

/** A command that leaves one event in the history of a review, whatever its state: enough to see what became of it. */
export const noting = (store: Store, key: string, command: string) => {
  const commandId = CommandId.parse(command);
  return changeOne(
    { store, notifier: { announce: async () => undefined, deliver: async () => undefined } },
    {
      ...{ kind: 'reviews', key, by, commandId, types: ['sentForSignOff'] },
      decide: (review) =>
        accepted({ ...review, history: [...review.history, { type: 'sentForSignOff', commandId, by, at }] }),
    },
  );
};

export const commandsIn = async (store: Store, key: string): Promise<readonly string[]> => {
  const loaded = await store.load('reviews', key);
  return loaded.status === 'found' ? loaded.document.history.map(({ commandId }) => commandId) : [];
};
