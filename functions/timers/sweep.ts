import type { InvocationContext } from '@azure/functions';
import { withCorrelation } from '../correlation';
import type { Log } from '../log';

export interface SweepParts {
  /** Answers how many matters were put into the queue. */
  readonly sweep: () => Promise<number>;
  readonly log: Log;
}

/** Every minute, in UTC, six fields: seconds first. */
export const sweepSchedule = '0 * * * * *';

/** The guarantee behind the queue: whatever was never announced, or not in its present version, is queued again. */
export const sweepHandler =
  ({ sweep, log }: SweepParts) =>
  (_timer: unknown, context: Pick<InvocationContext, 'invocationId'>): Promise<void> =>
    withCorrelation(context.invocationId, async () => {
      try {
        const due = await sweep();
        if (due > 0) log.info('sweep.due', { due });
      } catch (fault) {
        log.fault('sweep.fault', fault);
        throw fault;
      }
    });
