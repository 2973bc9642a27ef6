import { continuesDelta } from './delta';
import { GraphFault } from './errors';
import type { Faults, Spending } from './faults';

const windowMs = 60_000;
/** The counting headers appear from this share of the budget on. */
const warnFrom = 0.8;

const collections = /\/(lists|items|columns|versions)$/;

/**
 * Resource units of a request (facts/graph.md 2.1): 5 for permissions, 2 for a write or several items, 1 for one
 * item or for delta with a token. The directory has a budget of its own.
 */
export const unitsOf = (method: string, url: URL): number => {
  const path = url.pathname.replace(/^\/v1\.0/, '');
  if (!path.startsWith('/sites')) return 0;
  if (/\/permissions(\/|$)/.test(path)) return 5;
  if (method !== 'GET') return 2;
  if (path.endsWith('/items/delta')) return continuesDelta(url.searchParams) ? 1 : 2;
  return collections.test(path) ? 2 : 1;
};

export interface Throttle {
  /** Counts the request, refused ones too. Answers the headers to send, or throws the 429. */
  spend(appId: string, units: number): Record<string, string>;
}

/** A budget of units for each app and minute; `faults.unitsPerMinute` sets it. */
export const createThrottle = (faults: Faults): Throttle => {
  const currentWindow = (appId: string, now: number): Spending => {
    const known = faults.spending.get(appId);
    if (known && now - known.startedAt < windowMs) return known;
    const fresh = { startedAt: now, used: 0 };
    faults.spending.set(appId, fresh);
    return fresh;
  };
  return {
    spend: (appId, units) => {
      faults.usage.units += units;
      const limit = faults.unitsPerMinute;
      const now = Date.now();
      const current = currentWindow(appId, now);
      current.used += units;
      if (units === 0 || current.used < limit * warnFrom) return {};
      const reset = Math.max(1, Math.ceil((current.startedAt + windowMs - now) / 1000));
      const headers = {
        'RateLimit-Limit': String(limit),
        'RateLimit-Remaining': String(Math.max(0, limit - current.used)),
        'RateLimit-Reset': String(reset),
      };
      if (current.used <= limit) return headers;
      faults.usage.throttled += 1;
      throw new GraphFault(429, 'activityLimitReached', 'Application has been throttled.', {
        headers: { ...headers, 'Retry-After': String(reset) },
      });
    },
  };
};
