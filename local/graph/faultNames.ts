import type { z } from 'zod';
import type { FaultOrder } from './faultOrder';

interface NamedFaults {
  /** What a person who starts with it is to expect. */
  readonly words: string;
  readonly order: z.input<typeof FaultOrder>;
}

/** Graph itself: neither the sign-in nor the chat that are served beside it. */
const graph = '^/v1\\.0/';
const delta = `${graph}.*/items/delta\\?`;

/** Troubles of the real service by name, for `npm start -- --faults`. */
export const namedFaults = {
  slow: { words: 'every answer takes 400 ms', order: { latencyMs: 400 } },
  'small-trust': {
    words: 'the real budgets of a small trust: 1,250 units a minute',
    order: {
      unitsPerMinute: 1_250,
      unitsPerDay: 1_200_000,
      tenantUnitsPer5Minutes: 18_750,
      directoryUnitsPer10Seconds: 3_500,
    },
  },
  throttled: {
    words: '60 units a minute, so that the app is often asked to wait',
    order: { unitsPerMinute: 60, fractionalRetryAfter: true },
  },
  unreliable: {
    words: 'now and then 503, an answer lost after the write, a connection cut',
    order: {
      script: [
        { on: { url: graph, every: 11 }, effect: { kind: 'answer', status: 503, retryAfter: 1, emptyBody: true } },
        { on: { method: 'PATCH', url: graph, every: 3 }, effect: { kind: 'answer', status: 504, afterwards: true } },
        { on: { method: 'POST', url: graph, every: 5 }, effect: { kind: 'dropAfter' } },
        { on: { method: 'GET', url: graph, every: 17 }, effect: { kind: 'dropBefore' } },
      ],
    },
  },
  lagging: { words: 'lists and delta lag 3 s behind what was written', order: { deltaLagMs: 3_000, listLagMs: 3_000 } },
  resync: {
    words: 'every fifth delta is answered 410, so the list is read again',
    order: { script: [{ on: { method: 'GET', url: delta, every: 5 }, effect: { kind: 'answer', status: 410 } }] },
  },
  'no-access': {
    words: 'the app may not open the site any more',
    order: { script: [{ on: { url: graph, every: 1 }, effect: { kind: 'answer', status: 403 } }] },
  },
  down: {
    words: 'Graph answers nothing but 503',
    order: {
      script: [
        { on: { url: graph, every: 1 }, effect: { kind: 'answer', status: 503, retryAfter: 5, emptyBody: true } },
      ],
    },
  },
} as const satisfies Readonly<Record<string, NamedFaults>>;
export type FaultName = keyof typeof namedFaults;

export const faultNames = Object.keys(namedFaults) as FaultName[];

/** `slow,unreliable` as names, each once. Throws, in plain words, where one is none. */
export const readFaultNames = (given: string): readonly FaultName[] => {
  const asked = given.split(',').map((name) => name.trim());
  return [...new Set(asked)].map((name) => {
    const found = faultNames.find((known) => known === name);
    if (found !== undefined) return found;
    throw new Error(`There are no faults called "${name}". Choose among: ${faultNames.join(', ')}.`);
  });
};
