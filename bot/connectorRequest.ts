import { z } from 'zod';
import { ChatFault } from './botService';

export interface ConnectorRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ConnectorResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly bodyAsText: string;
}

/** Teams answers within seconds or not at all; the queue tries again. */
const longestAnswer = 10_000;

const ErrorBody = z.object({ error: z.object({ code: z.string() }) });

const codeIn = (text: string): { code?: string } => {
  try {
    const body = ErrorBody.safeParse(JSON.parse(text));
    return body.success ? { code: body.data.error.code } : {};
  } catch {
    return {};
  }
};

/** Seconds, given as a number or as a date. */
const waitIn = (headers: Headers): { retryAfter?: number } => {
  const value = headers.get('retry-after');
  if (value === null) return {};
  const seconds = /^[\d.]+$/.test(value) ? Number(value) : (Date.parse(value) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? { retryAfter: Math.max(0, seconds) } : {};
};

const Coded = z.object({ code: z.string() });

/** Nothing was sent: there was nobody to send it to. Whatever else goes wrong may have happened after Teams took it. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return Coded.safeParse(cause).data?.code ?? '';
};

const noAnswer = (cause: unknown): ChatFault =>
  new ChatFault('Teams’ chat did not answer.', { lost: !neverSent.has(codeOf(cause)) }, { cause });

/** Whether it is what Teams answers to a message that it took: JSON, or nothing at all. */
const isWhole = (text: string): boolean => {
  try {
    return text === '' || typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
};

/**
 * One request to Teams' chat, once: botbuilder's own HTTP pipeline would repeat a message after a 5xx or a lost
 * answer, and Teams would show it twice (facts §5.5). Anything but success is a `ChatFault`.
 */
export const sendOnce =
  (fetcher: typeof fetch) =>
  async ({ url, method, headers, body }: ConnectorRequest): Promise<ConnectorResponse> => {
    const signal = AbortSignal.timeout(longestAnswer);
    const ask = async () => {
      const response = await fetcher(url, { method, headers, signal, redirect: 'error', ...(body && { body }) });
      return { response, bodyAsText: await response.text() };
    };
    const { response, bodyAsText } = await ask().catch((cause: unknown) => {
      throw noAnswer(cause);
    });
    if (response.ok && !isWhole(bodyAsText)) throw noAnswer(new Error('The answer broke off.'));
    if (response.ok) return { status: response.status, headers: response.headers, bodyAsText };
    const reason = { status: response.status, ...codeIn(bodyAsText), ...waitIn(response.headers) };
    throw new ChatFault(`Teams’ chat answered ${response.status} ${reason.code ?? ''}`.trim(), reason);
  };
