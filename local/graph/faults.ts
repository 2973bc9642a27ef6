import {
  createScript,
  newHold,
  type FaultAnswer,
  type FaultEffect,
  type HeldRequest,
  type Hold,
  type RequestPattern,
} from './faultScript';
import { createRecentWrites, type RecentWrites } from './recentWrites';
import { likeliest, type Unsettled } from './unsettled';

export type { Hold } from './faultScript';

/** What was used of a budget since `startedAt` (milliseconds since 1970). */
export interface Spending {
  startedAt: number;
  used: number;
}

/** The troubles and limits that a run may set. A limit of `Infinity` is none. */
export interface FaultSettings {
  /** Added to every Graph request. A batch pays it once. */
  latencyMs: number;
  /** The budget of each app. A small trust has 1,250. */
  unitsPerMinute: number;
  /** The budget of each app in 24 hours. A small trust has 1,200,000. */
  unitsPerDay: number;
  /** All apps of the tenant together. A small trust has 18,750. */
  tenantUnitsPer5Minutes: number;
  /** The directory's budget for each app. A small tenant has 3,500. */
  directoryUnitsPer10Seconds: number;
  /** Sends `Retry-After` with milliseconds: `2.128`. */
  fractionalRetryAfter: boolean;
  /** Delta does not tell of a change until it is this old. */
  deltaLagMs: number;
  /** Queries of a list answer as if the writes that are younger had not happened. One item is always read fresh. */
  listLagMs: number;
  /** How long an unconditional PATCH takes inside SharePoint; another write in that time makes it lose with 409. */
  raceMs: number;
  /** The list view threshold. */
  threshold: number;
  /** How many versions of an item lists keep, by the list's title: set by no call of Graph. Others keep 50,000. */
  versionsKept: Readonly<Record<string, number>>;
}

const allOff: FaultSettings = {
  latencyMs: 0,
  unitsPerMinute: Infinity,
  unitsPerDay: Infinity,
  tenantUnitsPer5Minutes: Infinity,
  directoryUnitsPer10Seconds: Infinity,
  fractionalRetryAfter: false,
  deltaLagMs: 0,
  listLagMs: 0,
  raceMs: 0,
  threshold: 5000,
  versionsKept: {},
};

const nothingUsed = { requests: 0, units: 0, directoryUnits: 0, throttled: 0 };

/** The troubles of the real service, switched on at run time. */
export interface Faults extends FaultSettings {
  readonly unsettled: Unsettled;
  /** Counted since the start or the last reset. */
  readonly usage: typeof nothingUsed;
  /** By budget and app. */
  readonly spending: Map<string, Spending>;
  readonly recentWrites: RecentWrites;
  /** Delta tokens issued at or before this moment are answered 410 (milliseconds since 1970). */
  readonly deltaExpiredUntil: number;
  answer(pattern: RequestPattern, answer: FaultAnswer): void;
  /** Closes the connection before anything was written. */
  dropBefore(pattern: RequestPattern): void;
  /** Writes, then closes the connection without an answer. */
  dropAfter(pattern: RequestPattern): void;
  holdBefore(pattern: RequestPattern): Hold;
  /** Writes, then keeps the answer back until it is released. */
  holdAfter(pattern: RequestPattern): Hold;
  expireDeltaTokens(): void;
  /** Everything off, counters at zero, held requests released. */
  reset(): void;
  /** For the server: the fault that meets this request, used up by asking. */
  take(method: string, url: string, kinds?: readonly FaultEffect['kind'][]): FaultEffect | undefined;
  hold(id: string): Hold | undefined;
}

export const createFaults = (): Faults => {
  const script = createScript();
  const holds = new Map<string, HeldRequest>();
  const held = (kind: 'holdBefore' | 'holdAfter', pattern: RequestPattern): Hold => {
    const hold = newHold();
    holds.set(hold.id, hold);
    script.add({ ...pattern, times: 1 }, { kind, hold });
    return hold;
  };
  let deltaExpiredUntil = 0;
  const faults: Faults = {
    ...allOff,
    unsettled: { ...likeliest },
    usage: { ...nothingUsed },
    spending: new Map(),
    recentWrites: createRecentWrites(),
    get deltaExpiredUntil() {
      return deltaExpiredUntil;
    },
    answer: (pattern, answer) => script.add(pattern, { kind: 'answer', answer }),
    dropBefore: (pattern) => script.add(pattern, { kind: 'dropBefore' }),
    dropAfter: (pattern) => script.add(pattern, { kind: 'dropAfter' }),
    holdBefore: (pattern) => held('holdBefore', pattern),
    holdAfter: (pattern) => held('holdAfter', pattern),
    expireDeltaTokens: () => {
      deltaExpiredUntil = Date.now();
    },
    reset: () => {
      script.clear();
      for (const hold of holds.values()) hold.release();
      holds.clear();
      faults.spending.clear();
      faults.recentWrites.forget();
      Object.assign(faults, allOff);
      Object.assign(faults.unsettled, likeliest);
      Object.assign(faults.usage, nothingUsed);
    },
    take: script.take,
    hold: (id) => holds.get(id),
  };
  return faults;
};
