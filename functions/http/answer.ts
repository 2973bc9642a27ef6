import type { HttpResponseInit } from '@azure/functions';
import type { Problem } from '../../shared/schema/views';

/** Nothing of the trust's may stay in a cache, and nothing may be taken for what it is not. */
const always = (correlationId: string): Record<string, string> => ({
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'x-correlation-id': correlationId,
  'Access-Control-Expose-Headers': 'x-correlation-id, Retry-After',
});

export const jsonAnswer = (
  status: number,
  body: unknown,
  correlationId: string,
  headers: Record<string, string> = {},
): HttpResponseInit => ({
  status,
  headers: { ...always(correlationId), 'Content-Type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

export const problemAnswer = (
  problem: Problem,
  correlationId: string,
  headers: Record<string, string> = {},
): HttpResponseInit =>
  jsonAnswer(problem.status, problem, correlationId, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...headers,
  });
