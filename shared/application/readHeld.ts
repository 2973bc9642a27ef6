import type { HeldCards } from '../schema/deliveryViews';
import type { PersonId } from '../schema/ids';
import type { Matter } from '../schema/matter';
import { accepted, type Result } from '../domain/result';
import { nextSendingAt } from '../domain/sendingHours';
import type { Deps } from './deps';
import type { SentCard } from './ports/delivery';
import { accessToHeld } from './heldAccess';
import { maySendNow } from './sendingNow';

/** What is held about a matter, and not to be sent at once already. */
export const heldAbout = async ({ sentCards }: Pick<Deps, 'sentCards'>, matter: Matter): Promise<readonly SentCard[]> =>
  (await sentCards.forMatter(matter)).filter(({ state, urgent = false }) => state === 'held' && !urgent);

export const peopleIn = (cards: readonly SentCard[]): number => new Set(cards.map(({ person }) => person)).size;

/**
 * What is held about a matter until the sending hours, for whoever may have it sent at once; nobody else is told of
 * any. Refusals: `notFound`, `store.edited-by-hand`.
 */
export const readHeld =
  (deps: Pick<Deps, 'store' | 'clock' | 'sentCards' | 'sendAtAnyHour'>) =>
  async (actor: PersonId, matter: Matter): Promise<Result<HeldCards>> => {
    const access = await accessToHeld(deps, actor, matter);
    if (!access.ok) return access;
    const { settings, maySend } = access.value;
    if (!maySend || maySendNow(deps, settings)) return accepted({ people: 0 });
    const people = peopleIn(await heldAbout(deps, matter));
    return accepted(people === 0 ? { people } : { people, until: nextSendingAt(settings, deps.clock.now()) });
  };
