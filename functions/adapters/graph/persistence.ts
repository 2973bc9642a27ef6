import { StoreOutOfReach, StoreUnavailable } from '../../../shared/application/ports/store';
import { GraphFault } from './graphFault';
import { backOff } from './pace';
import type { Pace } from './pace';

const writeAttempts = 4;
/** Seconds to wait where Graph names none. */
const usualWait = 5;

const unavailable = (cause: GraphFault): StoreUnavailable =>
  new StoreUnavailable('SharePoint did not answer, or asked to wait.', Math.ceil(cause.retryAfter ?? usualWait), {
    cause,
  });

const outOfReach: Readonly<Record<number, readonly [words: string, why: StoreOutOfReach['why']]>> = {
  401: ['Microsoft Graph does not accept the app’s token.', 'noAccess'],
  403: ['The app may not open the site.', 'noAccess'],
  404: ['The site or one of its lists is not there.', 'listMissing'],
};

const asStoreFault = (fault: GraphFault): Error => {
  if (fault.passing) return unavailable(fault);
  const [words, why] = outOfReach[fault.status] ?? [];
  return words === undefined || why === undefined ? fault : new StoreOutOfReach(words, why, { cause: fault });
};

/**
 * Turns what will pass into `StoreUnavailable`, and what an administrator has to put right into `StoreOutOfReach`;
 * everything else is a fault of ours and stays one.
 */
export const reaching = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act();
  } catch (error) {
    throw error instanceof GraphFault ? asStoreFault(error) : error;
  }
};

/**
 * Writes, and after a fault settles what became of it: an answer, or the fault again where the same write is to be
 * tried once more. Bounded; the last fault says why it gave up.
 */
export const persistently = async <T>(
  pace: Pace,
  write: (attemptsBefore: number) => Promise<T>,
  settle: (fault: GraphFault, attemptsBefore: number) => Promise<T | GraphFault>,
): Promise<T> => {
  for (let before = 0; ; before += 1) {
    try {
      return await write(before);
    } catch (error) {
      if (!(error instanceof GraphFault)) throw error;
      const settled = await settle(error, before);
      if (!(settled instanceof GraphFault)) return settled;
      if (before + 1 >= writeAttempts) throw unavailable(settled);
      await pace.sleep(backOff(pace, before + 1));
    }
  }
};
