import { z } from 'zod';
import { badRequest, errorBody, GraphFault } from './errors';
import { requestIdsOf } from './responses';

/** At most so many requests in a batch (facts/graph.md 2.2). */
const mostParts = 20;

const Part = z.object({
  id: z.string().min(1),
  method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']),
  url: z.string().regex(/^(?!\w+:\/\/)/),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
  dependsOn: z.array(z.string()).default([]),
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

const failedDependency = (id: string): PartResponse => ({
  id,
  status: 424,
  headers: { 'Content-Type': 'application/json' },
  body: errorBody(
    new GraphFault(424, 'FailedDependency', 'The request failed because a request it depends on failed.'),
    requestIdsOf(undefined),
  ),
});

const responseOf = async (id: string, response: Response): Promise<PartResponse> => {
  const text = await response.text();
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => !/^(request-id|client-request-id|x-ms-ags-diagnostic)$/.test(name)),
  );
  return { id, status: response.status, headers, ...(text === '' ? {} : { body: JSON.parse(text) }) };
};

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
      ...(part.body === undefined ? {} : { body: JSON.stringify(part.body) }),
    };
    return responseOf(part.id, await send(part.url.startsWith('/') ? part.url : `/${part.url}`, init));
  };
  for (const part of parts) running.set(part.id, run(part));
  return { responses: (await Promise.all(running.values())).reverse() };
};
