import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { RpcHttpCookie, RpcHttpData, RpcTypedData } from './core';

/** Bytes of a request body that are accepted; more is answered 413. */
export const bodyLimit = 1024 * 1024;

/** The whole body, or undefined when it is larger than the limit (the rest is then not kept). */
export const readBody = async (request: IncomingMessage): Promise<Buffer | undefined> => {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > bodyLimit) return undefined;
    chunks.push(bytes);
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

const cookieLine = (cookie: RpcHttpCookie): string => {
  const seconds = cookie.expires?.value?.seconds;
  const sameSite = sameSiteNames[cookie.sameSite ?? 'none'];
  const attributes = [
    ['Domain', cookie.domain?.value],
    ['Path', cookie.path?.value],
    ['Max-Age', cookie.maxAge?.value],
    ['Expires', seconds ? new Date(seconds * 1000).toUTCString() : undefined],
    ['SameSite', sameSite],
  ]
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `; ${name}=${value}`);
  const flags = `${cookie.secure?.value ? '; Secure' : ''}${cookie.httpOnly?.value ? '; HttpOnly' : ''}`;
  return `${cookie.name ?? ''}=${encodeURIComponent(cookie.value ?? '')}${attributes.join('')}${flags}`;
};

const bytesOf = (data: RpcTypedData | null | undefined): Uint8Array | string =>
  data?.bytes ?? data?.string ?? data?.json ?? '';

/** Headers that belong to the connection, not to the function's answer. */
const ownedByServer = new Set(['connection', 'content-length', 'keep-alive', 'transfer-encoding', 'upgrade']);

/** Sends what the library made of the function's result; nothing returned is 204. Returns the status. */
export const sendHttp = (response: ServerResponse, result: RpcHttpData | null | undefined): number => {
  if (!result) {
    response.writeHead(204).end();
    return 204;
  }
  response.statusCode = Number(result.statusCode ?? 200);
  for (const [name, value] of Object.entries(result.headers ?? {})) {
    if (name === 'vary') response.appendHeader(name, value);
    else if (!ownedByServer.has(name) && !response.hasHeader(name)) response.setHeader(name, value);
  }
  const cookies = (result.cookies ?? []).map(cookieLine);
  if (cookies.length > 0) response.setHeader('Set-Cookie', cookies);
  response.end(bytesOf(result.body));
  return response.statusCode;
};
