import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { apps, filesIn, tenant } from '../../../local/settings';

const Failure = z.object({
  statusCode: z.number(),
  code: z.string().nullable(),
  message: z.string(),
  body: z.string(),
  retryAfter: z.string().optional(),
  location: z.string().optional(),
});
const Answer = z.object({ id: z.number(), result: z.unknown().optional(), error: Failure.optional() });
const Fetched = z.object({ status: z.number(), headers: z.record(z.string(), z.string()), text: z.string() });
export type Fetched = z.infer<typeof Fetched>;

/** What the Graph client threw. */
export class ClientError extends Error {
  constructor(readonly failure: z.infer<typeof Failure>) {
    super(failure.message);
  }
}

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
  /** Resolves to what the client threw; fails when it did not throw. */
  refusal(work: Promise<unknown>): Promise<z.infer<typeof Failure>>;
  token(scope: string): Promise<string>;
  /** Plain fetch, for headers and bodies the client hides. */
  fetch(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, options?: CallOptions): Promise<Fetched>;
  stop(): void;
}

type Pending = Map<number, { resolve(result: unknown): void; reject(error: Error): void }>;

const started = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The client process ended with ${code}.`)));
  });

const settle = (pending: Pending, message: unknown): void => {
  const answer = Answer.parse(message);
  const call = pending.get(answer.id);
  pending.delete(answer.id);
  if (answer.error) call?.reject(new ClientError(answer.error));
  else call?.resolve(answer.result);
};

export interface ClientOptions {
  readonly origin: string;
  readonly dataDir: string;
  readonly app: keyof typeof apps;
  readonly secret?: string;
}

export const startGraphClient = async ({ origin, dataDir, app, secret }: ClientOptions): Promise<GraphClient> => {
  const setup = { origin, tenantId: tenant.id, clientId: apps[app].id, clientSecret: secret ?? apps[app].secret };
  const child = fork(path.join(__dirname, 'graphClientProcess.ts'), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: filesIn(dataDir).certificate, CLIENT_SETUP: JSON.stringify(setup) },
  });
  await started(child);
  const pending: Pending = new Map();
  child.on('message', (message) => settle(pending, message));
  let next = 1;
  const call = (order: Record<string, unknown>): Promise<unknown> =>
    new Promise((resolve, reject) => {
      pending.set(next, { resolve, reject });
      child.send({ ...order, id: next });
      next += 1;
    });
  const graph = (method: string, target: string, options: CallOptions = {}): Promise<unknown> =>
    call({ kind: 'graph', method, path: target, ...options });
  return {
    get: async (shape, target, options) => shape.parse(await graph('GET', target, options)),
    post: async (shape, target, body, options) => shape.parse(await graph('POST', target, { ...options, body })),
    patch: async (shape, target, body, options) => shape.parse(await graph('PATCH', target, { ...options, body })),
    remove: async (target, options) => void (await graph('DELETE', target, options)),
    refusal: async (work) => {
      const outcome = await work.then(
        () => undefined,
        (error: unknown) => error,
      );
      if (outcome instanceof ClientError) return outcome.failure;
      throw outcome instanceof Error ? outcome : new Error('The call was expected to be refused.');
    },
    token: async (scope) => z.string().parse(await call({ kind: 'token', path: scope })),
    fetch: async (method, target, options) =>
      Fetched.parse(await call({ kind: 'fetch', method, path: target, ...options })),
    stop: () => void child.kill(),
  };
};
