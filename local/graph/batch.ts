import { z } from 'zod';
import { badRequest, errorBody, GraphFault, isUnknownSegment } from './errors';
import { requestIdsOf } from './responses';

/** At most so many requests in a batch (facts/graph.md 2.2). */
const mostParts = 20;

const Part = z.object({
  id: z.string().min(1),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
  url: z.string().regex(/^(?!\w+:\/\/)/),
  headers: z.record(z.string(), z.string()).default({}),
  /** JSON, or any other content as base64url. */
  body: z.unknown().optional(),
  /** One at most: parts run in a row, or all of them after the same one. */
  dependsOn: z.array(z.string()).max(1).default([]),
});
type Part = z.infer<typeof Part>;

const BatchBody = z.object({ requests: z.array(Part).min(1) });

export interface PartResponse {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends one part; the path has a leading slash and no version. */
export type SendPart = (path: string, init: RequestInit) => Promise<Response>;

const refuseRepeated = (parts: readonly Part[]): void => {
  const seen = new Set<string>();
  for (const { id } of parts) {
    if (seen.has(id.toLowerCase())) throw badRequest(`Request Id ${id} has to be unique in a batch.`);
    seen.add(id.toLowerCase());
  }
};

const hasContentType = ({ headers }: Part): boolean =>
  Object.keys(headers).some((name) => name.toLowerCase() === 'content-type');

const checkedParts = (body: unknown): Part[] => {
  const parsed = BatchBody.safeParse(body);
  if (!parsed.success) throw badRequest('Invalid batch payload format.');
  const parts = parsed.data.requests;
  if (parts.length > mostParts)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${mostParts}.`);
  refuseRepeated(parts);
  const earlier = new Set<string>();
  for (const part of parts) {
    if (part.body !== undefined && !hasContentType(part))
      throw badRequest(`Write request id : ${part.id} does not contain Content-Type header or body.`);
    if (part.url.replace(/^\//, '').startsWith('$batch')) throw badRequest('Invalid batch payload format.');
    if (part.dependsOn.some((id) => !earlier.has(id))) throw badRequest('Invalid batch payload format.');
    earlier.add(part.id);
  }
  return parts;
};

const partError = (id: string, fault: GraphFault): PartResponse => ({
  id,
  status: fault.status,
  headers: { 'Content-Type': 'application/json' },
  body: errorBody(fault, requestIdsOf(undefined)),
});

const failedDependency = (id: string): PartResponse =>
  partError(id, new GraphFault(424, 'FailedDependency', 'The request failed because a request it depends on failed.'));

/** Fetch keeps header names in lower case; Graph writes them as they are usually written. */
const spelling: Readonly<Record<string, string>> = {
  etag: 'ETag',
  'odata-version': 'OData-Version',
  'ratelimit-limit': 'RateLimit-Limit',
  'ratelimit-remaining': 'RateLimit-Remaining',
  'ratelimit-reset': 'RateLimit-Reset',
};

const headerName = (name: string): string =>
  spelling[name] ?? (name.startsWith('x-ms-') ? name : name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase()));

const notOfParts = /^(request-id|client-request-id|x-ms-ags-diagnostic|vary)$/;

const responseOf = async (id: string, response: Response): Promise<PartResponse> => {
  const text = await response.text();
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !notOfParts.test(name)).map(([name, value]) => [headerName(name), value]),
  );
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  // Inside a batch an unknown address is answered in another way than outside (facts/graph.md 2.2).
  if (isUnknownSegment(response.status, body)) return partError(id, new GraphFault(404, 'UnknownError', ''));
  return { id, status: response.status, headers, ...(body === undefined ? {} : { body }) };
};

const bodyText = (body: unknown): string =>
  typeof body === 'string' ? Buffer.from(body, 'base64url').toString('utf8') : JSON.stringify(body);

/**
 * Runs `$batch`. The answers come in another order than the requests, as Graph's may: they are told apart by id.
 */
export const runBatch = async (body: unknown, send: SendPart): Promise<{ responses: PartResponse[] }> => {
  const parts = checkedParts(body);
  const running = new Map<string, Promise<PartResponse>>();
  const run = async (part: Part): Promise<PartResponse> => {
    const before = await Promise.all(part.dependsOn.flatMap((id) => running.get(id) ?? []));
    if (before.some(({ status }) => status >= 400)) return failedDependency(part.id);
    const init = {
      method: part.method,
      headers: part.headers,
      ...(part.body === undefined ? {} : { body: bodyText(part.body) }),
    };
    return responseOf(part.id, await send(part.url.startsWith('/') ? part.url : `/${part.url}`, init));
  };
  for (const part of parts) running.set(part.id, run(part));
  return { responses: (await Promise.all(running.values())).reverse() };
};
