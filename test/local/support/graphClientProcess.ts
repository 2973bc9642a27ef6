/**
 * Runs Microsoft's own clients, unchanged: started with `NODE_EXTRA_CA_CERTS`, it takes one call after another
 * from its parent and answers what the Graph client made of it.
 */
import { ConfidentialClientApplication } from '@azure/msal-node';
import { Client, GraphError, type GraphRequest } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';

const Setup = z.object({ origin: z.string(), tenantId: z.string(), clientId: z.string(), clientSecret: z.string() });
const setup = Setup.parse(JSON.parse(process.env.CLIENT_SETUP ?? ''));

export const Call = z.object({
  id: z.number(),
  kind: z.enum(['graph', 'token', 'fetch']),
  method: z.enum(['GET', 'POST', 'PATCH', 'DELETE']).default('GET'),
  path: z.string().default('/'),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
});
type Call = z.infer<typeof Call>;

const entra = new ConfidentialClientApplication({
  auth: {
    clientId: setup.clientId,
    clientSecret: setup.clientSecret,
    authority: `${setup.origin}/${setup.tenantId}`,
    knownAuthorities: [new URL(setup.origin).host],
  },
});

const tokenFor = async (scope: string): Promise<string> =>
  (await entra.acquireTokenByClientCredential({ scopes: [scope] }))?.accessToken ?? '';

const graph = Client.init({
  baseUrl: `${setup.origin}/`,
  customHosts: new Set(['localhost']),
  authProvider: (done) => {
    tokenFor('https://graph.microsoft.com/.default').then(
      (token) => done(null, token),
      (error: unknown) => done(error, null),
    );
  },
});

const send = (request: GraphRequest, { method, body }: Call): Promise<unknown> => {
  if (method === 'GET') return request.get();
  if (method === 'DELETE') return request.delete();
  return method === 'POST' ? request.post(body) : request.patch(body);
};

const perform = async (call: Call): Promise<unknown> => {
  if (call.kind === 'token') return tokenFor(call.path);
  if (call.kind === 'graph') return send(graph.api(call.path).headers(call.headers), call);
  const response = await fetch(call.path.startsWith('https:') ? call.path : `${setup.origin}${call.path}`, {
    method: call.method,
    headers: call.headers,
    ...(typeof call.body === 'string' ? { body: call.body } : {}),
  });
  const text = await response.text();
  return { status: response.status, headers: Object.fromEntries(response.headers), text };
};

const graphFailure = ({ statusCode, code, message, body, headers }: GraphError) => ({
  statusCode,
  code,
  message,
  body: typeof body === 'string' ? body : '',
  retryAfter: headers?.get('retry-after') ?? undefined,
  location: headers?.get('location') ?? undefined,
});

const failure = (error: unknown) =>
  error instanceof GraphError ? graphFailure(error) : { statusCode: 0, code: null, message: String(error), body: '' };

process.on('message', (message) => {
  const call = Call.parse(message);
  perform(call).then(
    (result) => process.send?.({ id: call.id, result: result ?? null }),
    (error: unknown) => process.send?.({ id: call.id, error: failure(error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
