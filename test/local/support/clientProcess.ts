import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { z } from 'zod';
import { filesIn } from '../../../local/settings';

/** What a client made of a refusal, with the name of its own error class. */
export const Failure = z.object({
  type: z.string(),
  statusCode: z.number(),
  code: z.string().nullable(),
  message: z.string(),
  body: z.string(),
  retryAfter: z.string().optional(),
  location: z.string().optional(),
});
export type Failure = z.infer<typeof Failure>;

/** Of what is not a client's own error. */
export const otherFailure = (error: unknown): Failure => ({
  type: error instanceof Error ? error.name : typeof error,
  statusCode: 0,
  code: null,
  message: String(error),
  body: '',
});

const Answer = z.object({ id: z.number(), result: z.unknown().optional(), error: Failure.optional() });

/** What the client threw. */
export class ClientError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** A client in a process of its own, because Node reads `NODE_EXTRA_CA_CERTS` only when it starts. */
export interface ClientProcess {
  /** Hands the order to the client; rejects with `ClientError`. */
  readonly call: (order: Readonly<Record<string, unknown>>) => Promise<unknown>;
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

/** Starts a file of this folder with its setup in `CLIENT_SETUP`. */
export const startClientProcess = async (
  file: string,
  { dataDir, setup }: { readonly dataDir: string; readonly setup: object },
): Promise<ClientProcess> => {
  const child = fork(path.join(__dirname, file), {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_EXTRA_CA_CERTS: filesIn(dataDir).certificate, CLIENT_SETUP: JSON.stringify(setup) },
  });
  await started(child);
  const pending: Pending = new Map();
  child.on('message', (message) => settle(pending, message));
  let next = 1;
  return {
    call: (order) =>
      new Promise((resolve, reject) => {
        pending.set(next, { resolve, reject });
        child.send({ ...order, id: next });
        next += 1;
      }),
    stop: () => void child.kill(),
  };
};

/** Resolves to what the client threw; fails when it did not throw. */
export const refusalOf = async (work: Promise<unknown>): Promise<Failure> => {
  const outcome = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof ClientError) return outcome.failure;
  throw outcome instanceof Error ? outcome : new Error('The call was expected to be refused.');
};
