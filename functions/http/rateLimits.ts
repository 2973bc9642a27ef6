import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory';
import { z } from 'zod';
import type { PersonId } from '../../shared/schema/ids';

/** Requests of one person in one minute, far above what anybody can click: the tab itself reads a few in a burst. */
export const perMinute = { reading: 600, writing: 120 } as const;
export type Effort = keyof typeof perMinute;

export interface RateLimits {
  /** Takes one request of the person's; resolves to the seconds to wait where there is no room for it. */
  take(person: PersonId, effort: Effort): Promise<number | undefined>;
}

const Spent = z.object({ msBeforeNext: z.number() });

/** In this process alone: each instance of the app counts for itself, so that nobody waits for a count. */
export const createRateLimits = (most: Readonly<Record<Effort, number>> = perMinute): RateLimits => {
  const limiters = {
    reading: new RateLimiterMemory({ points: most.reading, duration: 60 }),
    writing: new RateLimiterMemory({ points: most.writing, duration: 60 }),
  };
  return {
    async take(person, effort) {
      try {
        await limiters[effort].consume(person);
        return undefined;
      } catch (spent) {
        return Math.max(1, Math.ceil(Spent.parse(spent).msBeforeNext / 1000));
      }
    },
  };
};
