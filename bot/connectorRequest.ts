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

/**
 * One request to Teams' chat, once: botbuilder's own HTTP pipeline would repeat a message after a 5xx or a lost
 * answer, and Teams would show it twice (facts §5.5). Anything but success is a `ChatFault`.
 */
export const sendOnce =
  (fetcher: typeof fetch) =>
  async ({ url, method, headers, body }: ConnectorRequest): Promise<ConnectorResponse> => {
    const signal = AbortSignal.timeout(longestAnswer);
    const response = await fetcher(url, { method, headers, signal, redirect: 'error', ...(body && { body }) }).catch(
      (cause: unknown) => {
        throw new ChatFault('Teams’ chat did not answer.', {}, { cause });
      },
    );
    const bodyAsText = await response.text();
    if (response.ok) return { status: response.status, headers: response.headers, bodyAsText };
    const reason = { status: response.status, ...codeIn(bodyAsText), ...waitIn(response.headers) };
    throw new ChatFault(`Teams’ chat answered ${response.status} ${reason.code ?? ''}`.trim(), reason);
  };
