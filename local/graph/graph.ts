import { Hono } from 'hono';
import type { LocalDatabase } from '../database';
import type { Entra } from '../entra/entra';
import type { AppCaller } from '../entra/tokens';
import { runBatch, type SendPart } from './batch';
import { createCallRecord } from './callRecord';
import { columnRoutes } from './columnRoutes';
import { directoryRoutes } from './directoryRoutes';
import { GraphFault, unknownSegment, type RequestIds } from './errors';
import type { Faults } from './faults';
import { scriptedResponse } from './faultInjection';
import { itemRoutes } from './itemRoutes';
import { listRoutes } from './listRoutes';
import { faultResponse, graphJson, readJson, requestIdsOf, responseHeaders, type GraphEnv } from './responses';
import { resolveSiteAddress } from './siteAddress';
import { siteRoutes } from './siteRoutes';
import { teamsAppRoutes } from './teamsAppRoutes';
import { createThrottle } from './throttle';
import { costOf } from './units';

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

const faultOf = (error: unknown): GraphFault => {
  if (error instanceof GraphFault) return error;
  process.stderr.write(`Local Graph: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return new GraphFault(500, 'generalException', 'General exception while processing');
};

/** In place: a response that is made anew would turn its text into a stream. */
const addHeaders = ({ headers }: Response, added: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(added)) if (!headers.has(name)) headers.set(name, value);
};

const createAuthentication =
  ({ entra }: GraphOptions) =>
  async (authorization: string | undefined): Promise<AppCaller> => {
    const caller = await entra.verifyAppToken(authorization, 'https://graph.microsoft.com');
    if (!caller) throw new GraphFault(401, 'InvalidAuthenticationToken', 'Access token is empty or not valid.');
    return caller;
  };
type Authenticate = ReturnType<typeof createAuthentication>;

const routesOf = (options: GraphOptions, authenticate: Authenticate): Hono<GraphEnv> => {
  const throttle = createThrottle(options.faults);
  const { onInstall = ignore, onUninstall = ignore, faults } = options;
  const record = createCallRecord();
  const app = new Hono<GraphEnv>();
  app.onError((error, c) => {
    const ids = { requestId: c.get('requestId'), clientRequestId: c.get('clientRequestId') };
    const answer = faultResponse(faultOf(error), ids, faults.unsettled.localizedErrors);
    addHeaders(answer, responseHeaders(ids));
    return answer;
  });
  app.use('*', async (c, next) => {
    const ids = requestIdsOf(c.req.header('client-request-id'));
    c.set('requestId', ids.requestId);
    c.set('clientRequestId', ids.clientRequestId);
    const caller = await authenticate(c.req.header('authorization'));
    c.set('caller', caller);
    const limits = throttle.spend(caller, costOf(c.req.method, new URL(c.req.url)));
    await next();
    const { method, path } = c.req;
    // What was refused needs no permission: whoever relied on it has failed already.
    if (c.res.status !== 403) record({ appId: caller.appId, method, path, userAgent: c.req.header('user-agent') });
    addHeaders(c.res, { ...limits, ...responseHeaders(ids) });
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
  const { database, origin, faults } = options;
  const authenticate = createAuthentication(options);
  const routes = routesOf(options, authenticate);

  /** What fails before or beside the routes is answered in Graph's shape too. */
  const answered = async (ids: RequestIds, work: () => Promise<Response>): Promise<Response> => {
    const answer = await work().catch((error: unknown) =>
      faultResponse(faultOf(error), ids, faults.unsettled.localizedErrors),
    );
    addHeaders(answer, responseHeaders(ids));
    return answer;
  };

  const send = (path: string, search: string, init: RequestInit): Promise<Response> =>
    answered(requestIdsOf(new Headers(init.headers).get('client-request-id') ?? undefined), async () =>
      routes.request(`${origin}${resolveSiteAddress(database, path)}${search}`, init),
    );

  const sendPart = (authorization: string, userAgent: string): SendPart => {
    const really = (url: string, init: RequestInit): Promise<Response> => {
      const [path = '', ...search] = url.split('?');
      const given = Object.fromEntries(new Headers(init.headers));
      const headers = { ...given, authorization, 'user-agent': userAgent };
      return send(path, search.length > 0 ? `?${search.join('?')}` : '', { ...init, headers });
    };
    return async (url, init) => {
      const effect = faults.take(init.method ?? 'GET', `/v1.0${url}`, ['answer']);
      if (effect?.kind !== 'answer') return really(url, init);
      if (effect.answer.afterwards) await really(url, init);
      return scriptedResponse(effect.answer, undefined);
    };
  };

  return new Hono()
    .post('/$batch', (c) =>
      answered(requestIdsOf(c.req.header('client-request-id')), async () => {
        const authorization = c.req.header('authorization') ?? '';
        await authenticate(authorization);
        return graphJson(await runBatch(await readJson(c), sendPart(authorization, c.req.header('user-agent') ?? '')));
      }),
    )
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
