import { z } from 'zod';
import { allowanceIn } from './attempt';
import type { Call } from './attempt';
import { GraphFault, retryAfterIn } from './graphFault';
import { attempts, send, waitAfter } from './sending';
import type { Way } from './sending';
import type { Allowance, Urgency } from './priority';

export interface Post {
  readonly path: string;
  readonly body: object;
}

/** A change of one item, on condition that nobody has changed it since. */
export interface Patch extends Post {
  readonly ifMatch: string;
}

type Write = Post | Patch;

/** What became of one part: its body, or its fault. */
type Outcome = { readonly body: unknown } | GraphFault;

/** Graph takes no more in one batch (facts 2.2). */
export const partsPerBatch = 20;
/** Few: writes to one list get in each other's way, and cost the same alone. */
export const batchesAtOnce = 4;
/** Milliseconds: a batch takes as long as all of its parts. */
const batchTimeout = 30_000;

const ErrorBody = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
const Part = z.object({
  id: z.string(),
  status: z.int(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
});
type Part = z.infer<typeof Part>;
const Answer = z.object({ responses: z.array(Part) });

const batchOf = (writes: readonly Write[]): object => ({
  requests: writes.map((write, i) => ({
    id: String(i),
    method: 'ifMatch' in write ? 'PATCH' : 'POST',
    url: write.path,
    headers: { 'Content-Type': 'application/json', ...('ifMatch' in write && { 'If-Match': write.ifMatch }) },
    body: write.body,
  })),
});

/** A part that the answer lacks may have been carried out all the same. */
const lost = (cause?: unknown): GraphFault =>
  new GraphFault('A part of a batch was not answered.', { status: 0, code: 'lostPart' }, { cause });

const faultOf = ({ status, headers, body }: Part): GraphFault => {
  const error = ErrorBody.safeParse(body).data?.error ?? { code: 'unknown', message: `Graph answered ${status}.` };
  const retryAfter = retryAfterIn(new Headers(headers), status);
  return new GraphFault(error.message, { status, code: error.code, retryAfter });
};

const outcomeOf = (part: Part | undefined): Outcome => {
  if (part === undefined) return lost();
  return part.status >= 200 && part.status < 300 ? { body: part.body } : faultOf(part);
};

/** The outcomes in the order of the posts: Graph may answer in another. The parts' headers count like any answer's. */
const readAnswer = (answer: unknown, count: number, learn: (allowance: Allowance) => void): readonly Outcome[] => {
  const parsed = Answer.safeParse(answer);
  const places = Array.from({ length: count }, (_, i) => String(i));
  if (!parsed.success) return places.map(() => lost(parsed.error));
  const parts = new Map(parsed.data.responses.map((part) => [part.id, part]));
  for (const { headers } of parts.values()) {
    const allowance = allowanceIn(new Headers(headers));
    if (allowance) learn(allowance);
  }
  return places.map((id) => outcomeOf(parts.get(id)));
};

const throttled = (outcome: Outcome | undefined): outcome is GraphFault =>
  outcome instanceof GraphFault && outcome.status === 429;

/** One batch. Its throttled parts, which were not carried out, are sent again by themselves (facts 2.2). */
const sendOne = async (way: Way, urgency: Urgency, posts: readonly Write[], made = 1): Promise<readonly Outcome[]> => {
  const call: Call = { method: 'POST', path: '/$batch', body: batchOf(posts), timeout: batchTimeout };
  const answer = await send(way, urgency, call, posts.length).catch((error: unknown) => {
    if (error instanceof GraphFault) return error;
    throw error;
  });
  if (answer instanceof GraphFault) return posts.map(() => answer);
  const outcomes = readAnswer(answer, posts.length, way.gate.learn);
  const waits = outcomes.filter(throttled).map((fault) => waitAfter(way.pace, fault, made));
  if (waits.length === 0) return outcomes;
  const wait = Math.max(...waits);
  way.gate.close(wait);
  if (made >= attempts || wait > way.patience[urgency()]) return outcomes;
  const again = [
    ...(await sendOne(
      way,
      urgency,
      posts.filter((_, i) => throttled(outcomes[i])),
      made + 1,
    )),
  ];
  return outcomes.map((outcome) => (throttled(outcome) ? (again.shift() ?? outcome) : outcome));
};

/** Writes in batches, few at once. Each has an outcome of its own, in the order given. */
export const sendWrites = async (way: Way, urgency: Urgency, writes: readonly Write[]): Promise<readonly Outcome[]> => {
  const batches = Array.from({ length: Math.ceil(writes.length / partsPerBatch) }, (_, i) => i);
  const found: (readonly Outcome[])[] = [];
  const work = batches[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (const i of work) {
      found[i] = await sendOne(way, urgency, writes.slice(i * partsPerBatch, (i + 1) * partsPerBatch));
    }
  };
  await Promise.all(Array.from({ length: batchesAtOnce }, worker));
  return found.flat();
};
