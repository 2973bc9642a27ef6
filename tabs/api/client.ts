import * as z from 'zod/mini';
import { Problem } from '../../shared/schema/views';
import { ApiProblem, notSignedIn, unreachable, unreadable } from './problem';
import { fileFrom, type TakenFile } from './takenFile';

export interface ApiClient {
  /** Reads a view. Passing faults are tried again, at most twice; everything else is thrown as an `ApiProblem`. */
  readonly read: <T>(path: string, view: z.core.$ZodType<T>) => Promise<T>;
  /** Sends a command once. Trying again is the person's act, with the same `commandId` in the body. */
  readonly send: <T>(method: 'POST' | 'PUT', path: string, body: object, view: z.core.$ZodType<T>) => Promise<T>;
  /** Fetches a file that the server makes; tried again like what is read. */
  readonly take: (path: string) => Promise<TakenFile>;
}

export interface ClientSettings {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  /** Asked for every request: Teams keeps the token, we do not. Rejects with Teams' reason. */
  readonly getToken: () => Promise<string>;
  readonly newCorrelationId: () => string;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly timeout?: number;
}

interface Request {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
}

/** What an answer that succeeded is read as. */
type ReadAnswer<T> = (response: Response, correlationId: string) => Promise<T>;

const attempts = 3;
const longestWait = 10_000;
const passing = new Set([429, 502, 503, 504]);

const worthTrying = (problem: ApiProblem): boolean => passing.has(problem.status) || problem.code === 'tab.unreachable';

const seconds = (header: string | null): number | undefined => {
  const value = header === null ? Number.NaN : Number(header);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
};

const bodyOf = async (response: Response, correlationId: string): Promise<unknown> => {
  try {
    return await response.json();
  } catch {
    throw unreadable(correlationId);
  }
};

const problemOf = async (response: Response, correlationId: string): Promise<ApiProblem> => {
  const parsed = Problem.safeParse(await bodyOf(response, correlationId).catch(() => undefined));
  const problem: Problem = parsed.success
    ? { correlationId, ...parsed.data }
    : { ...unreadable(correlationId).problem, status: response.status };
  return new ApiProblem(problem, seconds(response.headers.get('retry-after')));
};

const waitBefore = (attempt: number, problem: ApiProblem): number | undefined => {
  if (problem.retryAfter === undefined) return 300 * 2 ** attempt;
  const asked = problem.retryAfter * 1000;
  return asked <= longestWait ? asked : undefined;
};

const headersOf = async (settings: ClientSettings, request: Request, correlationId: string): Promise<Headers> => {
  const token = await settings.getToken().catch((reason: unknown) => {
    throw notSignedIn(reason);
  });
  const headers = new Headers({
    accept: 'application/json, application/problem+json',
    authorization: `Bearer ${token}`,
    'x-correlation-id': correlationId,
  });
  if (request.body) headers.set('content-type', 'application/json');
  return headers;
};

/** A page that is being closed may go while its last request is on its way. */
const isLeaving = (): boolean => typeof document !== 'undefined' && document.visibilityState === 'hidden';

const askOnce = async <T>(settings: ClientSettings, request: Request, readAnswer: ReadAnswer<T>): Promise<T> => {
  const correlationId = settings.newCorrelationId();
  const headers = await headersOf(settings, request, correlationId);
  const response = await fetch(`${settings.baseUrl}/${request.path}`, {
    method: request.method,
    headers,
    cache: 'no-store',
    credentials: 'omit',
    signal: AbortSignal.timeout(settings.timeout ?? 30_000),
    ...(request.body && { body: JSON.stringify(request.body), keepalive: isLeaving() }),
  }).catch(() => {
    throw unreachable(correlationId);
  });
  if (!response.ok) throw await problemOf(response, correlationId);
  return readAnswer(response, correlationId);
};

const parsedAs =
  <T>(view: z.core.$ZodType<T>): ReadAnswer<T> =>
  async (response, correlationId) => {
    const parsed = z.safeParse(view, await bodyOf(response, correlationId));
    if (!parsed.success) throw unreadable(correlationId);
    return parsed.data;
  };

const asFile: ReadAnswer<TakenFile> = (response, correlationId) =>
  fileFrom(response).catch(() => {
    throw unreachable(correlationId);
  });

/** A token may end just while it is sent: a fresh one is asked for once. Nothing was done where the server knew nobody. */
const ask = async <T>(settings: ClientSettings, request: Request, readAnswer: ReadAnswer<T>): Promise<T> => {
  try {
    return await askOnce(settings, request, readAnswer);
  } catch (error) {
    if (!(error instanceof ApiProblem && error.status === 401)) throw error;
    return askOnce(settings, request, readAnswer);
  }
};

const patiently = async <T>(settings: ClientSettings, path: string, readAnswer: ReadAnswer<T>): Promise<T> => {
  for (let attempt = 0; ; attempt++) {
    try {
      return await ask(settings, { method: 'GET', path }, readAnswer);
    } catch (error) {
      const again = error instanceof ApiProblem && worthTrying(error) && attempt + 1 < attempts;
      const wait = again ? waitBefore(attempt, error) : undefined;
      if (wait === undefined) throw error;
      await settings.pause(wait);
    }
  }
};

/** The one way in which the tab talks to the server. Every answer is parsed; every failure is an `ApiProblem`. */
export const createApiClient = (settings: ClientSettings): ApiClient => ({
  read: (path, view) => patiently(settings, path, parsedAs(view)),
  send: (method, path, body, view) => ask(settings, { method, path, body }, parsedAs(view)),
  take: (path) => patiently(settings, path, asFile),
});
