import { setTimeout as wait } from 'node:timers/promises';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { GraphFault } from './errors';
import type { Faults } from './faults';
import type { FaultAnswer, FaultEffect } from './faultScript';
import { faultResponse, requestIdsOf, responseHeaders } from './responses';

/** The connection behind a request, which a fault may cut. */
export interface ServerEnv {
  Bindings: HttpBindings | Http2Bindings;
}
type ServerContext = Context<ServerEnv>;

const modified = 'The resource has changed since the caller last read it; usually an eTag mismatch';

/** Code and text of a status, as in facts/graph.md 1.9. */
const usual: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['invalidRequest', 'Invalid request'],
  401: ['InvalidAuthenticationToken', 'Access token is empty or not valid.'],
  403: ['accessDenied', 'Access denied'],
  404: ['itemNotFound', 'Item not found'],
  409: ['resourceModified', modified],
  410: ['resyncChangesApplyDifferences', 'Resync required. Replace any local items with the server version.'],
  412: ['resourceModified', modified],
  422: ['notSupported', 'The request is unprocessable because it uses too many resources'],
  423: ['resourceLocked', 'The resource is locked'],
  429: ['activityLimitReached', 'Application has been throttled.'],
  500: ['generalException', 'General exception while processing'],
  503: ['serviceNotAvailable', 'The service is not available. Try the request again after a delay.'],
  504: ['GatewayTimeout', 'The gateway waited too long for the service.'],
  507: ['quotaLimitReached', 'The user has reached their quota limit'],
};

/** The scripted answer in Graph's shape. */
export const scriptedResponse = (answer: FaultAnswer, clientRequestId: string | undefined): Response => {
  const ids = requestIdsOf(clientRequestId);
  const headers = {
    ...responseHeaders(ids),
    ...(answer.retryAfter === undefined ? {} : { 'Retry-After': String(answer.retryAfter) }),
  };
  if (answer.emptyBody) return new Response(null, { status: answer.status, headers });
  const [code, message] = usual[answer.status] ?? ['UnknownError', 'A scripted fault of the local Graph'];
  const fault = new GraphFault(answer.status, answer.code ?? code, answer.message ?? message, { headers });
  return faultResponse(fault, ids);
};

const drop = (c: ServerContext): Response => {
  c.env.incoming.socket.destroy();
  return RESPONSE_ALREADY_SENT;
};

const pathAndQuery = (c: ServerContext): string => {
  const { pathname, search } = new URL(c.req.url);
  return `${pathname}${search}`;
};

/** Counts and delays what goes to Graph. */
const countAndDelay = async (faults: Faults, url: string): Promise<void> => {
  if (!url.startsWith('/v1.0/')) return;
  faults.usage.requests += 1;
  if (faults.latencyMs > 0) await wait(faults.latencyMs);
};

const afterwards = async (c: ServerContext, effect: FaultEffect): Promise<void> => {
  if (effect.kind === 'holdAfter') await effect.hold.arrive();
  if (effect.kind === 'dropAfter') c.res = drop(c);
  if (effect.kind !== 'answer') return;
  // Otherwise the headers of the lost answer would be kept.
  c.res = undefined;
  c.res = scriptedResponse(effect.answer, c.req.header('client-request-id'));
};

/** Meets every request of the server before its route does: Graph, Entra and the connector alike. */
export const faultInjection =
  (faults: Faults): MiddlewareHandler<ServerEnv> =>
  async (c, next) => {
    const url = pathAndQuery(c);
    await countAndDelay(faults, url);
    const effect = faults.take(c.req.method, url);
    if (!effect) return next();
    if (effect.kind === 'answer' && !effect.answer.afterwards)
      return scriptedResponse(effect.answer, c.req.header('client-request-id'));
    if (effect.kind === 'dropBefore') return drop(c);
    if (effect.kind === 'holdBefore') await effect.hold.arrive();
    await next();
    await afterwards(c, effect);
    return undefined;
  };
