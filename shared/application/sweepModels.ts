import type { Deps } from './deps';
import { moveRecords, standingChoices } from './moveRecords';
import { readTrust, TrustNotSetUp, type Trust } from './trust';

const trustIfSetUp = async (deps: Pick<Deps, 'store' | 'clock'>): Promise<Trust | undefined> => {
  try {
    return await readTrust(deps);
  } catch (error) {
    if (error instanceof TrustNotSetUp) return undefined;
    throw error;
  }
};

/**
 * The guarantee behind a change of model: every open record that was never sent and is not on its year's version goes
 * over, so that a process killed after the choice, or a record opened while it was made, loses nothing. Answers how
 * many were moved.
 */
export const sweepModels = (deps: Pick<Deps, 'store' | 'clock' | 'notifier'>) => async (): Promise<number> => {
  const trust = await trustIfSetUp(deps);
  if (!trust) return 0;
  let moved = 0;
  for (const choice of standingChoices(trust)) moved += (await moveRecords(deps, trust, choice)).moved;
  return moved;
};
