import { ConfidentialClientApplication } from '@azure/msal-node';
import {
  BatchResponseContent,
  Client,
  GraphError,
  PageIterator,
  type BatchResponseBody,
  type PageCollection,
} from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import { apps, tenant } from '../../../local/settings';
import { otherFailure, type Failure } from './clientProcess';

export interface Fetched {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface CallOptions {
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

interface Part {
  readonly id: string;
  readonly status: number;
  readonly retryAfter: string | null;
}

const Found = z.looseObject({ id: z.string() });
interface Pages {
  readonly items: readonly z.infer<typeof Found>[];
  readonly deltaLink: string | undefined;
}

type Headers = Pick<CallOptions, 'headers'>;

/** Microsoft's Graph client and MSAL, unchanged, as one of the registered apps. */
export interface GraphClient {
  get<T>(shape: z.ZodType<T>, path: string, options?: Headers): Promise<T>;
  post<T>(shape: z.ZodType<T>, path: string, body: unknown, options?: Headers): Promise<T>;
  patch<T>(shape: z.ZodType<T>, path: string, body: unknown, options?: Headers): Promise<T>;
  remove(path: string, options?: Headers): Promise<void>;
  /** Everything that the client's own PageIterator finds from an address on. */
  pages(path: string): Promise<Pages>;
  /** A batch, as the client's own BatchResponseContent reads the answer. */
  batch(requests: readonly unknown[]): Promise<Part[]>;
  /** Resolves to what the client threw; fails when it did not throw. */
  refusal(work: Promise<unknown>): Promise<Failure>;
  token(scope: string): Promise<string>;
  /** Plain fetch, for headers and bodies the client hides. */
  fetch(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, options?: CallOptions): Promise<Fetched>;
}

export interface ClientOptions {
  readonly origin: string;
  readonly app: keyof typeof apps;
  readonly secret?: string;
}

const Collection = z.custom<PageCollection>(
  (value) => z.object({ value: z.array(z.unknown()) }).safeParse(value).success,
);
const Batch = z.custom<BatchResponseBody>(
  (value) => z.object({ responses: z.array(z.unknown()) }).safeParse(value).success,
);

const allPages = async (graph: Client, path: string): Promise<Pages> => {
  const items: z.infer<typeof Found>[] = [];
  const iterator = new PageIterator(graph, Collection.parse(await graph.api(path).get()), (item: unknown) => {
    items.push(Found.parse(item));
    return true;
  });
  await iterator.iterate();
  return { items, deltaLink: iterator.getDeltaLink() };
};

const inBatch = async (graph: Client, requests: readonly unknown[]): Promise<Part[]> => {
  const content = new BatchResponseContent(Batch.parse(await graph.api('/$batch').post({ requests })));
  return [...content.getResponses()].map(([id, { status, headers }]) => ({
    id,
    status,
    retryAfter: headers.get('retry-after'),
  }));
};

const failureOf = (error: unknown): Failure => {
  if (!(error instanceof GraphError)) return otherFailure(error);
  const { statusCode, code, message, headers } = error;
  const body = z.string().catch('').parse(error.body);
  return {
    type: 'GraphError',
    statusCode,
    code,
    message,
    body,
    retryAfter: headers?.get('retry-after') ?? undefined,
    location: headers?.get('location') ?? undefined,
  };
};

const refusal = async (work: Promise<unknown>): Promise<Failure> => {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  if (outcome === undefined) throw new Error('The call was expected to be refused.');
  // It was answered, in another shape.
  if (outcome.error instanceof z.ZodError) throw outcome.error;
  return failureOf(outcome.error);
};

export const createGraphClient = ({ origin, app, secret = apps[app].secret }: ClientOptions): GraphClient => {
  const entra = new ConfidentialClientApplication({
    auth: {
      clientId: apps[app].id,
      clientSecret: secret,
      authority: `${origin}/${tenant.id}`,
      knownAuthorities: [new URL(origin).host],
    },
  });
  const token = async (scope: string): Promise<string> =>
    (await entra.acquireTokenByClientCredential({ scopes: [scope] }))?.accessToken ?? '';
  const graph = Client.initWithMiddleware({
    baseUrl: `${origin}/`,
    customHosts: new Set(['localhost']),
    authProvider: { getAccessToken: () => token('https://graph.microsoft.com/.default') },
  });
  const at = (path: string, { headers = {} }: Headers = {}) => graph.api(path).headers(headers);
  return {
    get: async (shape, path, options) => shape.parse(await at(path, options).get()),
    post: async (shape, path, body, options) => shape.parse(await at(path, options).post(body)),
    patch: async (shape, path, body, options) => shape.parse(await at(path, options).patch(body)),
    remove: async (path, options) => void (await at(path, options).delete()),
    pages: (path) => allPages(graph, path),
    batch: (requests) => inBatch(graph, requests),
    refusal,
    token,
    fetch: async (method, path, { headers = {}, body } = {}) => {
      const answer = await fetch(path.startsWith('https:') ? path : `${origin}${path}`, {
        method,
        headers,
        ...(body !== undefined && { body }),
      });
      return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
    },
  };
};
