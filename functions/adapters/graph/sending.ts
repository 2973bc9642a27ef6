import type { Call } from './attempt';
import { gateClosed } from './gate';
import type { Gate } from './gate';
import { GraphFault } from './graphFault';
import { backOff } from './pace';
import type { Pace } from './pace';
import type { Patience, Urgency } from './priority';

/** What every request of the process shares. */
export interface Way {
  readonly gate: Gate;
  readonly pace: Pace;
  readonly patience: Patience;
  readonly attempt: (call: Call) => Promise<unknown>;
}

/** How often anything is sent at most. */
export const attempts = 4;

/** What a request costs at most: two units for each write or collection, also within a batch (facts 2.1). */
const unitsOf = (requests: number): number => 2 * requests;

const mayRepeat = ({ method }: Call, fault: GraphFault): boolean =>
  fault.status === 429 || (method === 'GET' && fault.outcomeUnknown);

/** Seconds to wait after a fault: as Graph asked, otherwise a little longer each time. */
export const waitAfter = (pace: Pace, fault: GraphFault, made: number): number =>
  fault.retryAfter ?? backOff(pace, made) / 1000;

/** Whoever asked: where Graph asks to wait, all of the app's traffic waits. */
const asksToWait = ({ status, retryAfter }: GraphFault): boolean => retryAfter !== undefined || status === 429;

/** Seconds to wait before the same is sent again; undefined where it is not to be. */
const repeatIn = (way: Way, urgency: Urgency, call: Call, fault: GraphFault, made: number): number | undefined => {
  if (fault.code === gateClosed) return undefined;
  const wait = waitAfter(way.pace, fault, made);
  if (asksToWait(fault)) way.gate.close(wait);
  const mayWait = made < attempts && wait <= way.patience[urgency()];
  return mayRepeat(call, fault) && mayWait ? wait : undefined;
};

/**
 * Waits for its turn, sends, and repeats what may be repeated for as long as the caller may be kept waiting. `requests`:
 * how many a batch holds. Throws `GraphFault`.
 */
export const send = async (way: Way, urgency: Urgency, call: Call, requests = 1): Promise<unknown> => {
  for (let made = 1; ; made += 1) {
    try {
      return await way.gate.pass({ urgency, units: unitsOf(requests) }, () => way.attempt(call));
    } catch (error) {
      const wait = error instanceof GraphFault ? repeatIn(way, urgency, call, error, made) : undefined;
      if (wait === undefined) throw error;
      // What Graph asked for is waited for at the gate.
      if (error instanceof GraphFault && !asksToWait(error)) await way.pace.sleep(wait * 1000);
    }
  }
};
