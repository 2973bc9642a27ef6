import type { SetDeliveryPolicy } from '../schema/commands';
import type { PersonId } from '../schema/ids';
import type { DeliveryPolicy, Setting } from '../schema/settings';
import { accepted, refused, type Result } from './result';

/** Both were made by one schema, which puts what it reads into one order. */
const same = (a: DeliveryPolicy, b: DeliveryPolicy): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The trust's settings with the policy that was asked for; the same document where it is set already. Refusals:
 * `notFound` for a setting that is not the trust's, `delivery.changed-since` where another policy was in sight.
 */
export const decideDelivery = (
  setting: Setting,
  { commandId, delivery, basedOn }: SetDeliveryPolicy,
  { at, by }: { readonly at: string; readonly by: PersonId },
): Result<Setting> => {
  if ('framework' in setting) return refused({ code: 'notFound' });
  if (same(setting.delivery, delivery)) return accepted(setting);
  if (!same(setting.delivery, basedOn)) return refused({ code: 'delivery.changed-since' });
  return accepted({ ...setting, delivery, deliverySet: { commandId, at, by } });
};
