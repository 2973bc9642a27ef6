import { z } from 'zod';
import { apps, tenant } from '../../../local/settings';
import { refusalOf, startClientProcess, type Failure } from './clientProcess';

const Fetched = z.object({ status: z.number(), headers: z.record(z.string(), z.string()), text: z.string() });
export type Fetched = z.infer<typeof Fetched>;

const Pages = z.object({ items: z.array(z.looseObject({ id: z.string() })), deltaLink: z.string().optional() });
const Parts = z.array(z.object({ id: z.string(), status: z.number(), retryAfter: z.string().nullable() }));

export interface CallOptions {
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Microsoft's Graph client and MSAL in a process of their own, as one of the registered apps. */
export interface GraphClient {
  get<T>(shape: z.ZodType<T>, path: string, options?: CallOptions): Promise<T>;
  post<T>(shape: z.ZodType<T>, path: string, body: unknown, options?: CallOptions): Promise<T>;
  patch<T>(shape: z.ZodType<T>, path: string, body: unknown, options?: CallOptions): Promise<T>;
  remove(path: string, options?: CallOptions): Promise<void>;
  /** Everything that the client's own PageIterator finds from an address on. */
  pages(path: string): Promise<z.infer<typeof Pages>>;
  /** A batch, as the client's own BatchResponseContent reads the answer. */
  batch(requests: readonly unknown[]): Promise<z.infer<typeof Parts>>;
  /** Resolves to what the client threw; fails when it did not throw. */
  refusal(work: Promise<unknown>): Promise<Failure>;
  token(scope: string): Promise<string>;
  /** Plain fetch, for headers and bodies the client hides. */
  fetch(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, options?: CallOptions): Promise<Fetched>;
  stop(): void;
}

export interface ClientOptions {
  readonly origin: string;
  readonly dataDir: string;
  readonly app: keyof typeof apps;
  readonly secret?: string;
}

export const startGraphClient = async ({ origin, dataDir, app, secret }: ClientOptions): Promise<GraphClient> => {
  const setup = { origin, tenantId: tenant.id, clientId: apps[app].id, clientSecret: secret ?? apps[app].secret };
  const client = await startClientProcess('graphClientProcess.ts', { dataDir, setup });
  const { call } = client;
  const graph = (method: string, target: string, options: CallOptions = {}): Promise<unknown> =>
    call({ kind: 'graph', method, path: target, ...options });
  return {
    get: async (shape, target, options) => shape.parse(await graph('GET', target, options)),
    post: async (shape, target, body, options) => shape.parse(await graph('POST', target, { ...options, body })),
    patch: async (shape, target, body, options) => shape.parse(await graph('PATCH', target, { ...options, body })),
    remove: async (target, options) => void (await graph('DELETE', target, options)),
    pages: async (target) => Pages.parse(await call({ kind: 'pages', path: target })),
    batch: async (requests) => Parts.parse(await call({ kind: 'batch', body: { requests } })),
    refusal: refusalOf,
    token: async (scope) => z.string().parse(await call({ kind: 'token', path: scope })),
    fetch: async (method, target, options) =>
      Fetched.parse(await call({ kind: 'fetch', method, path: target, ...options })),
    stop: () => client.stop(),
  };
};
