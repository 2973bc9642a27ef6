import type { z } from 'zod';
import type { GraphSettings } from '../../environment';
import type { Log } from '../../log';
import type { TokenSource } from '../entra/appToken';
import { createAttempt } from './attempt';
import { sendWrites } from './batch';
import type { Patch, Post } from './batch';
import { createGate } from './gate';
import { GraphFault } from './graphFault';
import { realPace } from './pace';
import type { Pace } from './pace';
import type { Patience, Urgency } from './priority';
import { send } from './sending';
import type { Way } from './sending';

export interface ReadOptions {
  /** Milliseconds for one attempt. */
  readonly timeout?: number;
}

export interface WriteOptions {
  readonly ifMatch?: string;
}

/**
 * Graph v1.0 as the app. Paths are relative to the version, or whole addresses as Graph gave them; values in them are
 * encoded by the caller. Every answer is parsed. Reads are repeated when they fail in passing; a write only after 429,
 * which says that it was not carried out. Throws `GraphFault`.
 */
export interface GraphClient {
  get<T>(path: string, answer: z.ZodType<T>, options?: ReadOptions): Promise<T>;
  post<T>(path: string, body: object, answer: z.ZodType<T>): Promise<T>;
  patch<T>(path: string, body: object, answer: z.ZodType<T>, options?: WriteOptions): Promise<T>;
  /** Many posts in few requests, each with an outcome of its own, in the order given: one's failure is not another's. */
  postAll<T>(posts: readonly Post[], answer: z.ZodType<T>): Promise<readonly (T | GraphFault)[]>;
  /** The same for changes, each on the condition of its own version. */
  patchAll<T>(patches: readonly Patch[], answer: z.ZodType<T>): Promise<readonly (T | GraphFault)[]>;
  /** The same way to Graph for work of another urgency; people are waited on by default. */
  at(urgency: Urgency): GraphClient;
}

export interface GraphClientOptions {
  readonly settings: GraphSettings;
  readonly tokens: TokenSource;
  readonly pace?: Pace;
  readonly patience?: Partial<Patience>;
  /** Told where Graph asks to wait. */
  readonly log?: Pick<Log, 'warn'>;
}

/** A queue message and a timer may wait until the budget is counted anew; a person would have gone. */
const usualPatience: Patience = { person: 10, background: 90 };

const parsed = <T>(given: unknown, answer: z.ZodType<T>): T | GraphFault => {
  const result = answer.safeParse(given);
  if (result.success) return result.data;
  const facts = { status: 200, code: 'unexpectedShape' };
  return new GraphFault('Graph answered in an unexpected shape.', facts, { cause: result.error });
};

const orThrow = <T>(outcome: T | GraphFault): T => {
  if (outcome instanceof GraphFault) throw outcome;
  return outcome;
};

const sendAll = async <T>(
  way: Way,
  urgency: Urgency,
  writes: readonly (Post | Patch)[],
  answer: z.ZodType<T>,
): Promise<readonly (T | GraphFault)[]> =>
  (await sendWrites(way, urgency, writes)).map((outcome) =>
    outcome instanceof GraphFault ? outcome : parsed(outcome.body, answer),
  );

const clientAt = (way: Way, urgency: Urgency): GraphClient => ({
  get: async (path, answer, { timeout } = {}) =>
    orThrow(
      parsed(await send(way, urgency, { method: 'GET', path, ...(timeout !== undefined && { timeout }) }), answer),
    ),
  post: async (path, body, answer) => orThrow(parsed(await send(way, urgency, { method: 'POST', path, body }), answer)),
  patch: async (path, body, answer, { ifMatch } = {}) => {
    const headers = ifMatch === undefined ? {} : { headers: { 'If-Match': ifMatch } };
    return orThrow(parsed(await send(way, urgency, { method: 'PATCH', path, body, ...headers }), answer));
  },
  postAll: (posts, answer) => sendAll(way, urgency, posts, answer),
  patchAll: (patches, answer) => sendAll(way, urgency, patches, answer),
  at: (other) => clientAt(way, other),
});

export const createGraphClient = ({
  settings,
  tokens,
  pace = realPace,
  ...options
}: GraphClientOptions): GraphClient => {
  const patience = { ...usualPatience, ...options.patience };
  const gate = createGate(pace, patience);
  const attempt = createAttempt({ settings, tokens, learn: gate.learn, log: options.log });
  return clientAt({ gate, pace, patience, attempt }, () => 'person');
};
