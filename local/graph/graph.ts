import { Hono } from 'hono';
import type { LocalDatabase } from '../database';
import type { Entra } from '../entra/entra';
import { runBatch, type SendPart } from './batch';
import { columnRoutes } from './columnRoutes';
import { directoryRoutes } from './directoryRoutes';
import { GraphFault, unknownSegment } from './errors';
import type { Faults } from './faults';
import { scriptedResponse } from './faultInjection';
import { itemRoutes } from './itemRoutes';
import { listRoutes } from './listRoutes';
import {
  faultResponse,
  graphJson,
  readJson,
  requestIdsOf,
  responseHeaders,
  type GraphContext,
  type GraphEnv,
} from './responses';
import { resolveSiteAddress } from './siteAddress';
import { siteRoutes } from './siteRoutes';
import { teamsAppRoutes } from './teamsAppRoutes';
import { createThrottle, unitsOf } from './throttle';

export interface GraphOptions {
  readonly database: LocalDatabase;
  readonly entra: Entra;
  /** Links and contexts carry it. */
  readonly origin: string;
  readonly faults: Faults;
  /** Called after the app was installed for a person, without being waited for. */
  readonly onInstall?: ((userId: string) => void) | undefined;
  readonly onUninstall?: ((userId: string) => void) | undefined;
}

const ignore = (): void => undefined;

const answerFault = (error: unknown, c: GraphContext): Response => {
  const ids = { requestId: c.get('requestId'), clientRequestId: c.get('clientRequestId') };
  if (error instanceof GraphFault) return faultResponse(error, ids);
  process.stderr.write(`Local Graph: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return faultResponse(new GraphFault(500, 'generalException', 'General exception while processing'), ids);
};

const withHeaders = (response: Response, headers: Readonly<Record<string, string>>): Response => {
  const all = new Headers(response.headers);
  for (const [name, value] of Object.entries(headers)) if (!all.has(name)) all.set(name, value);
  return new Response(response.body, { status: response.status, headers: all });
};

const routesOf = (options: GraphOptions): Hono<GraphEnv> => {
  const throttle = createThrottle(options.faults);
  const { onInstall = ignore, onUninstall = ignore } = options;
  const app = new Hono<GraphEnv>();
  app.onError(answerFault);
  app.use('*', async (c, next) => {
    const ids = requestIdsOf(c.req.header('client-request-id'));
    c.set('requestId', ids.requestId);
    c.set('clientRequestId', ids.clientRequestId);
    const caller = await options.entra.verifyAppToken(c.req.header('authorization'), 'https://graph.microsoft.com');
    if (!caller) throw new GraphFault(401, 'InvalidAuthenticationToken', 'Access token is empty or not valid.');
    c.set('caller', caller);
    const limits = throttle.spend(caller.appId, unitsOf(c.req.method, new URL(c.req.url)));
    await next();
    c.res = withHeaders(c.res, { ...limits, ...responseHeaders(ids) });
  });
  return app
    .route('/', siteRoutes(options))
    .route('/', listRoutes(options))
    .route('/', columnRoutes(options))
    .route('/', itemRoutes(options))
    .route('/', directoryRoutes(options))
    .route('/', teamsAppRoutes({ ...options, onInstall, onUninstall }))
    .all('*', (c) => {
      throw unknownSegment(c.req.path.split('/').at(-1) ?? '');
    });
};

/** Everything below `/v1.0`. Sites addressed by path are turned into ids before the routes see them. */
export const createGraph = (options: GraphOptions): Hono => {
  const routes = routesOf(options);
  const send = async (path: string, search: string, init: RequestInit): Promise<Response> => {
    const ids = requestIdsOf(undefined);
    try {
      const address = resolveSiteAddress(options.database, path);
      return await routes.request(`${options.origin}${address}${search}`, init);
    } catch (error) {
      if (error instanceof GraphFault) return withHeaders(faultResponse(error, ids), responseHeaders(ids));
      throw error;
    }
  };
  const sendPart =
    (authorization: string): SendPart =>
    async (url, init) => {
      const [path = '', ...search] = url.split('?');
      const effect = options.faults.take(init.method ?? 'GET', `/v1.0${url}`, ['answer']);
      if (effect?.kind === 'answer') return scriptedResponse(effect.answer, undefined);
      const headers = { ...Object.fromEntries(new Headers(init.headers)), authorization };
      return send(path, search.length > 0 ? `?${search.join('?')}` : '', { ...init, headers });
    };
  return new Hono()
    .post('/$batch', async (c) => {
      const ids = requestIdsOf(c.req.header('client-request-id'));
      try {
        const parts = await runBatch(await readJson(c), sendPart(c.req.header('authorization') ?? ''));
        return graphJson(parts, 200, responseHeaders(ids));
      } catch (error) {
        if (error instanceof GraphFault) return withHeaders(faultResponse(error, ids), responseHeaders(ids));
        throw error;
      }
    })
    .all('*', async (c) => {
      const url = new URL(c.req.url);
      const body = c.req.method === 'GET' ? {} : { body: await c.req.text() };
      return send(url.pathname.replace(/^\/v1\.0/, ''), url.search, {
        method: c.req.method,
        headers: c.req.raw.headers,
        ...body,
      });
    });
};
