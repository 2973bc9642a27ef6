import type { CommandId, PersonId } from '../schema/ids';

/** What a command left behind, by which its second arrival is recognised. */
export interface Stamped {
  readonly commandId: CommandId;
  readonly by: PersonId;
  readonly type: string;
  readonly area?: string;
}

/**
 * Whether a command arrived before: `done` by the same person for the same purpose, `reused` when its id stands for
 * something else, `new` otherwise. `area` is the one area, or other thing within the record, that the command is about, where it is about one.
 */
export const replayOf = (
  history: readonly Stamped[],
  commandId: CommandId,
  by: PersonId,
  types: readonly string[],
  area?: string,
): 'new' | 'done' | 'reused' => {
  const event = history.find((e) => e.commandId === commandId);
  if (!event) return 'new';
  const same = event.by === by && types.includes(event.type) && (area === undefined || event.area === area);
  return same ? 'done' : 'reused';
};
