import type { CommandId, PersonId } from '../schema/ids';

interface Stamped {
  readonly commandId: CommandId;
  readonly by: PersonId;
  readonly type: string;
}

/**
 * Whether a command arrived before: `done` by the same person for the same purpose, `reused` when its id stands for
 * something else, `new` otherwise.
 */
export const replayOf = (
  history: readonly Stamped[],
  commandId: CommandId,
  by: PersonId,
  types: readonly string[],
): 'new' | 'done' | 'reused' => {
  const event = history.find((e) => e.commandId === commandId);
  if (!event) return 'new';
  return event.by === by && types.includes(event.type) ? 'done' : 'reused';
};
