import type { SetDeliveryPolicy } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { TrustSettings } from '../schema/settings';
import type { DeliverySettings } from '../schema/views';
import { decideDelivery } from '../domain/deliveryPolicy';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { readCaller, whoIs, type Trust } from './trust';
import { changeOne } from './writing';

/** What is set, and who set it last; nobody where it is as it came. */
export const viewDelivery = (trust: Trust, { delivery, deliverySet }: TrustSettings): DeliverySettings => ({
  policy: delivery,
  ...(deliverySet && { set: { by: whoIs(trust, deliverySet.by), at: deliverySet.at } }),
});

/**
 * When people are written to, by when things are due and how often they are reminded: one write of the settings, by an
 * administrator who had the present ones in sight. Refusals: `notAllowed`, `delivery.changed-since`.
 */
export const setDeliveryPolicy =
  (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) =>
  async (actor: PersonId, command: SetDeliveryPolicy): Promise<Result<DeliverySettings>> => {
    const found = await readCaller(deps, actor);
    if (!found.ok) return found;
    const caller = found.value;
    if (!may(caller.person, 'administer')) return refused({ code: 'notAllowed' });
    const changed = await changeOne(deps, {
      kind: 'settings',
      key: 'trust',
      by: caller.person.id,
      commandId: command.commandId,
      types: ['setDelivery'],
      decide: (setting) => decideDelivery(setting, command, { at: caller.now, by: caller.person.id }),
    });
    if (!changed.ok) return changed;
    const settings = changed.value;
    return 'framework' in settings ? refused({ code: 'notFound' }) : accepted(viewDelivery(caller, settings));
  };
