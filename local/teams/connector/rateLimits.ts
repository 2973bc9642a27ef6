/** Requests allowed per conversation within so many seconds: facts §5.5. */
const limits = {
  send: [
    [1, 7],
    [2, 8],
    [30, 60],
    [3600, 1800],
  ],
  read: [
    [1, 14],
    [2, 16],
    [30, 120],
    [3600, 3600],
  ],
} as const;

/** Requests allowed in all conversations together. */
const total = [[1, 50]] as const;

export type Operation = keyof typeof limits;
type Limit = readonly [seconds: number, allowed: number];

const secondsUntilRoom = (times: readonly number[], windows: readonly Limit[], at: number): number => {
  const waits = windows.map(([seconds, allowed]) => {
    const inWindow = times.filter((time) => time > at - seconds * 1000);
    const oldestThatMustPass = inWindow[inWindow.length - allowed];
    return oldestThatMustPass === undefined ? 0 : (oldestThatMustPass + seconds * 1000 - at) / 1000;
  });
  return Math.ceil(Math.max(...waits));
};

/**
 * Counts requests per conversation, and all together. `secondsToWait` records one and gives 0, or, where a limit is
 * reached, records nothing and gives the seconds until the fullest window has room again.
 */
export const createRateLimits = (now: () => number = Date.now) => {
  const seen = new Map<string, number[]>();
  const timesOf = (key: string, at: number): number[] => {
    const times = (seen.get(key) ?? []).filter((time) => time > at - 3_600_000);
    seen.set(key, times);
    return times;
  };
  let all: number[] = [];
  return {
    secondsToWait(operation: Operation, conversation: string): number {
      const at = now();
      const times = timesOf(`${operation}|${conversation}`, at);
      all = all.filter((time) => time > at - 1000);
      const wait = Math.max(secondsUntilRoom(times, limits[operation], at), secondsUntilRoom(all, total, at));
      if (wait === 0) for (const counted of [times, all]) counted.push(at);
      return wait;
    },
  };
};
export type RateLimits = ReturnType<typeof createRateLimits>;
