import { createLimits, createRoom } from './gateLimits';
import { GraphFault } from './graphFault';
import type { Pace } from './pace';
import type { Allowance, Patience, Priority, Turn } from './priority';

/** The one way to Graph for all of the app's requests. */
export interface Gate {
  /** Runs `act` when it is its turn: people first. Throws `gateClosed` where that would be longer than the patience. */
  readonly pass: <T>(turn: Turn, act: () => Promise<T>) => Promise<T>;
  /** Nothing is sent for so many seconds: throttled requests count too (facts 2.4). */
  readonly close: (seconds: number) => void;
  readonly learn: (allowance: Allowance) => void;
}

/** The code of a request that was not even sent, because Graph asked to wait for too long. */
export const gateClosed = 'gateClosed';

interface Waiting extends Turn {
  /** Answered with what to call when it is done. */
  readonly start: (done: () => void) => void;
  readonly refuse: (fault: GraphFault) => void;
}

const closedFor = (milliseconds: number): GraphFault =>
  new GraphFault('Graph asked to wait.', { status: 429, code: gateClosed, retryAfter: milliseconds / 1000 });

/** Those who wait: people in the order they came, then background work. */
const createQueue = () => {
  let queue: readonly Waiting[] = [];
  const of = (priority: Priority): readonly Waiting[] => queue.filter(({ urgency }) => urgency() === priority);
  return {
    inOrder: (): readonly Waiting[] => [...of('person'), ...of('background')],
    join: (one: Waiting): void => void (queue = [...queue, one]),
    leave: (one: Waiting): void => void (queue = queue.filter((other) => other !== one)),
  };
};

/** Wakes whoever sleeps, at the earliest moment that was asked for. */
const createAlarm = (pace: Pace, wake: (moment: number) => void) => {
  let next = Infinity;
  return (milliseconds: number): void => {
    const moment = pace.now() + milliseconds;
    if (moment >= next) return;
    next = moment;
    void pace.sleep(milliseconds).then(() => {
      next = Infinity;
      wake(moment);
    });
  };
};

export const createGate = (pace: Pace, patience: Patience): Gate => {
  const [limits, room, queue] = [createLimits(pace), createRoom(), createQueue()];
  const wakeIn = createAlarm(pace, (moment) => {
    limits.passed(moment);
    pump();
  });

  const start = (one: Waiting): void => {
    queue.leave(one);
    limits.spend(one.units);
    const leaveRoom = room.take(one.urgency());
    one.start(() => {
      leaveRoom();
      limits.answered(one.units);
      pump();
    });
  };

  /** Sends on whoever may go, refuses whoever would wait too long, and wakes for the rest. */
  const pump = (): void => {
    let wait = Infinity;
    for (const one of queue.inOrder()) {
      const own = limits.waitOf(one);
      if (own > patience[one.urgency()] * 1000) {
        queue.leave(one);
        one.refuse(closedFor(own));
      } else if (own > 0) wait = Math.min(wait, own);
      else if (room.for(one.urgency())) start(one);
    }
    if (wait < Infinity) wakeIn(wait);
  };

  return {
    async pass(turn, act) {
      const done = await new Promise<() => void>((started, refuse) => {
        queue.join({ ...turn, start: started, refuse });
        pump();
      });
      return act().finally(done);
    },
    close(seconds) {
      limits.close(seconds);
      pump();
    },
    learn: limits.learn,
  };
};
