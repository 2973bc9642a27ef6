import type { ResendFailed } from '../schema/deliveryViews';
import type { PersonId } from '../schema/ids';
import { may } from '../domain/policy';
import { accepted, refused, type Result } from '../domain/result';
import type { Deps } from './deps';
import { readCaller } from './trust';

/**
 * Tries again what failed time after time: it goes back into the queue. One that is there no more was tried again
 * already, by somebody or by the timer. Refusals: `notAllowed`.
 */
export const resendFailed =
  (deps: Pick<Deps, 'store' | 'clock' | 'failedMessages'>) =>
  async (actor: PersonId, { id }: ResendFailed): Promise<Result<{ readonly id: string }>> => {
    const caller = await readCaller(deps, actor);
    if (!caller.ok) return caller;
    if (!may(caller.value.person, 'administer')) return refused({ code: 'notAllowed' });
    await deps.failedMessages.resend(id);
    return accepted({ id });
  };
