import { GraphFault } from './graphFault';
import type { Pace } from './pace';

/** The code of a request that was not even sent, because Graph asked to wait for too long. */
export const gateClosed = 'gateClosed';

/** One for all requests: after a 429 the whole app waits, since throttled requests count too (facts 2.4). */
export const createGate = (pace: Pace, patience: number) => {
  let opensAt = 0;
  return {
    close(seconds: number): void {
      opensAt = Math.max(opensAt, pace.now() + seconds * 1000);
    },
    async pass(): Promise<void> {
      const wait = opensAt - pace.now();
      if (wait <= 0) return;
      if (wait > patience * 1000) {
        throw new GraphFault('Graph asked to wait.', { status: 429, code: gateClosed, retryAfter: wait / 1000 });
      }
      await pace.sleep(wait);
    },
  };
};
