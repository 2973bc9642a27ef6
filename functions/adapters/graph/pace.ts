import { randomInt } from 'node:crypto';

/** Waiting, in one place, so that a test can watch it instead of waiting itself. */
export interface Pace {
  /** Milliseconds on a clock that only goes forward. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
  /** Between 0 and 1. */
  random(): number;
}

export const realPace: Pace = {
  now: () => performance.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  random: () => randomInt(1_000_000) / 1_000_000,
};

/** The n-th wait (from 1) before trying again: doubling from 200 ms to 5 s, at random between half and the whole. */
export const backOff = (pace: Pace, attempt: number): number => {
  const whole = Math.min(5_000, 200 * 2 ** (attempt - 1));
  return whole / 2 + (pace.random() * whole) / 2;
};
