import type { InvocationContext } from '@azure/functions';
import { Matter } from '../../shared/schema/matter';
import { withCorrelation } from '../correlation';
import type { Log } from '../log';

export interface AnnounceParts {
  readonly announce: () => Promise<(matter: Matter) => Promise<void>>;
  readonly log: Log;
}

/**
 * Brings all cards of a matter up to its present state. A passing fault is thrown, and the queue asks again, five
 * times in all; then the timer takes over. What is no matter at all would never get better and is dropped.
 */
export const announceHandler =
  ({ announce, log }: AnnounceParts) =>
  (message: unknown, context: Pick<InvocationContext, 'invocationId'>): Promise<void> =>
    withCorrelation(context.invocationId, async () => {
      const matter = Matter.safeParse(message);
      if (!matter.success) {
        log.warn('announce.unreadable');
        return;
      }
      try {
        await (
          await announce()
        )(matter.data);
      } catch (fault) {
        log.fault('announce.fault', fault, { matter: matter.data.kind });
        throw fault;
      }
    });
