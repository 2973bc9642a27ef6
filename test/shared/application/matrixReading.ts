import type { Result } from '../../../shared/domain/result';
import type { PersonId } from '../../../shared/schema/ids';
import { peersSeeLevels, settings } from '../../support/builders/calendar';
import { outcomeOf } from '../../support/builders/outcome';
import { callerNames, callers, type CallerName } from '../../support/builders/people';
import type { TestTrust } from '../../support/builders/trust';
import { everything } from '../../support/builders/wholeTrust';

/** Whether somebody may read it where peers do not see each other's levels, and where they do. */
export type MayRead = Record<CallerName, readonly [without: boolean, withPeers: boolean]>;

/** One test for each kind of caller: reads it under both policies, and looks closer at what was answered. */
export const isReadBy = <T>(
  may: MayRead,
  read: (trust: TestTrust, actor: PersonId) => Promise<Result<T>>,
  look: (trust: TestTrust, actor: PersonId, result: Result<T>, allowed: boolean) => Promise<void> | void = () =>
    undefined,
): void => {
  it.each(callerNames)('%s', async (caller) => {
    for (const [policies, allowed] of [
      [settings, may[caller][0]],
      [peersSeeLevels, may[caller][1]],
    ] as const) {
      const trust = await everything(policies);
      const result = await read(trust, callers[caller].id);
      expect(outcomeOf(result)).toBe(allowed ? 'accepted' : 'notAllowed');
      await look(trust, callers[caller].id, result, allowed);
    }
  });
};
