import type { CardName, ResendCard } from '../schema/deliveryViews';
import type { PersonId } from '../schema/ids';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { isSameCard, withoutReason } from './deliverCard';
import { readCaller } from './trust';
import { deliverSafely } from './writing';

/**
 * Sends a card again that could not be delivered, or of which nobody knows whether it arrived: an administrator's
 * choice. It goes as any held card does, within the sending hours. One that is on its way already, or was sent, stays
 * as it is: so does the second arrival of this command. Refusals: `notAllowed`, `notFound`.
 */
export const resendCard =
  (deps: Pick<Deps, 'store' | 'clock' | 'sentCards' | 'notifier'>) =>
  async (actor: PersonId, { matter, person, slot }: ResendCard): Promise<Result<CardName>> => {
    const caller = await readCaller(deps, actor);
    if (!caller.ok) return caller;
    if (!may(caller.value.person, 'administer')) return refused({ code: 'notAllowed' });
    const card = (await deps.sentCards.forMatter(matter)).find((one) => isSameCard(one, { person, slot }));
    if (!card) return refused({ code: 'notFound' });
    if (card.state === 'unsure' || card.state === 'undeliverable') {
      await deps.sentCards.save({ ...withoutReason(card), state: 'held', since: deps.clock.now() });
      await deliverSafely(deps.notifier, person);
    }
    return accepted({ matter, person, slot });
  };
