import { Client, MiddlewareFactory, RetryHandlerOptions } from '@microsoft/microsoft-graph-client';
import { AuthError } from '@azure/msal-node';
import type { Context, GraphRequest, Middleware } from '@microsoft/microsoft-graph-client';
import { correlationId } from '../../correlation';
import type { GraphSettings } from '../../environment';
import type { Log } from '../../log';
import { graphPath } from '../../telemetry/graphPath';
import { note, spanned, traceparentHere } from '../../telemetry/spans';
import type { TokenSource } from '../entra/appToken';
import { GraphFault, graphFaultOf } from './graphFault';
import type { Allowance } from './priority';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Milliseconds for one attempt. */
  readonly timeout?: number;
}

export interface AttemptOptions {
  readonly settings: GraphSettings;
  readonly tokens: TokenSource;
  /** Told whenever an answer says what is left of the budget. */
  readonly learn: (allowance: Allowance) => void;
  readonly log?: Pick<Log, 'warn'> | undefined;
}

/** Decorated traffic is preferred when SharePoint throttles (facts 2.1). */
const userAgent = 'NONISV|Assured|Assured/1.0';
const defaultTimeout = 10_000;

/** The SDK would repeat a POST after 503 and 504 and so write twice (facts 2.3): the repeating is done by the client. */
const neverBySdk = new RetryHandlerOptions(0, 0, () => false);

const numberIn = (headers: Headers, name: string): number | undefined => {
  const text = headers.get(name);
  return text === null || !/^\d+(\.\d+)?$/.test(text) ? undefined : Number(text);
};

/** What the counting headers say; undefined where they do not come, as below four fifths of the budget (facts 2.1). */
export const allowanceIn = (headers: Headers): Allowance | undefined => {
  const remaining = numberIn(headers, 'ratelimit-remaining');
  const reset = numberIn(headers, 'ratelimit-reset');
  if (remaining === undefined || reset === undefined) return undefined;
  return { remaining, reset, limit: numberIn(headers, 'ratelimit-limit') ?? remaining };
};

/** Sees every answer's headers, which the SDK keeps to itself. */
const listener = (learn: (allowance: Allowance) => void): Middleware => {
  let next: Middleware | undefined;
  return {
    setNext: (middleware) => void (next = middleware),
    async execute(context: Context) {
      await next?.execute(context);
      if (context.response === undefined) return;
      note({ status: context.response.status });
      const allowance = allowanceIn(context.response.headers);
      if (allowance) learn(allowance);
    },
  };
};

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

/** One request within a span of its own, which says where it went and not what it was about. */
const observed = (
  settings: GraphSettings,
  call: Call,
  act: (call: Call, id: string) => Promise<unknown>,
): Promise<unknown> => {
  const [id, path] = [correlationId(), graphPath(call.path)];
  const attributes = { correlationId: id, method: call.method, host: new URL(settings.baseUrl).host, path };
  return spanned({ kind: 'call', name: `${call.method} ${path}`, attributes }, () => act(call, id));
};

/** One request, answered or failed: no repeating here. Throws `GraphFault`. */
export const createAttempt = ({ settings, tokens, learn, log }: AttemptOptions) => {
  const sdk = Client.initWithMiddleware({
    middleware: [listener(learn), ...MiddlewareFactory.getDefaultMiddlewareChain({ getAccessToken: tokens })],
    baseUrl: settings.baseUrl,
    customHosts: new Set(settings.customHosts),
  });
  const attempt = async (call: Call, id: string): Promise<unknown> => {
    const traceparent = traceparentHere();
    const request = sdk
      .api(call.path)
      .middlewareOptions([neverBySdk])
      .headers({
        'User-Agent': userAgent,
        'client-request-id': id,
        ...(traceparent !== undefined && { traceparent }),
        ...call.headers,
      })
      .option('signal', AbortSignal.timeout(call.timeout ?? defaultTimeout));
    try {
      return await sendBy(request, call);
    } catch (error) {
      const fault = graphFaultOf(error);
      const { status, code, retryAfter, requestId } = fault;
      const throttled = status === 429 || status === 503;
      note({ status, code, retryAfter, requestId, throttled });
      // What is repeated ends well, and would otherwise be seen nowhere.
      if (throttled) log?.warn('graph.throttled', { status, code, retryAfter, requestId });
      throw fault;
    }
  };
  return async (call: Call): Promise<unknown> => {
    // Asked for here as well, because the SDK would turn a refused credential into a fault without a cause.
    await tokens().catch((error: unknown) => {
      throw tokenFault(error);
    });
    return observed(settings, call, attempt);
  };
};
