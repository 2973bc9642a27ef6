import { Client, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import { AuthError } from '@azure/msal-node';
import type { GraphRequest } from '@microsoft/microsoft-graph-client';
import type { z } from 'zod';
import { correlationId } from '../../correlation';
import type { GraphSettings } from '../../environment';
import type { TokenSource } from '../entra/appToken';
import { createGate, gateClosed } from './gate';
import { GraphFault, graphFaultOf } from './graphFault';
import { backOff, realPace } from './pace';
import type { Pace } from './pace';

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
}

export interface GraphClientOptions {
  readonly settings: GraphSettings;
  readonly tokens: TokenSource;
  readonly pace?: Pace;
  /** Seconds that a caller may be kept waiting for Graph's own sake; longer waits are handed on. */
  readonly patience?: number;
}

type Method = 'GET' | 'POST' | 'PATCH';
interface Call {
  readonly method: Method;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly timeout?: number;
}

/** Decorated traffic is preferred when SharePoint throttles (facts 2.1). */
const userAgent = 'NONISV|Assured|Assured/1.0';
const attempts = 4;
const defaultTimeout = 10_000;
const defaultPatience = 10;

/** The SDK would repeat a POST after 503 and 504 and so write twice (facts 2.3): the repeating is done here instead. */
const neverBySdk = new RetryHandlerOptions(0, 0, () => false);

const mayRepeat = (method: Method, fault: GraphFault): boolean =>
  fault.status === 429 || (method === 'GET' && fault.outcomeUnknown);

const sendBy = (request: GraphRequest, { method, body }: Call): Promise<unknown> => {
  switch (method) {
    case 'GET':
      return request.get();
    case 'POST':
      return request.post(body);
    case 'PATCH':
      return request.patch(body);
  }
};

/** A refused credential is for the administrator and stays what it is; a token service that is away will pass. */
const tokenFault = (error: unknown): unknown =>
  error instanceof AuthError && /^(invalid_|unauthorized_)/.test(error.errorCode)
    ? error
    : new GraphFault('No token could be had for Graph.', { status: 0, code: 'tokenUnavailable' }, { cause: error });

/** One request, answered or failed: no repeating here. */
const createAttempt = ({ settings, tokens }: GraphClientOptions) => {
  const sdk = Client.initWithMiddleware({
    authProvider: { getAccessToken: tokens },
    baseUrl: settings.baseUrl,
    customHosts: new Set(settings.customHosts),
  });
  return async (call: Call): Promise<unknown> => {
    // Asked for here as well, because the SDK would turn a refused credential into a fault without a cause.
    await tokens().catch((error: unknown) => {
      throw tokenFault(error);
    });
    const request = sdk
      .api(call.path)
      .middlewareOptions([neverBySdk])
      .headers({ 'User-Agent': userAgent, 'client-request-id': correlationId(), ...call.headers })
      .option('signal', AbortSignal.timeout(call.timeout ?? defaultTimeout));
    try {
      return await sendBy(request, call);
    } catch (error) {
      throw graphFaultOf(error);
    }
  };
};

/** Repeats what may be repeated, for as long as the caller may be kept waiting. */
const createSend = (options: GraphClientOptions) => {
  const { pace = realPace, patience = defaultPatience } = options;
  const gate = createGate(pace, patience);
  const attempt = createAttempt(options);

  /** Seconds until the next attempt, or undefined where there is to be none. */
  const waitAfter = (call: Call, error: unknown, attemptsMade: number): number | undefined => {
    if (!(error instanceof GraphFault) || error.code === gateClosed) return undefined;
    const wait = error.retryAfter ?? backOff(pace, attemptsMade) / 1000;
    if (error.status === 429) gate.close(wait);
    return mayRepeat(call.method, error) && attemptsMade < attempts && wait <= patience ? wait : undefined;
  };

  return async (call: Call): Promise<unknown> => {
    for (let made = 1; ; made += 1) {
      try {
        await gate.pass();
        return await attempt(call);
      } catch (error) {
        const wait = waitAfter(call, error, made);
        if (wait === undefined) throw error;
        await pace.sleep(wait * 1000);
      }
    }
  };
};

export const createGraphClient = (options: GraphClientOptions): GraphClient => {
  const send = createSend(options);
  const parsed = async <T>(call: Call, answer: z.ZodType<T>): Promise<T> => {
    const result = answer.safeParse(await send(call));
    if (result.success) return result.data;
    const facts = { status: 200, code: 'unexpectedShape' };
    throw new GraphFault('Graph answered in an unexpected shape.', facts, { cause: result.error });
  };
  return {
    get: (path, answer, { timeout } = {}) =>
      parsed({ method: 'GET', path, ...(timeout !== undefined && { timeout }) }, answer),
    post: (path, body, answer) => parsed({ method: 'POST', path, body }, answer),
    patch: (path, body, answer, { ifMatch } = {}) =>
      parsed(
        { method: 'PATCH', path, body, ...(ifMatch !== undefined && { headers: { 'If-Match': ifMatch } }) },
        answer,
      ),
  };
};
