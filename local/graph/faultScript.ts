import { randomUUID } from 'node:crypto';

/** Which requests a scripted fault meets. */
export interface RequestPattern {
  /** Any method when left out. */
  readonly method?: string | undefined;
  /** Tested against path and query, as `/v1.0/sites/…?…`; any when left out. */
  readonly url?: RegExp | undefined;
  /** How many requests it meets, one by default; any number when `every` is given. */
  readonly times?: number | undefined;
  /** How many matching requests pass first. */
  readonly skip?: number | undefined;
  /** Meets each n-th matching request only. */
  readonly every?: number | undefined;
}

export interface FaultAnswer {
  readonly status: number;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  /** Seconds, fractions allowed, or an HTTP date. */
  readonly retryAfter?: string | number | undefined;
  readonly emptyBody?: boolean | undefined;
  /** The request is carried out first: its own answer is lost, as behind a gateway that gave up waiting. */
  readonly afterwards?: boolean | undefined;
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

interface Scripted {
  readonly pattern: RequestPattern;
  readonly effect: FaultEffect;
  passing: number;
  left: number;
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

export const newHold = (): HeldRequest => {
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

/** Whether this request is one that the entry lets pass. */
const passes = (entry: Scripted): boolean => {
  if (entry.passing > 0) {
    entry.passing -= 1;
    return true;
  }
  entry.passing = (entry.pattern.every ?? 1) - 1;
  entry.left -= 1;
  return false;
};

const passingFirst = ({ skip = 0, every = 1 }: RequestPattern): number => skip + every - 1;

const meets = ({ pattern }: Scripted, method: string, url: string): boolean =>
  (pattern.method === undefined || pattern.method.toUpperCase() === method.toUpperCase()) &&
  (pattern.url === undefined || pattern.url.test(url));

/** Scripted faults in the order they were given; the first that fits and has passes left is used. */
export const createScript = () => {
  let script: Scripted[] = [];
  return {
    add: (pattern: RequestPattern, effect: FaultEffect): void => {
      const left = pattern.times ?? (pattern.every === undefined ? 1 : Infinity);
      script.push({ pattern, effect, passing: passingFirst(pattern), left });
    },
    clear: (): void => {
      script = [];
    },
    take: (method: string, url: string, kinds?: readonly FaultEffect['kind'][]): FaultEffect | undefined => {
      for (const entry of script) {
        if (kinds && !kinds.includes(entry.effect.kind)) continue;
        if (!meets(entry, method, url)) continue;
        if (passes(entry)) continue;
        script = script.filter(({ left }) => left > 0);
        return entry.effect;
      }
      return undefined;
    },
  };
};
