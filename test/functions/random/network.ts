import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Draw } from './draw';
import { drawFrom } from './draw';

/** The way from several processes to Graph, on which everything goes wrong that can. */
export interface Network {
  /** From now on nothing that this process sends arrives, and no answer reaches it. Settles what it is waiting for never. */
  cut(process: string): void;
  calm(): void;
  /** How often each trouble has happened. */
  readonly troubles: ReadonlyMap<string, number>;
  restore(): void;
}

type Ask = (url: string, init: RequestInit) => Promise<Response>;
type Send = () => Promise<Response>;
interface Sending {
  readonly url: string;
  readonly init: RequestInit;
  readonly draw: Draw;
  readonly send: Send;
}
type Trouble = (sending: Sending) => Promise<Response>;

const lost = (): Promise<Response> => Promise.reject(new TypeError('fetch failed'));
const never = (): Promise<Response> => new Promise(() => undefined);

const fault = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  Response.json({ error: { code, message: 'Trouble on the way' } }, { status, headers });
const empty = (status: number): Response => new Response(null, { status });

/** Seconds as the service writes them: whole, fractional, or a date. */
const retryAfter = (draw: Draw): string =>
  draw.pick(['0', '1', '0.25', '2.128', new Date(Date.now() + 1_000).toUTCString()]);

const before: Readonly<Record<string, Trouble>> = {
  '429 before': async ({ draw }) => fault(429, 'activityLimitReached', { 'Retry-After': retryAfter(draw) }),
  '429 without a wait': async () => fault(429, 'TooManyRequests'),
  '503 before': async ({ draw }) =>
    draw.chance(0.5) ? empty(503) : fault(503, 'serviceNotAvailable', { 'Retry-After': retryAfter(draw) }),
  '504 before': async () => empty(504),
  '500 before': async () => fault(500, 'generalException'),
  'dropped before': lost,
  '409 before': async ({ init, send }) => (init.method === 'GET' ? send() : fault(409, 'resourceModified')),
  '423 before': async ({ init, send }) => (init.method === 'GET' ? send() : fault(423, 'resourceLocked')),
  'delta token expired': async ({ url, send }) =>
    /delta\?token=(?!latest)/.test(url) ? fault(410, 'resyncChangesApplyDifferences') : send(),
};

/** Carried out, and then the answer is lost or another one is given. */
const afterwards: Readonly<Record<string, Trouble>> = {
  '503 after': async ({ send }) => send().then(() => empty(503)),
  '504 after': async ({ send }) => send().then(() => empty(504)),
  '502 after': async ({ send }) => send().then(() => empty(502)),
  'dropped after': async ({ send }) => send().then(lost),
  'answer broken off': async ({ send }) => {
    const answer = await send();
    const text = await answer.text();
    const { status, headers } = answer;
    return new Response(text.slice(0, text.length / 2), {
      status,
      headers: { 'content-type': headers.get('content-type') ?? '' },
    });
  },
  'sent twice, first answer': async ({ send }) => {
    const first = await send();
    await send();
    return first;
  },
  'sent twice, second answer': async ({ send }) => {
    await send();
    return send();
  },
  'sent twice at once': async ({ send, draw }) => {
    const both = await Promise.all([send(), send()]);
    return draw.pick(both);
  },
  slow: async ({ send, draw }) => {
    await wait(draw.below(30));
    const answer = await send();
    await wait(draw.below(30));
    return answer;
  },
};

const Parts = z.object({ responses: z.array(z.looseObject({ id: z.string(), status: z.number() })) });
const Requests = z.object({ requests: z.array(z.looseObject({ id: z.string() })) });

const isBatch = ({ url }: Sending): boolean => url.endsWith('/$batch');
type Response1 = z.infer<typeof Parts>['responses'][number];

/** Changes what a batch answers, part by part; every part was carried out. */
const changingParts =
  (change: (part: Response1, draw: Draw) => readonly Response1[]): Trouble =>
  async (sending) => {
    const answer = await sending.send();
    if (!isBatch(sending) || !answer.ok) return answer;
    const { responses } = Parts.parse(await answer.json());
    return Response.json({
      responses: responses.flatMap((part) => (sending.draw.chance(0.4) ? change(part, sending.draw) : [part])),
    });
  };

/** Some parts are refused before they are carried out: they do not even arrive. */
const throttledParts =
  (graph: Ask): Trouble =>
  async (sending) => {
    if (!isBatch(sending)) return sending.send();
    const { requests } = Requests.parse(JSON.parse(z.string().parse(sending.init.body)));
    const passing = requests.filter(() => sending.draw.chance(0.6));
    const refused = requests.filter((request) => !passing.includes(request));
    const none = { responses: [] };
    const answered =
      passing.length === 0
        ? none
        : await graph(sending.url, { ...sending.init, body: JSON.stringify({ requests: passing }) }).then(
            (answer) => answer.json() as Promise<unknown>,
          );
    const throttled = refused.map(({ id }) => ({
      id,
      status: 429,
      headers: { 'Retry-After': retryAfter(sending.draw) },
    }));
    return Response.json({ responses: [...Parts.parse(answered).responses, ...throttled] });
  };

const inBatches = (graph: Ask): Readonly<Record<string, Trouble>> => ({
  'lost parts': changingParts(() => []),
  'parts with 504 after': changingParts(({ id }) => [{ id, status: 504 }]),
  'parts with 503 after': changingParts(({ id }, draw) => [
    { id, status: 503, headers: { 'Retry-After': retryAfter(draw) } },
  ]),
  'throttled parts': throttledParts(graph),
});

/** Which process and which act of it a request belongs to: its correlation id says so. */
const senderOf = (init: RequestInit): { readonly process: string; readonly act: string } | undefined => {
  const id = new Headers(init.headers).get('client-request-id');
  const [, process, act] = /^(p\d+)-(.+)$/.exec(id ?? '') ?? [];
  return process === undefined || act === undefined ? undefined : { process, act };
};

/**
 * Puts trouble in the way of `share` of all requests to Graph, until it is calm. What happens to the n-th request of an
 * act is drawn from the seed, the act and n alone.
 */
export const troubleNetwork = (seed: string, share: number, graph: Ask): Network => {
  const real = globalThis.fetch;
  const kinds = Object.entries({ ...before, ...afterwards, ...inBatches(graph) });
  const batchKinds = Object.entries(inBatches(graph));
  const cut = new Set<string>();
  const sent = new Map<string, number>();
  const troubles = new Map<string, number>();
  let calm = false;

  const troubleFor = (sending: Sending): Send => {
    if (calm || !sending.draw.chance(share)) return sending.send;
    const [name, trouble] = sending.draw.pick(isBatch(sending) && sending.draw.chance(0.5) ? batchKinds : kinds);
    troubles.set(name, (troubles.get(name) ?? 0) + 1);
    return () => trouble(sending);
  };

  const spy = jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init = {}) => {
    const sender = senderOf(init);
    const url = input instanceof Request ? input.url : String(input);
    if (sender === undefined) return real(input, init);
    const { process, act } = sender;
    if (cut.has(process)) return never();
    const n = (sent.get(act) ?? 0) + 1;
    sent.set(act, n);
    const draw = drawFrom(`${seed} ${act} ${n}`);
    const answer = await troubleFor({ url, init, draw, send: () => graph(url, init) })();
    return cut.has(process) ? never() : answer;
  });

  return {
    cut: (process) => void cut.add(process),
    calm: () => void (calm = true),
    troubles,
    restore: () => spy.mockRestore(),
  };
};
