import type { HttpResponseInit } from '@azure/functions';
import type { Problem } from '../../shared/schema/views';
import type { ExportedFile } from './exportedFile';

/**
 * Nothing of the trust's may stay in a cache, and nothing may be taken for what it is not: an answer that is opened as
 * a page may load nothing and stand in no frame.
 */
const always = (correlationId: string): Record<string, string> => ({
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'x-correlation-id': correlationId,
  'Access-Control-Expose-Headers': 'x-correlation-id, Retry-After, Content-Disposition',
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

export const emptyAnswer = (
  status: number,
  correlationId: string,
  headers: Readonly<Record<string, string>> = {},
): HttpResponseInit => ({ status, headers: { ...always(correlationId), ...headers } });

export const problemAnswer = (
  problem: Problem,
  correlationId: string,
  headers: Record<string, string> = {},
): HttpResponseInit =>
  jsonAnswer(problem.status, problem, correlationId, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    ...headers,
  });

/** RFC 6266: the name in letters of ASCII for old clients, and as it is. */
const disposition = (name: string): string => {
  const plain = name.replace(/[^ -~]/g, '_').replace(/["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
};

export const fileAnswer = ({ name, type, bytes }: ExportedFile, correlationId: string): HttpResponseInit => ({
  status: 200,
  headers: { ...always(correlationId), 'Content-Type': type, 'Content-Disposition': disposition(name) },
  body: bytes,
});
