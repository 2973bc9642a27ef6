import type { HeldCards } from '../schema/deliveryViews';
import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { accessToHeld } from './heldAccess';
import { heldAbout, peopleIn } from './readHeld';
import { deliverSafely } from './writing';

/**
 * Sends at once what is held about a matter until the sending hours: the explicit choice of whoever acted last on it,
 * or of an administrator. Answers for how many people; chosen twice, there is nothing left to send. Refusals:
 * `notFound`, `notAllowed`, `store.edited-by-hand`.
 */
export const sendNow =
  (deps: Pick<Deps, 'store' | 'clock' | 'sentCards' | 'notifier'>) =>
  async (actor: PersonId, matter: Matter): Promise<Result<HeldCards>> => {
    const access = await accessToHeld(deps, actor, matter);
    if (!access.ok) return access;
    if (!access.value.maySend) return refused({ code: 'notAllowed' });
    const held = await heldAbout(deps, matter);
    // What cannot be saved is being sent, or is due no more.
    for (const card of held) await deps.sentCards.save({ ...card, urgent: true });
    for (const person of new Set(held.map((card) => card.person))) await deliverSafely(deps.notifier, person);
    return accepted({ people: peopleIn(held) });
  };
