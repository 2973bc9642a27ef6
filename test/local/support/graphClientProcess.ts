/**
 * Runs Microsoft's own clients, unchanged: started with `NODE_EXTRA_CA_CERTS`, it takes one call after another
 * from its parent and answers what the Graph client made of it.
 */
import { ConfidentialClientApplication } from '@azure/msal-node';
import {
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
  type BatchResponseBody,
  type GraphRequest,
  type PageCollection,
} from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { serveCalls } from './serveCalls';

const Setup = z.object({ origin: z.string(), tenantId: z.string(), clientId: z.string(), clientSecret: z.string() });
const setup = Setup.parse(JSON.parse(process.env.CLIENT_SETUP ?? ''));

const Call = z.object({
  kind: z.enum(['graph', 'token', 'fetch', 'pages', 'batch']),
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

const plainly = async (call: Call) => {
  const response = await fetch(call.path.startsWith('https:') ? call.path : `${setup.origin}${call.path}`, {
    method: call.method,
    headers: call.headers,
    ...(typeof call.body === 'string' ? { body: call.body } : {}),
  });
  const text = await response.text();
  return { status: response.status, headers: Object.fromEntries(response.headers), text };
};

const Collection = z.custom<PageCollection>(
  (value) => z.object({ value: z.array(z.unknown()) }).safeParse(value).success,
);

const allPages = async (path: string) => {
  const items: unknown[] = [];
  const iterator = new PageIterator(graph, Collection.parse(await graph.api(path).get()), (item: unknown) => {
    items.push(item);
    return true;
  });
  await iterator.iterate();
  return { items, deltaLink: iterator.getDeltaLink() };
};

const Batch = z.custom<BatchResponseBody>(
  (value) => z.object({ responses: z.array(z.unknown()) }).safeParse(value).success,
);

const inBatch = async (body: unknown) => {
  const content = new BatchResponseContent(Batch.parse(await graph.api('/$batch').post(body)));
  return [...content.getResponses()].map(([id, { status, headers }]) => ({
    id,
    status,
    retryAfter: headers.get('retry-after'),
  }));
};

const perform = (call: Call): Promise<unknown> => {
  if (call.kind === 'token') return tokenFor(call.path);
  if (call.kind === 'pages') return allPages(call.path);
  if (call.kind === 'batch') return inBatch(call.body);
  return call.kind === 'graph' ? send(graph.api(call.path).headers(call.headers), call) : plainly(call);
};

const graphFailure = ({ statusCode, code, message, body, headers }: GraphError) => ({
  type: 'GraphError',
  statusCode,
  code,
  message,
  body: typeof body === 'string' ? body : '',
  retryAfter: headers?.get('retry-after') ?? undefined,
  location: headers?.get('location') ?? undefined,
});

serveCalls({
  shape: Call,
  perform,
  failure: (error) => (error instanceof GraphError ? graphFailure(error) : undefined),
});
