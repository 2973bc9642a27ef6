import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { AppCaller } from '../entra/tokens';
import { badRequest, errorBody, invalidRequest, type GraphFault, type RequestIds } from './errors';

/** What every Graph route finds in its context. */
export interface GraphEnv {
  Variables: RequestIds & { caller: AppCaller };
}
export type GraphContext = Context<GraphEnv>;

const jsonType = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

const diagnostic = JSON.stringify({
  ServerInfo: { DataCenter: 'Local', Slice: 'E', Ring: '0', ScaleUnit: '001', RoleInstance: 'LOCAL01' },
});

/** The caller's `client-request-id` is echoed; without one it equals the request id. */
export const requestIdsOf = (header: string | undefined): RequestIds => {
  const requestId = randomUUID();
  return { requestId, clientRequestId: header ?? requestId };
};

export const responseHeaders = ({ requestId, clientRequestId }: RequestIds): Record<string, string> => ({
  'Cache-Control': 'no-cache',
  Vary: 'Accept-Encoding',
  'OData-Version': '4.0',
  'request-id': requestId,
  'client-request-id': clientRequestId,
  'x-ms-ags-diagnostic': diagnostic,
});

export const graphJson = (body: object, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': jsonType, ...headers } });

export const noContent = (): Response => new Response(null, { status: 204 });

export const faultResponse = (fault: GraphFault, ids: RequestIds, localized = false): Response =>
  graphJson(errorBody(fault, ids, localized), fault.status, { ...fault.details.headers });

/** The request's JSON, parsed; anything that does not fit is Graph's `Invalid request`. */
export const readBody = async <T>(c: GraphContext, shape: z.ZodType<T>): Promise<T> =>
  parsedBody(shape, await readJson(c));

export const parsedBody = <T>(shape: z.ZodType<T>, json: unknown): T => {
  const parsed = shape.safeParse(json);
  if (!parsed.success) throw invalidRequest();
  return parsed.data;
};

export const readJson = async (c: { req: { json(): Promise<unknown> } }): Promise<unknown> => {
  try {
    return await c.req.json();
  } catch {
    throw badRequest(
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
};
