import { setTimeout as wait } from 'node:timers/promises';
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import { GraphFault } from './errors';
import type { FaultAnswer, FaultEffect, Faults } from './faults';
import { faultResponse, requestIdsOf, responseHeaders } from './responses';

/** The connection behind a request, which a fault may cut. */
export interface ServerEnv {
  Bindings: HttpBindings | Http2Bindings;
}
type ServerContext = Context<ServerEnv>;

const usualCode: Readonly<Record<number, string>> = {
  409: 'resourceModified',
  412: 'resourceModified',
  429: 'activityLimitReached',
  500: 'generalException',
  503: 'serviceNotAvailable',
  504: 'GatewayTimeout',
};

/** The scripted answer in Graph's shape. */
export const scriptedResponse = (answer: FaultAnswer, clientRequestId: string | undefined): Response => {
  const ids = requestIdsOf(clientRequestId);
  const headers = {
    ...responseHeaders(ids),
    ...(answer.retryAfter === undefined ? {} : { 'Retry-After': String(answer.retryAfter) }),
  };
  if (answer.emptyBody) return new Response(null, { status: answer.status, headers });
  const fault = new GraphFault(
    answer.status,
    answer.code ?? usualCode[answer.status] ?? 'UnknownError',
    answer.message ?? 'A scripted fault of the local Graph',
    { headers },
  );
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
};

/** Meets every request of the server before its route does: Graph, Entra and the connector alike. */
export const faultInjection =
  (faults: Faults): MiddlewareHandler<ServerEnv> =>
  async (c, next) => {
    const url = pathAndQuery(c);
    await countAndDelay(faults, url);
    const effect = faults.take(c.req.method, url);
    if (!effect) return next();
    if (effect.kind === 'answer') return scriptedResponse(effect.answer, c.req.header('client-request-id'));
    if (effect.kind === 'dropBefore') return drop(c);
    if (effect.kind === 'holdBefore') await effect.hold.arrive();
    await next();
    await afterwards(c, effect);
    return undefined;
  };
