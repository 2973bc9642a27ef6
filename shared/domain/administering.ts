import type { CommandId, PersonId } from '../schema/ids';
import { refused, accepted, type Result } from './result';
import type { Refusal } from './refusal';
import { sameFacts } from './sameFacts';

/** Who administers something, when, and by which command. */
export interface Administering {
  readonly commandId: CommandId;
  readonly by: PersonId;
  readonly at: string;
}

/** As many events as a record keeps; older ones are in the versions that the list is set to keep in SharePoint. */
const eventsKept = 20;

/** A history with one more event, the oldest left out where there are too many. */
export const withEvent = <E>(history: readonly E[] | undefined, event: E): E[] =>
  [...(history ?? []), event].slice(-eventsKept);

/**
 * Whether what is to be stored has still to be: `same` where it stands so already, and a refusal where somebody changed
 * what the administrator had in sight.
 */
export const stillToStore = <T>(
  { present, basedOn, next }: { readonly present: T; readonly basedOn: T; readonly next: T },
  changed: Refusal,
): Result<'same' | 'different'> => {
  if (sameFacts(present, next)) return accepted('same');
  return sameFacts(present, basedOn) ? accepted('different') : refused(changed);
};
