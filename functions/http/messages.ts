import type { HttpHandler, HttpRequest, HttpResponseInit } from '@azure/functions';
import { acceptCorrelation, withCorrelation } from '../correlation';
import type { Log } from '../log';
import { emptyAnswer, jsonAnswer, problemAnswer } from './answer';
import { readBody } from './body';
import { edgeProblem } from './problem';

/** The bot as this endpoint sees it: `receive` of `bot/createBot.ts`. */
export interface Receiver {
  receive(request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: unknown;
  }): Promise<{
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly fault?: unknown;
  }>;
}

interface MessagesParts {
  /** Made when the first activity arrives: the bot's library is large. */
  readonly bot: () => Promise<Receiver>;
  readonly log: Log;
}

const receive = async (
  { bot, log }: MessagesParts,
  request: HttpRequest,
  correlationId: string,
): Promise<HttpResponseInit> => {
  const body = await readBody(request);
  if (body.status === 'tooLarge') return problemAnswer(edgeProblem('body.too-large', correlationId), correlationId);
  if (body.status === 'notJson') return problemAnswer(edgeProblem('body.not-json', correlationId), correlationId);
  const headers = Object.fromEntries(request.headers);
  const answer = await (await bot()).receive({ method: request.method, headers, body: body.value });
  if (answer.fault !== undefined) log.fault('messages.fault', answer.fault);
  if (answer.body === undefined) return emptyAnswer(answer.status, correlationId, answer.headers);
  return jsonAnswer(answer.status, answer.body, correlationId, answer.headers);
};

/** Teams' activities. The bot checks the sender's token itself, whoever calls. */
export const messagesHandler =
  (parts: MessagesParts): HttpHandler =>
  (request) => {
    const correlationId = acceptCorrelation(null);
    return withCorrelation(correlationId, () =>
      receive(parts, request, correlationId).catch((fault: unknown) => {
        parts.log.fault('messages.fault', fault);
        return problemAnswer(edgeProblem('fault', correlationId), correlationId);
      }),
    );
  };
