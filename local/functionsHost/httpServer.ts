import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AdminRequest } from './admin';
import type { Application } from './application';
import { answerCors } from './cors';
import { httpInput, readBody, sendHttp } from './httpMessages';
import { invoke } from './invocation';
import { logFault, logInvocation } from './log';
import { sendOutputs } from './outputs';
import type { QueueStorage } from './queueStorage';
import { compileRoutes, matchRoute } from './routes';
import type { RouteMatch } from './routes';
import type { HostSettings } from './settings';
import { withTrigger } from './triggers';

export interface HttpParts {
  readonly application: Application;
  readonly settings: HostSettings;
  readonly storage: QueueStorage;
  readonly admin: AdminRequest;
}

const sendEmpty = (response: ServerResponse, status: number): number => {
  response.writeHead(status).end();
  return status;
};

const sendTooLarge = (request: IncomingMessage, response: ServerResponse): number => {
  response.setHeader('Connection', 'close');
  const status = sendEmpty(response, 413);
  request.resume();
  return status;
};

const runHttp = async (
  parts: HttpParts,
  { hosted, params }: RouteMatch,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<number> => {
  const body = await readBody(request);
  if (!body) return sendTooLarge(request, response);
  try {
    const result = await invoke(parts.application, hosted, { http: httpInput(request, url, params, body) });
    await sendOutputs(parts.storage, hosted, result.response);
    return sendHttp(response, result.response.returnValue?.http);
  } catch (fault) {
    logFault(hosted.name, fault);
    if (response.headersSent) response.destroy();
    return response.headersSent ? 500 : sendEmpty(response, 500);
  }
};

const urlOf = (request: IncomingMessage): URL | undefined => {
  const path = request.url ?? '/';
  const address = `http://${request.headers.host ?? 'localhost'}${path}`;
  return path.startsWith('/') && URL.canParse(address) ? new URL(address) : undefined;
};

/** The server of all HTTP functions and of the host's own `/admin`; not listening yet. */
export const createHttpServer = (parts: HttpParts): Server => {
  const { application, settings, admin } = parts;
  const routes = compileRoutes(withTrigger(application.functions.values(), 'httpTrigger'), settings.routePrefix);

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const startedAt = performance.now();
    const url = urlOf(request);
    if (!url) return void sendEmpty(response, 400);
    if (url.pathname.startsWith('/admin/')) return admin(request, response, url.pathname);
    if (answerCors(settings.corsOrigins, request, response)) return;
    const match = matchRoute(routes, request.method ?? 'GET', url.pathname);
    if (!match) return void sendEmpty(response, 404);
    const outcome = await runHttp(parts, match, request, response, url);
    logInvocation({
      function: match.hosted.name,
      trigger: 'http',
      outcome,
      milliseconds: performance.now() - startedAt,
    });
  };

  return createServer((request, response) => {
    answer(request, response).catch((fault: unknown) => {
      // The client went away, or the host itself is wrong: either way this request is over.
      if (!request.destroyed) logFault('host', fault);
      response.destroy();
    });
  });
};

/** Listens on this machine only. A taken port rejects with what to do about it. */
export const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      const taken = `Port ${port}, which the Functions host needs, is in use. Set FUNCTIONS_PORT to a free one.`;
      reject(fault.code === 'EADDRINUSE' ? new Error(taken) : fault);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
