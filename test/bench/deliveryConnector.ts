import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { createRateLimits } from '../../local/teams/connector/rateLimits';
import { filesIn } from '../../local/settings';
import { ChatOrder, type ChatReport, type Faults, type Written } from './deliveryOrders';

/**
 * Teams' chat for the bench, in a process of its own: personal chats with Teams' limits, a latency and injected faults.
 * `deliveryConnector.ts <folder of the certificate>`.
 */
const [dataDir = ''] = process.argv.slice(2);

const numbersFrom = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

type Fault = keyof ChatReport['injected'];
const kinds: readonly Fault[] = ['throttled', 'gateway', 'lost'];

/** What meets the next request. */
const fatesFrom = (faults: Faults) => {
  const next = numbersFrom(faults.seed);
  return (): Fault | undefined => {
    const drawn = next() * 100;
    const upTo = (last: number): number => kinds.slice(0, last + 1).reduce((sum, kind) => sum + faults[kind], 0);
    return kinds.find((_, i) => drawn < upTo(i));
  };
};

const begun = (latencyMs: number, faults: Faults) => ({
  latencyMs,
  limits: createRateLimits(),
  fate: fatesFrom(faults),
  messages: new Map<string, Written>(),
  injected: { throttled: 0, gateway: 0, lost: 0 },
  requests: 0,
  overLimit: 0,
});
let now = begun(0, { seed: 0, throttled: 0, gateway: 0, lost: 0 });

const Activity = z.looseObject({
  attachments: z.tuple([
    z.looseObject({
      content: z.looseObject({
        refresh: z
          .looseObject({
            action: z.looseObject({ data: z.looseObject({ key: z.string().optional(), slot: z.string().optional() }) }),
          })
          .optional(),
      }),
    }),
  ]),
});

const readCard = (body: string): Pick<Written, 'card' | 'reads'> => {
  const [{ content }] = Activity.parse(JSON.parse(body)).attachments;
  const { key = '', slot = '' } = content.refresh?.action.data ?? {};
  return { card: `${key} ${slot}`, reads: JSON.stringify(content) };
};

const answer = (response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void =>
  void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));

const refuse = (response: ServerResponse, status: number, code: string, seconds?: number): void =>
  answer(response, status, { error: { code, message: code } }, seconds ? { 'retry-after': String(seconds) } : {});

interface Asked {
  readonly conversation: string;
  /** The message to edit; undefined where one is sent. */
  readonly edited: string | undefined;
  readonly body: string;
}

/** The message's id; undefined where there is none to edit. */
const write = ({ conversation, edited, body }: Asked, lost: boolean): string | undefined => {
  const id = edited ?? `message-${now.messages.size + 1}`;
  const before = now.messages.get(id);
  if (edited !== undefined && before?.conversation !== conversation) return undefined;
  const writtenAt = [...(before?.writtenAt ?? []), Date.now()];
  now.messages.set(id, { id, conversation, writtenAt, ...readCard(body), lost: before?.lost ?? lost });
  return id;
};

const path = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/;

const askedOf = async (request: IncomingMessage): Promise<Asked | undefined> => {
  const [, conversation, message] = path.exec(request.url ?? '') ?? [];
  if (conversation === undefined) return undefined;
  const edited = request.method === 'PUT' ? decodeURIComponent(message ?? '') : undefined;
  return { conversation: decodeURIComponent(conversation), edited, body: await text(request) };
};

const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const asked = await askedOf(request);
  if (!asked) return refuse(response, 404, 'ConversationNotFound');
  now.requests += 1;
  const wait = now.limits.secondsToWait('send', asked.conversation);
  const fault = wait > 0 ? undefined : now.fate();
  if (wait > 0) now.overLimit += 1;
  if (fault) now.injected[fault] += 1;
  await pause(now.latencyMs / 2);
  if (wait > 0) return refuse(response, 429, 'TooManyRequests', wait);
  if (fault === 'throttled') return refuse(response, 429, 'TooManyRequests', 1);
  if (fault === 'gateway') return refuse(response, 502, 'BadGateway');
  const id = write(asked, fault === 'lost');
  await pause(now.latencyMs / 2);
  if (fault === 'lost') return void request.socket.destroy();
  if (id === undefined) return refuse(response, 404, 'ActivityNotFoundInConversation');
  answer(response, asked.edited === undefined ? 201 : 200, { id });
};

const files = filesIn(dataDir);
const server = createServer(
  { cert: readFileSync(files.certificate), key: readFileSync(files.certificateKey) },
  (request, response) => void serve(request, response).catch(() => response.destroy()),
);
// Longer than any bench, so that no connection is closed just as a request is sent on it.
server.keepAliveTimeout = 600_000;

const reported = (): ChatReport => {
  const { messages, requests, overLimit, injected } = now;
  return { messages: [...messages.values()], requests, overLimit, injected };
};

process.on('message', (message) => {
  const order = ChatOrder.parse(message);
  if (order.do === 'begin') now = begun(order.latencyMs, order.faults);
  process.send?.(order.do === 'report' ? { report: reported() } : {});
});
process.on('disconnect', () => process.exit(0));
server.listen(0, 'localhost', () =>
  process.send?.({ origin: `https://localhost:${(server.address() as AddressInfo).port}` }),
);
