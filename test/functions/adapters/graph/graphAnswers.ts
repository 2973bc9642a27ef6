import { z } from 'zod';
import { createGraphClient } from '../../../../functions/adapters/graph/client';
import { GraphFault } from '../../../../functions/adapters/graph/graphFault';
import type { Log } from '../../../../functions/log';

export const Answer = z.object({ id: z.string() });
export const good = (): Response => Response.json({ id: '1' });
export const graphError = (status: number, headers: Record<string, string> = {}): Response =>
  Response.json(
    {
      error: {
        code: 'someCode',
        message: 'Some words',
        innerError: { 'request-id': 'r-1', date: '2026-02-20T11:46:51' },
      },
    },
    { status, headers },
  );

interface Sent {
  readonly url: string;
  readonly init: RequestInit | undefined;
}

/** Answers in turn; the last answer stays. */
export const answering = (...answers: readonly (() => Response | Promise<Response>)[]) => {
  const sent: Sent[] = [];
  const fetch = jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    sent.push({ url: input instanceof Request ? input.url : String(input), init });
    const answer = answers[Math.min(sent.length, answers.length) - 1];
    if (!answer) throw new Error('Nothing to answer with.');
    return answer();
  });
  return { sent, fetch };
};
/** The connection breaks before an answer. */
export const lost = async (): Promise<Response> => {
  throw new TypeError('fetch failed');
};

/** A client whose clock stands still but for its own waits, and those waits. */
export const clientWith = (
  options: { patience?: number; tokens?: () => Promise<string>; log?: Pick<Log, 'warn'> } = {},
) => {
  const waits: number[] = [];
  let time = 0;
  const pace = {
    now: () => time,
    random: () => 0,
    sleep: async (milliseconds: number) => {
      waits.push(milliseconds);
      time += milliseconds;
    },
  };
  const client = createGraphClient({
    settings: { baseUrl: 'https://localhost:1/', customHosts: ['localhost'] },
    tokens: async () => 'token',
    pace,
    ...(options.tokens && { tokens: options.tokens }),
    ...(options.log && { log: options.log }),
    ...(options.patience !== undefined && { patience: { person: options.patience } }),
  });
  return { client, waits };
};

export const faultOf = async (act: Promise<unknown>): Promise<GraphFault> => {
  const fault: unknown = await act.catch((error: unknown) => error);
  if (!(fault instanceof GraphFault)) throw new Error(`No GraphFault: ${String(fault)}`);
  return fault;
};
