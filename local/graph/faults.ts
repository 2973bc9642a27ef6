import { randomUUID } from 'node:crypto';

/** Which requests a scripted fault meets. */
export interface RequestPattern {
  /** Any method when left out. */
  readonly method?: string | undefined;
  /** Tested against path and query, as `/v1.0/sites/…?…`; any when left out. */
  readonly url?: RegExp | undefined;
  /** How many requests it meets, one by default. */
  readonly times?: number | undefined;
  /** How many matching requests pass first. */
  readonly skip?: number | undefined;
}

export interface FaultAnswer {
  readonly status: number;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** Seconds, fractions allowed, or an HTTP date. */
  readonly retryAfter?: string | number | undefined;
  readonly emptyBody?: boolean | undefined;
}

/** A request that waits, so that a test can do something in between. */
export interface Hold {
  readonly id: string;
  /** Settles when a request is being held. */
  readonly arrived: Promise<void>;
  readonly waiting: boolean;
  release(): void;
}

export type FaultEffect =
  | { readonly kind: 'answer'; readonly answer: FaultAnswer }
  | { readonly kind: 'dropBefore' | 'dropAfter' }
  | { readonly kind: 'holdBefore' | 'holdAfter'; readonly hold: HeldRequest };

/** The server's side of a hold. */
export interface HeldRequest extends Hold {
  arrive(): Promise<void>;
}

/** What an app used of its budget in the minute that began at `startedAt` (milliseconds since 1970). */
export interface Spending {
  startedAt: number;
  used: number;
}

interface Scripted {
  readonly pattern: RequestPattern;
  readonly effect: FaultEffect;
  skip: number;
  left: number;
}

/** The troubles of the real service, switched on at run time. */
export interface Faults {
  /** Added to every Graph request. A batch pays it once. */
  latencyMs: number;
  /** The budget of each app; `Infinity` is none. A small trust has 1,250. */
  unitsPerMinute: number;
  /** Delta does not tell of a change until it is this old. */
  deltaLagMs: number;
  /**
   * Behaviour that is not established: refuse missing required values, refuse query options without `$`, leave
   * `fields` out of delta even when they are expanded.
   */
  readonly strict: { required: boolean; dollarSigns: boolean; bareDelta: boolean };
  /** Counted since the start or the last reset. */
  readonly usage: { requests: number; units: number; throttled: number };
  /** By app id. */
  readonly spending: Map<string, Spending>;
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

interface Signal {
  readonly given: Promise<void>;
  readonly give: () => void;
}

const signal = (): Signal => {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
};

const newHold = (): HeldRequest => {
  let waiting = false;
  const arrival = signal();
  const release = signal();
  return {
    id: randomUUID(),
    arrived: arrival.given,
    get waiting() {
      return waiting;
    },
    release: release.give,
    arrive: async () => {
      waiting = true;
      arrival.give();
      await release.given;
      waiting = false;
    },
  };
};

const meets = ({ pattern }: Scripted, method: string, url: string): boolean =>
  (pattern.method === undefined || pattern.method.toUpperCase() === method.toUpperCase()) &&
  (pattern.url === undefined || pattern.url.test(url));

/** Scripted faults in the order they were given; the first that fits and has passes left is used. */
const createScript = () => {
  let script: Scripted[] = [];
  return {
    add: (pattern: RequestPattern, effect: FaultEffect): void => {
      script.push({ pattern, effect, skip: pattern.skip ?? 0, left: pattern.times ?? 1 });
    },
    clear: (): void => {
      script = [];
    },
    take: (method: string, url: string, kinds?: readonly FaultEffect['kind'][]): FaultEffect | undefined => {
      for (const entry of script) {
        if (kinds && !kinds.includes(entry.effect.kind)) continue;
        if (!meets(entry, method, url)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        script = script.filter(({ left }) => left > 0);
        return entry.effect;
      }
      return undefined;
    },
  };
};

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
    latencyMs: 0,
    unitsPerMinute: Infinity,
    deltaLagMs: 0,
    strict: { required: false, dollarSigns: false, bareDelta: false },
    usage: { requests: 0, units: 0, throttled: 0 },
    spending: new Map(),
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
      Object.assign(faults, { latencyMs: 0, unitsPerMinute: Infinity, deltaLagMs: 0 });
      Object.assign(faults.strict, { required: false, dollarSigns: false, bareDelta: false });
      Object.assign(faults.usage, { requests: 0, units: 0, throttled: 0 });
    },
    take: script.take,
    hold: (id) => holds.get(id),
  };
  return faults;
};
