import type { Pace } from './pace';
import type { Allowance, Priority, Turn } from './priority';

/** Requests at once: background work always leaves room for people. */
const mostAtOnce: Readonly<Record<Priority, number>> = { person: 12, background: 8 };
/** The share of the budget that is kept back for people once Graph says how much is left. */
const keptForPeople = 0.1;

/** When the gate opens, and what may be spent until Graph counts anew. */
export const createLimits = (pace: Pace) => {
  let opensAt = 0;
  let budget: { remaining: number; readonly limit: number; readonly endsAt: number } | undefined;
  let unanswered = 0;
  const left = (moment: number): number => Math.max(0, moment - pace.now());
  return {
    close: (seconds: number): void => void (opensAt = Math.max(opensAt, pace.now() + seconds * 1000)),
    /** Graph has counted some of what is still unanswered, or none: the cautious reading is taken. */
    learn: ({ remaining, limit, reset }: Allowance): void => {
      const before = budget && budget.endsAt > pace.now() ? budget.remaining : Infinity;
      budget = { remaining: Math.min(before, remaining - unanswered), limit, endsAt: pace.now() + reset * 1000 };
    },
    spend(units: number): void {
      unanswered += units;
      if (budget) budget.remaining -= units;
    },
    answered: (units: number): void => void (unanswered -= units),
    /** Milliseconds until this may be sent. */
    waitOf({ urgency, units }: Turn): number {
      if (budget === undefined) return left(opensAt);
      const kept = urgency() === 'background' ? budget.limit * keptForPeople : 0;
      const short = budget.remaining - units < kept;
      return Math.max(left(opensAt), short ? left(budget.endsAt) : 0);
    },
    /** What was waited for has passed, whatever the clock says of the last millisecond. */
    passed(moment: number): void {
      if (opensAt <= moment) opensAt = 0;
      if (budget && budget.endsAt <= moment) budget = undefined;
    },
  };
};

/** How many of either kind are under way. */
export const createRoom = () => {
  const running = { person: 0, background: 0 };
  return {
    for: (priority: Priority): boolean =>
      running.person + running.background < mostAtOnce.person && running[priority] < mostAtOnce[priority],
    /** Answers what to call when it is done. */
    take(priority: Priority): () => void {
      running[priority] += 1;
      return () => void (running[priority] -= 1);
    },
  };
};
