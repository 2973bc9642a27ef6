import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * Cross-origin answers as the platform's layer gives them: the allowed origin, and a preflight
 * answered before any function with what was asked for (Azure/azure-functions-host pull request 5215).
 * It exposes no response header: a browser reads only the safelisted ones unless the app exposes more.
 * Returns true when the request was a preflight and is answered.
 */
export const answerCors = (origins: readonly string[], request: IncomingMessage, response: ServerResponse): boolean => {
  const { origin } = request.headers;
  if (origins.length === 0 || origin === undefined) return false;
  const allowed = origins.includes(origin);
  response.setHeader('Vary', 'Origin');
  if (allowed) response.setHeader('Access-Control-Allow-Origin', origin);

  const method = request.headers['access-control-request-method'];
  if (request.method !== 'OPTIONS' || method === undefined) return false;
  if (allowed) {
    response.setHeader('Access-Control-Allow-Methods', method);
    const headers = request.headers['access-control-request-headers'];
    if (headers !== undefined) response.setHeader('Access-Control-Allow-Headers', headers);
  }
  response.writeHead(204).end();
  return true;
};
