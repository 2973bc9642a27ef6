import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { RpcHttpCookie, RpcHttpData, RpcNullable, RpcTypedData } from './core';

/** Bytes of a request body that are accepted; more is answered 413. */
export const bodyLimit = 1024 * 1024;

/** The whole body, or undefined when it is larger than the limit (the rest is then not kept). */
export const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > bodyLimit) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const flatHeaders = (headers: IncomingHttpHeaders): Record<string, string> => {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
};

/** Repeated names arrive joined by a comma, as through the platform. */
const flatQuery = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]));

export const httpInput = (
  request: IncomingMessage,
  url: URL,
  params: Record<string, string>,
  body: Buffer,
): RpcHttpData => ({
  url: url.href,
  method: request.method ?? 'GET',
  headers: flatHeaders(request.headers),
  params,
  query: flatQuery(url.searchParams),
  ...(body.length > 0 ? { body: { bytes: body } } : {}),
});

const sameSiteNames = { lax: 'Lax', strict: 'Strict', explicitNone: 'None', none: undefined } as const;

const given = <T>(nullable: RpcNullable<T> | null | undefined): T | null | undefined => nullable?.value;

const cookieLine = (cookie: RpcHttpCookie): string => {
  const seconds = given(cookie.expires)?.seconds;
  const attributes = {
    Domain: given(cookie.domain),
    Path: given(cookie.path),
    'Max-Age': given(cookie.maxAge),
    Expires: seconds && new Date(seconds * 1000).toUTCString(),
    SameSite: sameSiteNames[cookie.sameSite ?? 'none'],
    Secure: given(cookie.secure),
    HttpOnly: given(cookie.httpOnly),
  };
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => (value === true ? `; ${name}` : `; ${name}=${value}`));
  return `${cookie.name}=${encodeURIComponent(cookie.value ?? '')}${written.join('')}`;
};

const bytesOf = (data: RpcTypedData | null | undefined): Uint8Array | string =>
  data?.bytes ?? data?.string ?? data?.json ?? '';

/** Headers that belong to the connection, not to the function's answer. */
const ownedByServer = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

const sendHeaders = (response: ServerResponse, headers: Record<string, string>): void => {
  for (const [name, value] of Object.entries(headers)) {
    if (name === 'vary') response.appendHeader(name, value);
    else if (!ownedByServer.has(name) && !response.hasHeader(name)) response.setHeader(name, value);
  }
};

const nothing: RpcHttpData = { statusCode: '204' };

/** Sends what the library made of the function's result; nothing returned is 204. Returns the status. */
export const sendHttp = (response: ServerResponse, result: RpcHttpData | null | undefined): number => {
  const { statusCode, headers = {}, cookies, body } = result ?? nothing;
  response.statusCode = Number(statusCode ?? 200);
  sendHeaders(response, headers);
  if (cookies && cookies.length > 0) response.setHeader('Set-Cookie', cookies.map(cookieLine));
  response.end(bytesOf(body));
  return response.statusCode;
};
