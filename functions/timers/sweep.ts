import type { InvocationContext } from '@azure/functions';
import { withCorrelation } from '../correlation';
import type { Log } from '../log';

export interface SweepParts {
  /** Answers how many matters were put into the queue, or records were moved. */
  readonly sweep: () => Promise<number>;
  /** What the log calls it. */
  readonly name?: string;
  readonly log: Log;
}

/** Every minute, in UTC, six fields: seconds first. */
export const sweepSchedule = '0 * * * * *';

/**
 * The guarantee behind the queue: whatever was never announced, or not in its present version, is queued again. Another
 * one is behind a change of model: records that were left are moved.
 */
export const sweepHandler =
  ({ sweep, name = 'sweep', log }: SweepParts) =>
  (_timer: unknown, context: Pick<InvocationContext, 'invocationId'>): Promise<void> =>
    withCorrelation(context.invocationId, async () => {
      try {
        const due = await sweep();
        if (due > 0) log.info(`${name}.due`, { due });
      } catch (fault) {
        log.fault(`${name}.fault`, fault);
        throw fault;
      }
    });
