import type { SetDeliveryPolicy } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { DeliveryPolicy, Setting, TrustSettings } from '../schema/settings';
import type { DeliverySettings } from '../schema/views';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { readCaller, whoIs, type Caller, type Trust } from './trust';
import { changeOne } from './writing';

/** Both were made by one schema, which puts what it reads into one order. */
const same = (a: DeliveryPolicy, b: DeliveryPolicy): boolean => JSON.stringify(a) === JSON.stringify(b);

const decide = (setting: Setting, command: SetDeliveryPolicy, caller: Caller): Result<Setting> => {
  if ('framework' in setting) return refused({ code: 'notFound' });
  if (same(setting.delivery, command.delivery)) return accepted(setting);
  if (!same(setting.delivery, command.basedOn)) return refused({ code: 'delivery.changed-since' });
  const { commandId, delivery } = command;
  return accepted({ ...setting, delivery, deliverySet: { commandId, at: caller.now, by: caller.person.id } });
};

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
      decide: (setting) => decide(setting, command, caller),
    });
    if (!changed.ok) return changed;
    const settings = changed.value;
    return 'framework' in settings ? refused({ code: 'notFound' }) : accepted(viewDelivery(caller, settings));
  };
