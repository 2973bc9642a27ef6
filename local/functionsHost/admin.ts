import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Application } from './application';
import { readBody } from './httpMessages';
import { logFault } from './log';
import type { HostSettings } from './settings';
import type { HostedFunction } from './triggers';

/** Runs a timer or queue function once, now; settles when it has ended. */
export type RunNow = (hosted: HostedFunction, input: string) => Promise<void>;
export type AdminRequest = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<void>;

const RunBody = z.object({ input: z.string().optional() });

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};

const inputOf = async (request: IncomingMessage): Promise<string | undefined> => {
  const body = await readBody(request);
  if (!body) return undefined;
  if (body.length === 0) return '';
  try {
    return RunBody.parse(JSON.parse(body.toString('utf8'))).input ?? '';
  } catch {
    return undefined;
  }
};

const isForeign = ({ headers: { origin } }: IncomingMessage, { corsOrigins }: HostSettings): boolean =>
  origin !== undefined && !corsOrigins.includes(origin);

/**
 * The real host's own endpoints: `GET /admin/host/status`, and `POST /admin/functions/{name}` with
 * `{"input": "…"}`, which answers 202 at once and runs the function. A page of another origin is refused.
 */
export const createAdmin =
  (application: Application, settings: HostSettings, runNow: RunNow): AdminRequest =>
  async (request, response, pathname) => {
    if (isForeign(request, settings)) {
      return sendJson(response, 403, { Message: 'Not from a page of another origin.' });
    }
    const asked = `${request.method} ${pathname}`;
    if (asked === 'GET /admin/host/status') {
      return sendJson(response, 200, { id: 'local', state: 'Running', version: application.core.hostVersion });
    }
    const hosted = application.functions.get(/^POST \/admin\/functions\/([^/]+)$/.exec(asked)?.[1] ?? '');
    if (!hosted) return sendJson(response, 404, { Message: 'No such function.' });
    if (hosted.trigger.type === 'httpTrigger') {
      return sendJson(response, 400, { Message: 'An HTTP function is run by its own address.' });
    }
    const input = await inputOf(request);
    if (input === undefined) return sendJson(response, 400, { Message: 'The body must be {"input": "…"}.' });
    response.writeHead(202).end();
    await runNow(hosted, input).catch((fault: unknown) => logFault(hosted.name, fault));
  };
