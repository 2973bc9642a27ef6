import { createHash } from 'node:crypto';
import { CommandId, type PersonId } from '../shared/schema/ids';
import type { CardAnswer } from '../shared/schema/card';
import type { Matter } from '../shared/schema/matter';

/**
 * The same person taking the same decision on the same round and step is one command, however often the button is
 * pressed or Teams delivers it; what they wrote beside it does not make it another.
 */
export const commandIdOf = (person: PersonId, matter: Matter, answer: CardAnswer): CommandId => {
  const step = 'step' in answer ? answer.step : 0;
  const decision = JSON.stringify([matter.kind, matter.key, answer.round, step, answer.verb, person]);
  return CommandId.parse(`card-${createHash('sha256').update(decision).digest('hex').slice(0, 32)}`);
};
