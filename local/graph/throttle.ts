import { GraphFault } from './errors';
import type { Faults, Spending } from './faults';
import type { Cost } from './units';

/** The counting headers appear from this share of the budget on. */
const warnFrom = 0.8;

interface Budget {
  /** Whom it is for. */
  readonly key: string;
  readonly limit: number;
  readonly milliseconds: number;
}

interface Level extends Budget {
  readonly used: number;
  readonly endsAt: number;
}

export interface Throttle {
  /** Counts the request, refused ones too. Answers the headers to send, or throws the 429. */
  spend(caller: { readonly appId: string }, cost: Cost): Record<string, string>;
}

type Headers = Record<string, string>;

const isOver = ({ used, limit }: Level): boolean => used > limit;

const secondsLeft = ({ endsAt }: Level, now: number): number => Math.max(0.001, (endsAt - now) / 1000);

const take = ({ spending }: Faults, { key, limit, milliseconds }: Budget, units: number, now: number): Level => {
  const known = spending.get(key);
  const current: Spending = known && now - known.startedAt < milliseconds ? known : { startedAt: now, used: 0 };
  spending.set(key, current);
  current.used += units;
  return { key, limit, milliseconds, used: current.used, endsAt: current.startedAt + milliseconds };
};

const refusal = ({ fractionalRetryAfter, usage }: Faults, seconds: number, code: string, headers: Headers) => {
  usage.throttled += 1;
  const retryAfter = fractionalRetryAfter ? seconds.toFixed(3) : String(Math.ceil(seconds));
  return new GraphFault(429, code, 'Application has been throttled.', {
    headers: { ...headers, 'Retry-After': retryAfter },
  });
};

const countingHeaders = (minute: Level, now: number): Headers =>
  minute.used < minute.limit * warnFrom
    ? {}
    : {
        'RateLimit-Limit': String(minute.limit),
        'RateLimit-Remaining': String(Math.max(0, minute.limit - minute.used)),
        'RateLimit-Reset': String(Math.ceil(secondsLeft(minute, now))),
      };

/** The counting headers tell of the minute only; the other budgets refuse without a warning. */
const spendOnSites = (faults: Faults, appId: string, units: number): Headers => {
  faults.usage.units += units;
  const now = Date.now();
  const { unitsPerMinute, unitsPerDay, tenantUnitsPer5Minutes, unsettled } = faults;
  const minute = take(faults, { key: `minute ${appId}`, limit: unitsPerMinute, milliseconds: 60_000 }, units, now);
  const others = [
    take(faults, { key: `day ${appId}`, limit: unitsPerDay, milliseconds: 86_400_000 }, units, now),
    take(faults, { key: 'tenant', limit: tenantUnitsPer5Minutes, milliseconds: 300_000 }, units, now),
  ];
  const counting = countingHeaders(minute, now);
  if (isOver(minute)) throw refusal(faults, secondsLeft(minute, now), unsettled.throttleCode, counting);
  const over = others.find(isOver);
  if (over) throw refusal(faults, secondsLeft(over, now), unsettled.throttleCode, {});
  return counting;
};

const spendOnDirectory = (faults: Faults, appId: string, units: number): Headers => {
  faults.usage.directoryUnits += units;
  const now = Date.now();
  const limit = faults.directoryUnitsPer10Seconds;
  const level = take(faults, { key: `directory ${appId}`, limit, milliseconds: 10_000 }, units, now);
  const share = level.used / limit;
  const headers: Headers = {
    'x-ms-resource-unit': String(units),
    ...(share < warnFrom ? {} : { 'x-ms-throttle-limit-percentage': share.toFixed(2) }),
  };
  if (!isOver(level)) return headers;
  const scope = { 'x-ms-throttle-scope': `Tenant_Application/ReadWrite/${appId}` };
  throw refusal(faults, secondsLeft(level, now), 'TooManyRequests', { ...headers, ...scope });
};

/** Budgets of units, as `faults` sets them (facts/graph.md 2.1). A window begins with its first request. */
export const createThrottle = (faults: Faults): Throttle => ({
  spend: ({ appId }, { budget, units }) => {
    if (units === 0) return {};
    return budget === 'directory' ? spendOnDirectory(faults, appId, units) : spendOnSites(faults, appId, units);
  },
});
