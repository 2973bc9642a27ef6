import type { HttpHandler } from '@azure/functions';
import { acceptCorrelation, withCorrelation } from '../correlation';
import type { Log } from '../log';
import { within } from '../within';
import { jsonAnswer } from './answer';

export interface HealthParts {
  /** Each resolves where its part of the world answers. */
  readonly checks: Readonly<Record<string, () => Promise<unknown>>>;
  readonly log: Log;
  readonly now: () => number;
}

type Outcomes = Readonly<Record<string, 'ok' | 'failing'>>;

/** Anybody may ask, so asking often must cost nothing. */
const keptFor = 10_000;
const patience = 8_000;

/** `GET health`, anonymous: whether the parts answer, and nothing about them. 200, or 503 where one does not. */
export const healthHandler = ({ checks, log, now }: HealthParts): HttpHandler => {
  let last: { readonly outcomes: Promise<Outcomes>; readonly at: number } | undefined;

  const check = async (): Promise<Outcomes> => {
    const outcomes = Object.entries(checks).map(async ([name, act]) => {
      try {
        await within(patience, act());
        return [name, 'ok'] as const;
      } catch (fault) {
        log.fault('health.failing', fault, { check: name });
        return [name, 'failing'] as const;
      }
    });
    return Object.fromEntries(await Promise.all(outcomes));
  };

  return (request) => {
    const correlationId = acceptCorrelation(request.headers.get('x-correlation-id'));
    return withCorrelation(correlationId, async () => {
      if (last === undefined || now() - last.at > keptFor) last = { outcomes: check(), at: now() };
      const outcomes = await last.outcomes;
      const failing = Object.values(outcomes).includes('failing');
      return jsonAnswer(failing ? 503 : 200, { status: failing ? 'failing' : 'ok', checks: outcomes }, correlationId);
    });
  };
};
